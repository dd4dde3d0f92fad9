package vn.kybao.inspection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SanctionRepository extends GenericRepository<SanctionRow, String> {
    void save(SanctionRow row);

    @Query("SELECT * FROM sanction WHERE id = :id FOR UPDATE")
    Optional<SanctionRow> lock(String id);

    @Query("""
            SELECT s.*
            FROM sanction s
            JOIN organization o ON o.code = s.organization
            WHERE s.id = :id AND o.path LIKE :subtree
            """)
    Optional<SanctionRow> find(String id, String subtree);

    @Query("SELECT EXISTS (SELECT 1 FROM sanction WHERE inspection = :inspection)")
    boolean comeFrom(String inspection);

    /**
     * Newest first; those without a day last. The day is compared twice, since neither database finds its place in an
     * index by a pair.
     */
    @Query("""
            SELECT s.*
            FROM sanction s
            JOIN organization o ON o.code = s.organization
            WHERE o.path LIKE :subtree
              AND (:afterOn IS NULL OR s.listed_on <= :afterOn)
              AND (:organization IS NULL OR s.organization = :organization)
              AND (:pattern IS NULL OR s.search_text LIKE :pattern)
              AND (:inspection IS NULL OR s.inspection = :inspection)
              AND (:measure IS NULL OR s.measure = :measure)
              AND (:subject IS NULL OR s.subject = :subject)
              AND (:domain IS NULL OR s.domain = :domain)
              AND (:from IS NULL
                   OR s.decided_on BETWEEN :from AND :to
                   OR (s.decided_on IS NULL AND s.period_start >= :start AND s.period_end <= :end))
              AND (:to IS NULL OR s.listed_on <= :to)
              AND (:afterId IS NULL OR (s.listed_on, s.id) < (:afterOn, :afterId))
            ORDER BY s.listed_on DESC, s.id DESC
            LIMIT :count
            """)
    List<SanctionRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String pattern,
            @Nullable String inspection,
            @Nullable String measure,
            @Nullable String subject,
            @Nullable String domain,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate afterOn,
            @Nullable String afterId,
            int count);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE sanction
            SET inspection = :inspection, subject = :subject, domain = :domain, measure = :measure,
                amount_vnd = :amountVnd, quantity = :quantity, unit = :unit, document = :document,
                decided_on = :decidedOn, period = :period, period_start = :periodStart, period_end = :periodEnd,
                note = :note, search_text = :searchText, version = :version, updated_at = :updatedAt
            WHERE id = :id AND version = :version - 1
            """)
    int update(SanctionRow row);

    @Query("DELETE FROM sanction WHERE id = :id AND version = :version")
    int delete(String id, long version);
}
