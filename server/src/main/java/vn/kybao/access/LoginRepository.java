package vn.kybao.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LoginRepository extends GenericRepository<LoginRepository.Login, String> {
    /** What is needed to let a request in, in one read. */
    @Query("""
            SELECT c.id, c.organization, o.path, c.secret_hash, c.scopes
            FROM credential c
            JOIN organization o ON o.code = c.organization
            WHERE c.id = :id AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > :now)
            """)
    Optional<Login> login(String id, Instant now);

    @MappedEntity("credential")
    record Login(@Id String id, String organization, String path, String secretHash, String scopes) {}
}
