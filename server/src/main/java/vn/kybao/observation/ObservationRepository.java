package vn.kybao.observation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ObservationRepository extends GenericRepository<ObservationRow, String> {
    /** One range scan for each organization and period. */
    @Query("""
            SELECT *
            FROM observation
            WHERE organization IN (:organizations) AND period = :period AND indicator IN (:indicators)
              AND in_force_to IS NULL
            ORDER BY organization, indicator, measure, breakdown
            """)
    List<ObservationRow> inForce(Collection<String> organizations, String period, Collection<String> indicators);

    @Query("""
            SELECT *
            FROM observation
            WHERE organization IN (:organizations) AND period = :period AND indicator IN (:indicators)
              AND in_force_from <= :at AND (in_force_to IS NULL OR in_force_to > :at)
            ORDER BY organization, indicator, measure, breakdown
            """)
    List<ObservationRow> inForceAt(
            Collection<String> organizations, String period, Collection<String> indicators, String at);

    @Query("""
            SELECT *
            FROM observation
            WHERE organization = :organization AND period = :period AND in_force_to IS NULL
            ORDER BY indicator, measure, breakdown
            """)
    List<ObservationRow> inForce(String organization, String period);

    @Query("""
            SELECT DISTINCT indicator
            FROM observation
            WHERE organization = :organization AND period = :period
            ORDER BY indicator
            """)
    List<String> indicators(String organization, String period);

    /** Ends versions that are in force. */
    @Query("UPDATE observation SET in_force_to = :at WHERE id IN (:ids) AND in_force_to IS NULL")
    void end(List<String> ids, String at);

    /** Every version of every key that a submission ever brought into force, the newest of each key last. */
    @Query("""
            SELECT v.*
            FROM observation v
            WHERE v.organization = :organization AND v.period = :period
              AND EXISTS (SELECT 1 FROM observation s
                          WHERE s.organization = v.organization AND s.period = v.period
                            AND s.indicator = v.indicator AND s.measure = v.measure AND s.breakdown = v.breakdown
                            AND s.submission = :submission)
            ORDER BY v.indicator, v.measure, v.breakdown, v.version
            """)
    List<ObservationRow> versionsTouchedBy(String organization, String period, String submission);

    @Query("""
            SELECT v.*
            FROM observation v
            JOIN organization o ON o.code = v.organization
            JOIN regime r ON r.code = v.regime
            JOIN organization c ON c.code = r.receiver
            WHERE v.id = :id AND (o.path LIKE :subtree OR c.path LIKE :subtree)
            """)
    Optional<ObservationRow> find(String id, String subtree);

    @Query("""
            SELECT *
            FROM observation
            WHERE organization = :organization AND period = :period AND indicator = :indicator
              AND measure = :measure AND breakdown = :breakdown
              AND (:before IS NULL OR version < :before)
            ORDER BY version DESC
            LIMIT :count
            """)
    List<ObservationRow> history(
            String organization,
            String period,
            String indicator,
            String measure,
            String breakdown,
            @Nullable Integer before,
            int count);

    @Query("""
            SELECT v.*
            FROM observation v
            JOIN organization o ON o.code = v.organization
            JOIN regime r ON r.code = v.regime
            JOIN organization c ON c.code = r.receiver
            WHERE (o.path LIKE :subtree OR c.path LIKE :subtree)
              AND (:organization IS NULL OR v.organization = :organization)
              AND (:period IS NULL OR v.period = :period)
              AND (:indicator IS NULL OR v.indicator = :indicator)
              AND (:measure IS NULL OR v.measure = :measure)
              AND (:submission IS NULL OR v.submission = :submission)
              AND ((:at IS NULL AND v.in_force_to IS NULL)
                   OR (v.in_force_from <= :at AND (v.in_force_to IS NULL OR v.in_force_to > :at)))
              AND (:afterOrganization IS NULL
                   OR (v.organization, v.period, v.indicator, v.measure, v.breakdown)
                      > (:afterOrganization, :afterPeriod, :afterIndicator, :afterMeasure, :afterBreakdown))
            ORDER BY v.organization, v.period, v.indicator, v.measure, v.breakdown
            LIMIT :count
            """)
    List<ObservationRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String indicator,
            @Nullable String measure,
            @Nullable String submission,
            @Nullable String at,
            @Nullable String afterOrganization,
            @Nullable String afterPeriod,
            @Nullable String afterIndicator,
            @Nullable String afterMeasure,
            @Nullable String afterBreakdown,
            int count);
}
