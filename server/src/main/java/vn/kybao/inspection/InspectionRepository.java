package vn.kybao.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InspectionRepository extends GenericRepository<InspectionRow, String> {
    void save(InspectionRow row);

    @Query("SELECT * FROM inspection WHERE id = :id FOR UPDATE")
    Optional<InspectionRow> lock(String id);

    @Query("""
            SELECT i.*
            FROM inspection i
            JOIN organization o ON o.code = i.organization
            WHERE i.id = :id AND o.path LIKE :subtree
            """)
    Optional<InspectionRow> find(String id, String subtree);

    /** Whose an inspection is; it is not deleted before the reading transaction has ended. */
    @Query("SELECT organization FROM inspection WHERE id = :id LOCK IN SHARE MODE")
    Optional<String> hold(String id);

    /**
     * Where inspections stand and how long they are, without their texts: newest first, those without a day last. The day
     * is compared twice, since neither database finds its place in an index by a pair.
     */
    @Query("""
            SELECT i.id, i.counted_on, i.weight
            FROM inspection i
            JOIN organization o ON o.code = i.organization
            WHERE o.path LIKE :subtree
              AND (:afterOn IS NULL OR i.listed_on <= :afterOn)
              AND (:organization IS NULL OR i.organization = :organization)
              AND (:pattern IS NULL OR i.search_text LIKE :pattern)
              AND (:kind IS NULL OR i.kind = :kind)
              AND (:domain IS NULL OR i.domain = :domain)
              AND (:from IS NULL
                   OR i.counted_on BETWEEN :from AND :to
                   OR (i.counted_on IS NULL AND i.period_start >= :start AND i.period_end <= :end))
              AND (:to IS NULL OR i.listed_on <= :to)
              AND (:afterId IS NULL OR (i.listed_on, i.id) < (:afterOn, :afterId))
            ORDER BY i.listed_on DESC, i.id DESC
            LIMIT :count
            """)
    List<Head> page(
            String subtree,
            @Nullable String organization,
            @Nullable String pattern,
            @Nullable String kind,
            @Nullable String domain,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate afterOn,
            @Nullable String afterId,
            int count);

    @Query("SELECT * FROM inspection WHERE id IN (:ids) ORDER BY listed_on DESC, id DESC")
    List<InspectionRow> findAll(Collection<String> ids);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE inspection
            SET role = :role, kind = :kind, planned = :planned, domain = :domain, title = :title,
                started_on = :startedOn, ended_on = :endedOn, period = :period, period_start = :periodStart,
                period_end = :periodEnd, lead_organization = :leadOrganization, lead_text = :leadText,
                partners = :partners, organizations = :organizations, individuals = :individuals, findings = :findings,
                search_text = :searchText, version = :version, updated_at = :updatedAt
            WHERE id = :id AND version = :version - 1
            """)
    int update(InspectionRow row);

    @Query("DELETE FROM inspection WHERE id = :id AND version = :version")
    int delete(String id, long version);

    /** An inspection without its texts. */
    @Introspected
    record Head(String id, @Nullable LocalDate countedOn, long weight) {}
}
