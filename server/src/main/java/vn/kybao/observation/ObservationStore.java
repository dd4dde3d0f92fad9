package vn.kybao.observation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.time.Ids;
import vn.kybao.time.Instants;

/** Brings figures into force and takes them out again; a version once written is only ever given its end. */
@Singleton
public class ObservationStore {
    private static final int BATCH = 1_000;

    private final ObservationRepository repository;
    private final JdbcOperations jdbc;
    private final Ids ids;

    ObservationStore(ObservationRepository repository, JdbcOperations jdbc, Ids ids) {
        this.repository = repository;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /**
     * A figure that stands, with its place in the row of versions.
     *
     * @param figure the figure
     * @param version its version, from 1
     */
    public record Standing(StatedFigure figure, int version) {
        public ObservationKey key() {
            return new ObservationKey(figure.indicator(), figure.measure(), figure.breakdown());
        }

        /** True when another regime holds the figure; one that was cleared is held by none. */
        public boolean isHeldByAnother(String regime) {
            return figure.state() != ValueState.NOT_REPORTED && !figure.regime().equals(regime);
        }
    }

    /** Everything in force for an organization's period, whatever the regime: one range scan. */
    public Map<ObservationKey, Standing> inForce(String organization, String period) {
        Map<ObservationKey, Standing> standing = new HashMap<>();
        for (ObservationRow row : repository.inForce(organization, period)) {
            Standing figure = new Standing(ObservationMapping.stated(row), row.version());
            standing.put(figure.key(), figure);
        }
        return standing;
    }

    /** Every version of every key that a submission ever brought into force, the oldest first. */
    public Map<ObservationKey, List<Standing>> versionsTouchedBy(
            String organization, String period, String submission) {
        Map<ObservationKey, List<Standing>> versions = new LinkedHashMap<>();
        for (ObservationRow row : repository.versionsTouchedBy(organization, period, submission)) {
            Standing version = new Standing(ObservationMapping.stated(row), row.version());
            versions.computeIfAbsent(version.key(), key -> new ArrayList<>()).add(version);
        }
        return versions;
    }

    /**
     * Brings figures into force in place of those that stand. Plain JDBC batches: the statement-by-statement way is
     * several times slower for a filing of thousands of values.
     *
     * @param figures the figures; their ids and instants are set here
     * @param standing what stands, by key
     */
    public void bringIntoForce(List<StatedFigure> figures, Map<ObservationKey, Standing> standing, Instant now) {
        List<String> ended = figures.stream()
                .map(figure -> standing.get(key(figure)))
                .filter(Objects::nonNull)
                .map(before -> before.figure().id())
                .toList();
        for (int i = 0; i < ended.size(); i += BATCH) {
            repository.end(ended.subList(i, Math.min(i + BATCH, ended.size())), Instants.sql(now));
        }
        jdbc.<@Nullable Void>prepareStatement("""
                INSERT INTO observation (organization, period, indicator, measure, breakdown, version, id, regime,
                    submission, revision, value, state, qualifier, digits, text, as_of, note, document,
                    in_force_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            begin(statement, figures, standing, now);
            return null;
        });
    }

    /** The figure that says there is none any more. */
    public static StatedFigure cleared(StatedFigure figure) {
        return new StatedFigure(
                figure.id(),
                figure.organization(),
                figure.indicator(),
                figure.period(),
                figure.measure(),
                figure.breakdown(),
                null,
                ValueState.NOT_REPORTED,
                figure.qualifier(),
                null,
                null,
                null,
                null,
                null,
                figure.regime(),
                figure.submission(),
                figure.revision(),
                figure.inForceFrom(),
                null);
    }

    private static ObservationKey key(StatedFigure figure) {
        return new ObservationKey(figure.indicator(), figure.measure(), figure.breakdown());
    }

    private void begin(
            PreparedStatement statement,
            List<StatedFigure> figures,
            Map<ObservationKey, Standing> standing,
            Instant now)
            throws SQLException {
        int waiting = 0;
        for (StatedFigure figure : figures) {
            Standing before = standing.get(key(figure));
            statement.setString(1, figure.organization());
            statement.setString(2, figure.period());
            statement.setString(3, figure.indicator());
            statement.setString(4, figure.measure().getValue());
            statement.setString(5, figure.breakdown());
            statement.setInt(6, before == null ? 1 : before.version() + 1);
            statement.setString(7, ids.next());
            statement.setString(8, figure.regime());
            statement.setString(9, figure.submission());
            statement.setInt(10, figure.revision());
            statement.setBigDecimal(11, figure.value());
            statement.setString(12, figure.state().getValue());
            statement.setString(13, figure.qualifier().getValue());
            statement.setObject(14, figure.precision());
            statement.setString(15, figure.text());
            statement.setObject(16, figure.asOf());
            statement.setString(17, figure.note());
            statement.setString(18, figure.document());
            statement.setString(19, Instants.sql(now));
            statement.addBatch();
            if (++waiting % BATCH == 0) {
                statement.executeBatch();
            }
        }
        if (waiting % BATCH != 0) {
            statement.executeBatch();
        }
    }
}
