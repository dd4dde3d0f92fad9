package vn.kybao.recommendation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.Citing;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RecommendationRepository extends GenericRepository<RecommendationRow, String>, Citing {
    void save(RecommendationRow row);

    Optional<RecommendationRow> findById(String id);

    @Query("SELECT * FROM recommendation WHERE id = :id FOR UPDATE")
    Optional<RecommendationRow> lock(String id);

    /** The last time that one was raised, held so that nobody raises it at the same time. */
    @Query("""
            SELECT *
            FROM recommendation
            WHERE origin = :origin
            ORDER BY times_raised DESC
            LIMIT 1
            FOR UPDATE
            """)
    Optional<RecommendationRow> lockLast(String origin);

    /** The first of the later times that lies in a period or after it. */
    @Query("""
            SELECT *
            FROM recommendation
            WHERE origin = :origin AND times_raised > :times AND period_end >= :periodEnd
            ORDER BY times_raised
            LIMIT 1
            """)
    Optional<RecommendationRow> raisedSince(String origin, int times, LocalDate periodEnd);

    /** Whether a document answers a recommendation that an organization of a subtree raised or was addressed by. */
    @Query("""
            SELECT EXISTS (SELECT 1
                           FROM recommendation r
                           JOIN organization o ON o.code IN (r.organization, r.addressee_organization)
                           WHERE r.response_document = :document AND o.path LIKE :subtree)
            """)
    @Override
    boolean isCited(String document, String subtree);

    /** Which ones raise others again. */
    @Query("SELECT repeats AS old, id FROM recommendation WHERE repeats IN (:ids) ORDER BY id")
    List<Repetition> repetitions(Collection<String> ids);

    /**
     * One that raises another again.
     *
     * @param old what it repeats
     * @param id its own id
     */
    @Introspected
    record Repetition(String old, String id) {}

    /** Latest first. The period's end is compared twice, since neither database finds its place in an index by a pair. */
    @Query("""
            SELECT r.*
            FROM recommendation r
            JOIN organization o ON o.code = r.organization
            LEFT JOIN organization a ON a.code = r.addressee_organization
            WHERE (o.path LIKE :subtree OR a.path LIKE :subtree)
              AND (:afterEnd IS NULL OR r.period_end <= :afterEnd)
              AND (:organization IS NULL OR r.organization = :organization)
              AND (:addressee IS NULL OR r.addressee_organization = :addressee)
              AND (:pattern IS NULL OR r.search_text LIKE :pattern)
              AND (:period IS NULL OR r.raised_in = :period)
              AND (:status IS NULL OR r.status = :status)
              AND (:offeredFor IS NULL
                   OR (r.period_end < :offeredFor AND r.status NOT IN ('REJECTED', 'IMPLEMENTED')
                       AND NOT EXISTS (SELECT 1 FROM recommendation n WHERE n.repeats = r.id)))
              AND (:afterEnd IS NULL OR (r.period_end, r.id) < (:afterEnd, :afterId))
            ORDER BY r.period_end DESC, r.id DESC
            LIMIT :count
            """)
    List<RecommendationRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String addressee,
            @Nullable String pattern,
            @Nullable String period,
            @Nullable String status,
            @Nullable LocalDate offeredFor,
            @Nullable LocalDate afterEnd,
            @Nullable String afterId,
            int count);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE recommendation
            SET text = :text, addressee_organization = :addresseeOrganization, addressee_text = :addresseeText,
                reason = :reason, limitation = :limitation, search_text = :searchText, updated_at = :at,
                version = version + 1
            WHERE id = :id AND version = :version
            """)
    long update(
            String id,
            String text,
            @Nullable String addresseeOrganization,
            @Nullable String addresseeText,
            @Nullable String reason,
            @Nullable String limitation,
            String searchText,
            Instant at,
            long version);

    @Query("""
            UPDATE recommendation
            SET status = :next, response_text = :text, response_document = :document, responded_on = :on,
                responded_by = :by, responded_at = :at, updated_at = :at, version = version + 1
            WHERE id = :id AND status = :status AND version = :version
            """)
    long respond(
            String id,
            String status,
            long version,
            String next,
            String text,
            @Nullable String document,
            LocalDate on,
            String by,
            Instant at);

    @Query("DELETE FROM recommendation WHERE id = :id AND version = :version")
    long delete(String id, long version);
}
