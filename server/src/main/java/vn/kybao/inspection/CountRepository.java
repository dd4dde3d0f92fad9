package vn.kybao.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a span; every query is answered from one index. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CountRepository extends GenericRepository<InspectionRow, String> {
    @Query("""
            SELECT role, kind, planned, COUNT(*) AS counted,
                COALESCE(SUM(organizations), 0) + COALESCE(SUM(individuals), 0) AS entities,
                SUM(organizations IS NULL AND individuals IS NULL) AS missing
            FROM inspection
            WHERE organization = :organization
              AND (counted_on BETWEEN :from AND :to
                   OR (counted_on IS NULL AND period_start >= :start AND period_end <= :end))
            GROUP BY role, kind, planned
            ORDER BY role, kind, planned
            """)
    List<Inspected> inspections(String organization, LocalDate from, LocalDate to, LocalDate start, LocalDate end);

    @Query("""
            SELECT domain AS code, COUNT(*) AS counted
            FROM inspection
            WHERE organization = :organization
              AND (counted_on BETWEEN :from AND :to
                   OR (counted_on IS NULL AND period_start >= :start AND period_end <= :end))
            GROUP BY domain
            ORDER BY counted DESC, code
            LIMIT :most
            """)
    List<Group> inspectedDomains(
            String organization, LocalDate from, LocalDate to, LocalDate start, LocalDate end, int most);

    @Query("""
            SELECT measure, subject, COUNT(*) AS counted, SUM(amount_vnd) AS amount,
                SUM(amount_vnd IS NULL) AS missing
            FROM sanction
            WHERE organization = :organization
              AND (decided_on BETWEEN :from AND :to
                   OR (decided_on IS NULL AND period_start >= :start AND period_end <= :end))
            GROUP BY measure, subject
            ORDER BY measure, subject
            """)
    List<Sanctioned> sanctions(String organization, LocalDate from, LocalDate to, LocalDate start, LocalDate end);

    @Query("""
            SELECT domain AS code, COUNT(*) AS counted
            FROM sanction
            WHERE organization = :organization
              AND (decided_on BETWEEN :from AND :to
                   OR (decided_on IS NULL AND period_start >= :start AND period_end <= :end))
              AND measure IN (:penalties)
            GROUP BY domain
            ORDER BY counted DESC, code
            LIMIT :most
            """)
    List<Group> sanctionedDomains(
            String organization,
            LocalDate from,
            LocalDate to,
            LocalDate start,
            LocalDate end,
            Collection<String> penalties,
            int most);

    @Query("""
            SELECT unit, SUM(quantity) AS quantity, SUM(quantity IS NULL) AS missing, COUNT(*) AS counted
            FROM sanction
            WHERE organization = :organization
              AND (decided_on BETWEEN :from AND :to
                   OR (decided_on IS NULL AND period_start >= :start AND period_end <= :end))
              AND measure = 'SEIZURE'
            GROUP BY unit
            ORDER BY counted DESC, unit
            LIMIT :most
            """)
    List<Seized> seized(String organization, LocalDate from, LocalDate to, LocalDate start, LocalDate end, int most);

    /**
     * Petitions of the span, by kind: those that came in it, and those that came before and were not settled when it
     * began. Either was settled by its end or is pending, so that the two sides add up whatever the rows say. A day is
     * compared with the window; one that is not known is the end of the row's period, compared with that of the period.
     */
    @Query("""
            SELECT kind, COUNT(*) AS counted,
                SUM(earlier) AS carried,
                SUM(settled AND status = 'RESOLVED') AS resolved,
                SUM(settled AND status = 'TRANSFERRED') AS transferred,
                COALESCE(SUM(CASE WHEN NOT earlier THEN people END), 0) AS people,
                SUM(NOT earlier AND people IS NULL) AS missing
            FROM (
                SELECT kind, status, people,
                    COALESCE(received_on < :from, period_end < :start) AS earlier,
                    status <> 'PENDING' AND COALESCE(settled_on <= :to, period_end <= :end, FALSE) AS settled,
                    status <> 'PENDING' AND COALESCE(settled_on < :from, period_end < :start, FALSE) AS settled_earlier
                FROM petition
                WHERE organization = :organization
                  AND (received_on <= :to
                       OR (received_on IS NULL AND period_end <= :end
                           AND (period_start >= :start OR period_end < :start)))
            ) AS p
            WHERE NOT (earlier AND settled_earlier)
            GROUP BY kind
            ORDER BY kind
            """)
    List<Petitioned> petitions(String organization, LocalDate from, LocalDate to, LocalDate start, LocalDate end);

    /** Inspections of one role and kind, planned or not. */
    @Introspected
    record Inspected(String role, String kind, boolean planned, long counted, long entities, long missing) {}

    /** Sanctions of one measure and kind of subject. */
    @Introspected
    record Sanctioned(
            String measure,
            @Nullable String subject,
            long counted,
            @Nullable BigDecimal amount,
            long missing) {}

    /** What was seized in one unit. */
    @Introspected
    record Seized(@Nullable String unit, @Nullable BigDecimal quantity, long missing) {}

    /** Petitions of one kind. */
    @Introspected
    record Petitioned(
            String kind, long counted, long carried, long resolved, long transferred, long people, long missing) {}

    /** How many rows there are of a group; null is the group of those that name none. */
    @Introspected
    record Group(@Nullable String code, long counted) {}
}
