package vn.kybao.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface KeyRepository extends GenericRepository<KeyRow, String> {
    /** Fails at once while another transaction holds the row: that request is still running. */
    @Query("""
            SELECT organization, operation, idem_key, fingerprint, status, content_type, etag, location, body, created_at
            FROM idempotency_key
            WHERE organization = :organization AND operation = :operation AND idem_key = :key
            FOR UPDATE NOWAIT
            """)
    Optional<KeyRow> findForUpdate(String organization, String operation, String key);

    @Query("""
            INSERT INTO idempotency_key
                (organization, operation, idem_key, fingerprint, status, content_type, body, created_at)
            VALUES (:organization, :operation, :key, :fingerprint, 0, '', '', :createdAt)
            """)
    void claim(String organization, String operation, String key, String fingerprint, Instant createdAt);

    @Query("""
            UPDATE idempotency_key
            SET status = :status, content_type = :contentType, etag = :etag, location = :location, body = :body
            WHERE organization = :organization AND operation = :operation AND idem_key = :key
            """)
    void complete(
            String organization,
            String operation,
            String key,
            int status,
            String contentType,
            @Nullable String etag,
            @Nullable String location,
            byte[] body);

    @Query("DELETE FROM idempotency_key WHERE created_at < :before LIMIT 10000")
    long deleteBefore(Instant before);
}
