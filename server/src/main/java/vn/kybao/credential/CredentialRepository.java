package vn.kybao.credential;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CredentialRepository extends GenericRepository<CredentialRow, String> {
    void save(CredentialRow row);

    @Query("""
            SELECT c.*
            FROM credential c
            JOIN organization o ON o.code = c.organization
            WHERE c.id = :id AND o.path LIKE :subtree
            """)
    Optional<CredentialRow> find(String id, String subtree);

    @Query("""
            SELECT c.*
            FROM credential c
            JOIN organization o ON o.code = c.organization
            WHERE o.path LIKE :subtree
              AND (:organization IS NULL OR c.organization = :organization)
              AND (:afterAt IS NULL OR (c.created_at, c.id) < (:afterAt, :afterId))
            ORDER BY c.created_at DESC, c.id DESC
            LIMIT :count
            """)
    List<CredentialRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String afterAt,
            @Nullable String afterId,
            int count);

    @Query("""
            UPDATE credential SET revoked_at = :at, version = version + 1
            WHERE id = :id AND version = :version
            """)
    long revoke(String id, long version, Instant at);
}
