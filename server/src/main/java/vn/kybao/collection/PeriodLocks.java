package vn.kybao.collection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/**
 * What a closed collection keeps as it was reported. The lock on a row is that of the shortest collection that holds its
 * date among the organization's regimes; a row without a date follows its period, or the shortest around it that has a
 * collection. One that was never opened holds nothing: planned months leave a closed quarter closed. A status that has been looked at stays as it is until the transaction ends.
 */
@Singleton
public class PeriodLocks {
    private final CollectionRepository repository;
    private final RegimeService regimes;
    private final PeriodService periods;

    PeriodLocks(CollectionRepository repository, RegimeService regimes, PeriodService periods) {
        this.repository = repository;
        this.regimes = regimes;
        this.periods = periods;
    }

    /**
     * Where in the calendar a row lies.
     *
     * @param date its date, or null
     * @param period its period, or null
     */
    public record Place(@Nullable LocalDate date, @Nullable String period) {}

    /** The locks on rows of one organization, whose regimes are looked up once for all of them. */
    public final class OwnLocks {
        private final List<String> regimes;

        private OwnLocks(List<String> regimes) {
            this.regimes = regimes;
        }

        /** The finding about a place that is locked; empty when it is free. */
        public Optional<Note> locked(Place place) {
            return holding(place, regimes).stream()
                    .filter(PeriodLocks::isClosed)
                    .findFirst()
                    .map(PeriodLocks::closed);
        }
    }

    public OwnLocks of(OrganizationRef organization) {
        return new OwnLocks(regimes.naming(organization).stream()
                .map(RegimeDefinition::code)
                .toList());
    }

    /** The finding about a place of one row that is locked; empty when it is free. */
    public Optional<Note> locked(OrganizationRef organization, Place place) {
        return of(organization).locked(place);
    }

    private List<CollectionRow> holding(Place place, List<String> codes) {
        LocalDate date = place.date();
        String period = place.period();
        if (codes.isEmpty() || (date == null && period == null)) {
            return List.of();
        }
        return date != null
                ? shortest(begun(repository.holdAround(date, codes)))
                : of(Objects.requireNonNull(period), codes);
    }

    /** Adds a finding for each of two places that is locked, unless a row only stays where it is. */
    public void moving(
            OrganizationRef organization, @Nullable Place from, @Nullable Place to, String pointer, Findings findings) {
        if (Objects.equals(from, to)) {
            return;
        }
        OwnLocks own = of(organization);
        if (from != null) {
            own.locked(from).map(note -> note.at(pointer)).ifPresent(findings::add);
        }
        if (to != null && !findings.refuses(pointer)) {
            own.locked(to).map(note -> note.at(pointer)).ifPresent(findings::add);
        }
    }

    /** Adds a finding unless the collection of regime and period is open. */
    public void requireOpen(String regime, String period, @Nullable String pointer, Findings findings) {
        Optional<CollectionRow> row = repository.hold(regime + "." + period);
        if (row.isEmpty() || status(row.get()) != CollectionStatus.OPEN) {
            Note note = Note.error(ProblemCode.PERIOD_CLOSED)
                    .at(pointer)
                    .with("variant", "content")
                    .with("regime", regime)
                    .with("period", period);
            findings.add(row.map(r -> note.actual(r.status()).evidence(List.of("/v1/collections/" + r.id())))
                    .orElse(note.actual("–")));
        }
    }

    /** Those of the period itself; where it has none, those of the shortest periods that it is counted in. */
    private List<CollectionRow> of(String period, List<String> regimes) {
        List<String> around = periods.around(period);
        List<CollectionRow> rows = around.isEmpty() ? List.of() : begun(repository.holdPeriods(around, regimes));
        List<CollectionRow> own =
                rows.stream().filter(row -> row.period().equals(period)).toList();
        return own.isEmpty() ? shortest(rows) : own;
    }

    /** Those of the shortest periods: a date of May lies in the month's collection rather than in the half-year's. */
    private List<CollectionRow> shortest(List<CollectionRow> rows) {
        TreeMap<Long, List<CollectionRow>> byLength =
                rows.stream().collect(Collectors.groupingBy(this::days, TreeMap::new, Collectors.toList()));
        Map.Entry<Long, List<CollectionRow>> first = byLength.firstEntry();
        return first == null ? List.of() : first.getValue();
    }

    private long days(CollectionRow row) {
        return periods.find(row.period())
                .map(period -> ChronoUnit.DAYS.between(period.start(), period.end()))
                // Months and quarters differ by a few days: only the kind of period counts.
                .map(days -> days < 32 ? 31 : days < 93 ? 92 : days)
                .orElse(Long.MAX_VALUE);
    }

    private static List<CollectionRow> begun(List<CollectionRow> rows) {
        return rows.stream()
                .filter(row -> status(row) != CollectionStatus.PLANNED)
                .toList();
    }

    private static boolean isClosed(CollectionRow row) {
        CollectionStatus status = status(row);
        return status == CollectionStatus.CLOSED || status == CollectionStatus.PUBLISHED;
    }

    private static CollectionStatus status(CollectionRow row) {
        return CollectionStatus.fromValue(row.status());
    }

    private static Note closed(CollectionRow row) {
        return Note.error(ProblemCode.PERIOD_CLOSED)
                .with("variant", "content")
                .with("regime", row.regime())
                .with("period", row.period())
                .actual(row.status())
                .evidence(List.of("/v1/collections/" + row.id()));
    }
}
