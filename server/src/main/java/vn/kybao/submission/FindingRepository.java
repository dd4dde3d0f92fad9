package vn.kybao.submission;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FindingRepository extends GenericRepository<FindingRow, String> {
    /** The first findings of some submissions. */
    @Query("""
            SELECT *
            FROM submission_finding
            WHERE submission IN (:submissions) AND position < :count
            ORDER BY submission, position
            """)
    List<FindingRow> first(Collection<String> submissions, int count);

    @Query("""
            SELECT *
            FROM submission_finding
            WHERE submission IN (:submissions) AND justification IS NOT NULL
            ORDER BY submission, position
            LIMIT :count
            """)
    List<FindingRow> justified(Collection<String> submissions, int count);

    @Query("""
            SELECT *
            FROM submission_finding
            WHERE submission = :submission AND position > :after
              AND (:severity IS NULL OR severity = :severity)
              AND (:code IS NULL OR code = :code)
            ORDER BY position
            LIMIT :count
            """)
    List<FindingRow> page(String submission, int after, @Nullable String severity, @Nullable String code, int count);

    @Query("SELECT id FROM submission_finding WHERE submission = :submission AND id IN (:ids)")
    List<String> existing(String submission, Collection<String> ids);

    @Query("""
            UPDATE submission_finding
            SET justification = :text, justified_by = :by, justified_at = :at
            WHERE id = :id
            """)
    void justify(String id, String text, String by, Instant at);

    @Query("""
            SELECT COUNT(*)
            FROM submission_finding
            WHERE submission = :submission AND needs_justification AND justification IS NULL
            """)
    long unanswered(String submission);

    @Query("""
            SELECT *
            FROM submission_value
            WHERE submission = :submission AND position IN (:positions)
            """)
    List<ValueRow> values(String submission, Collection<Integer> positions);
}
