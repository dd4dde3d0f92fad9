package vn.kybao.signing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SigningKeyRepository extends GenericRepository<SigningKeyRow, String> {
    /** Keeps a key unless it is known; several instances may start with the same one at once. */
    @Query("""
            INSERT INTO signing_key (kid, public_jwk, purpose, created_at)
            VALUES (:kid, :publicJwk, :purpose, :createdAt)
            ON DUPLICATE KEY UPDATE kid = kid
            """)
    void keep(String kid, String publicJwk, String purpose, Instant createdAt);

    @Query("SELECT * FROM signing_key WHERE kid = :kid AND purpose = :purpose")
    Optional<SigningKeyRow> find(String kid, String purpose);

    @Query("SELECT * FROM signing_key ORDER BY created_at DESC, kid")
    List<SigningKeyRow> all();
}
