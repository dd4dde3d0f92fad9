package vn.kybao.submission;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SubmissionRepository extends GenericRepository<SubmissionRow, String> {
    void save(SubmissionRow row);

    Optional<SubmissionRow> findById(String id);

    /** One that is open to the caller; any other is not found. */
    default SubmissionRow visible(String id) {
        return find(id, Caller.current().path() + "%").orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** Found and locked together with its filing, so that nothing is filed while it is decided. */
    default SubmissionRow visibleAndLocked(String id) {
        SubmissionRow row = visible(id);
        lockFiling(row.organization(), row.regime(), row.period());
        return lock(id).orElseThrow();
    }

    @Query("SELECT * FROM submission WHERE id = :id FOR UPDATE")
    Optional<SubmissionRow> lock(String id);

    @Query("""
            SELECT s.*
            FROM submission s
            JOIN organization o ON o.code = s.organization
            JOIN regime r ON r.code = s.regime
            JOIN organization c ON c.code = r.receiver
            WHERE s.id = :id AND (o.path LIKE :subtree OR c.path LIKE :subtree)
            """)
    Optional<SubmissionRow> find(String id, String subtree);

    @Query("""
            SELECT s.*
            FROM submission s
            JOIN organization o ON o.code = s.organization
            JOIN regime r ON r.code = s.regime
            JOIN organization c ON c.code = r.receiver
            WHERE (o.path LIKE :subtree OR c.path LIKE :subtree)
              AND (:organization IS NULL OR s.organization = :organization)
              AND (:regime IS NULL OR s.regime = :regime)
              AND (:period IS NULL OR s.period = :period)
              AND (:status IS NULL OR s.status = :status)
              AND (:reference IS NULL
                   OR EXISTS (SELECT 1 FROM client_reference f
                              WHERE f.submission = s.id AND f.reference = :reference))
              AND (:afterAt IS NULL OR (s.received_at, s.id) < (:afterAt, :afterId))
            ORDER BY s.received_at DESC, s.id DESC
            LIMIT :count
            """)
    List<SubmissionRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String regime,
            @Nullable String period,
            @Nullable String status,
            @Nullable String reference,
            @Nullable String afterAt,
            @Nullable String afterId,
            int count);

    /** The latest of an organization's filings under a regime for a period. */
    @Query("""
            SELECT *
            FROM submission
            WHERE organization = :organization AND regime = :regime AND period = :period
            ORDER BY revision DESC
            LIMIT 1
            """)
    Optional<SubmissionRow> latest(String organization, String regime, String period);

    /** The latest that stands: in force, or waiting to be. */
    @Query("""
            SELECT *
            FROM submission
            WHERE organization = :organization AND regime = :regime AND period = :period
              AND status IN ('IN_FORCE', 'AWAITING_REVIEW', 'AWAITING_JUSTIFICATION')
            ORDER BY revision DESC
            LIMIT 1
            """)
    Optional<SubmissionRow> standing(String organization, String regime, String period);

    @Query("""
            UPDATE submission
            SET status = :next, decided_by = :by, decided_at = :at, decision_reason = :reason, version = version + 1
            WHERE id = :id AND status = :status AND version = :version
            """)
    long decide(String id, String status, long version, String next, String by, Instant at, @Nullable String reason);

    /** Moves on once everything has been answered, or stays and is only counted on. */
    @Query("""
            UPDATE submission
            SET status = :next, version = version + 1
            WHERE id = :id AND status = :status AND version = :version
            """)
    long moveOn(String id, String status, long version, String next);

    @Query("UPDATE submission SET status = 'SUPERSEDED', version = version + 1 WHERE id = :id")
    void supersede(String id);

    /** In force again, since one of its figures is; 0 when it was not superseded. */
    @Query("""
            UPDATE submission SET status = 'IN_FORCE', version = version + 1
            WHERE id = :id AND status = 'SUPERSEDED'
            """)
    long reinstate(String id);

    /** Those of the submissions, all of them in force, that have no figure in force any more. */
    @Query("""
            SELECT s.id
            FROM submission s
            WHERE s.id IN (:ids) AND s.status = 'IN_FORCE'
              AND NOT EXISTS (SELECT 1 FROM observation v WHERE v.submission = s.id AND v.in_force_to IS NULL)
            ORDER BY s.id
            """)
    List<String> withoutFigures(Collection<String> ids);

    @Query("""
            SELECT revision FROM filing
            WHERE organization = :organization AND regime = :regime AND period = :period
            FOR UPDATE
            """)
    Optional<Integer> lockFiling(String organization, String regime, String period);

    @Query("""
            INSERT INTO filing (organization, regime, period, revision)
            VALUES (:organization, :regime, :period, 0)
            """)
    void beginFiling(String organization, String regime, String period);

    @Query("""
            UPDATE filing SET revision = :revision
            WHERE organization = :organization AND regime = :regime AND period = :period
            """)
    void countFiling(String organization, String regime, String period, int revision);

    @Query("""
            SELECT submission, content_sha256
            FROM client_reference
            WHERE organization = :organization AND reference = :reference
            """)
    Optional<Named> named(String organization, String reference);

    @Query("""
            INSERT INTO client_reference (organization, reference, submission, content_sha256)
            VALUES (:organization, :reference, :submission, :sha256)
            """)
    void name(String organization, String reference, String submission, String sha256);

    @Query("""
            SELECT *
            FROM submission_value
            WHERE submission = :submission AND position > :after
            ORDER BY position
            LIMIT :count
            """)
    List<ValueRow> values(String submission, int after, int count);

    /** What a client reference names. */
    @Introspected
    record Named(String submission, String contentSha256) {}
}
