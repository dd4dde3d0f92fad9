package vn.kybao.finding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Reads which documents the rows of other features name; it writes nothing. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CitedRepository extends GenericRepository<CitedRow, String> {
    /**
     * The documents that set or extended the tasks of some days, by which sanctions were decided on them, from which figures
     * of the period were taken, and that answered what was raised in it or answered on those days.
     */
    @Query("""
            SELECT t.source_document AS id
            FROM task t
            WHERE t.organization = :organization AND t.source_document IS NOT NULL
              AND t.begins_on <= :end AND t.left_on >= :start
            UNION
            SELECT t.extension_document AS id
            FROM task t
            WHERE t.organization = :organization AND t.extension_document IS NOT NULL
              AND t.begins_on <= :end AND t.left_on >= :start
            UNION
            SELECT s.document AS id
            FROM sanction s
            WHERE s.organization = :organization AND s.document IS NOT NULL
              AND (s.decided_on BETWEEN :start AND :end
                   OR (s.decided_on IS NULL AND s.period_start >= :start AND s.period_end <= :end))
            UNION
            SELECT o.document AS id
            FROM observation o
            WHERE o.organization = :organization AND o.period = :period AND o.document IS NOT NULL
              AND o.in_force_to IS NULL
            UNION
            SELECT r.response_document AS id
            FROM recommendation r
            WHERE r.organization = :organization AND r.response_document IS NOT NULL
              AND (r.raised_in = :period OR r.responded_on BETWEEN :start AND :end)
            ORDER BY id
            LIMIT :count
            """)
    List<String> documents(String organization, String period, LocalDate start, LocalDate end, int count);
}
