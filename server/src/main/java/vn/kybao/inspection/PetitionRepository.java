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
interface PetitionRepository extends GenericRepository<PetitionRow, String> {
    void save(PetitionRow row);

    @Query("SELECT * FROM petition WHERE id = :id FOR UPDATE")
    Optional<PetitionRow> lock(String id);

    @Query("""
            SELECT p.*
            FROM petition p
            JOIN organization o ON o.code = p.organization
            WHERE p.id = :id AND o.path LIKE :subtree
            """)
    Optional<PetitionRow> find(String id, String subtree);

    /**
     * Newest first; those without a day last. Those of a span are the ones that are counted in it, carried over or new. The
     * day is compared twice, since neither database finds its place in an index by a pair.
     */
    @Query("""
            SELECT p.*
            FROM petition p
            JOIN organization o ON o.code = p.organization
            WHERE o.path LIKE :subtree
              AND (:afterOn IS NULL OR p.listed_on <= :afterOn)
              AND (:organization IS NULL OR p.organization = :organization)
              AND (:pattern IS NULL OR p.search_text LIKE :pattern)
              AND (:kind IS NULL OR p.kind = :kind)
              AND (:status IS NULL OR p.status = :status)
              AND (:from IS NULL
                   OR p.received_on BETWEEN :from AND :to
                   OR (p.received_on IS NULL AND p.period_start >= :start AND p.period_end <= :end)
                   OR (p.kind <> 'RECEPTION' AND COALESCE(p.received_on < :from, p.period_end < :start)
                       AND (p.status = 'PENDING'
                            OR NOT COALESCE(p.settled_on < :from, p.period_end < :start, FALSE))))
              AND (:to IS NULL OR p.listed_on <= :to)
              AND (:afterId IS NULL OR (p.listed_on, p.id) < (:afterOn, :afterId))
            ORDER BY p.listed_on DESC, p.id DESC
            LIMIT :count
            """)
    List<PetitionRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String pattern,
            @Nullable String kind,
            @Nullable String status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate afterOn,
            @Nullable String afterId,
            int count);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE petition
            SET kind = :kind, people = :people, received_on = :receivedOn, period = :period,
                period_start = :periodStart, period_end = :periodEnd, about = :about, status = :status,
                settled_on = :settledOn, transferred_organization = :transferredOrganization,
                transferred_text = :transferredText, note = :note, search_text = :searchText, version = :version,
                updated_at = :updatedAt
            WHERE id = :id AND version = :version - 1
            """)
    int update(PetitionRow row);

    @Query("DELETE FROM petition WHERE id = :id AND version = :version")
    int delete(String id, long version);
}
