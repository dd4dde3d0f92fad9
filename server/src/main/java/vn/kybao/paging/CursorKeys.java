package vn.kybao.paging;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import java.util.Optional;

/** The key that cursors are signed with: made once, the same for every instance on the database. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CursorKeys extends GenericRepository<CursorKeys.SecretRow, String> {
    /** In a transaction of its own: one that began to read before the key was made would never see it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Query("SELECT secret FROM server_secret WHERE name = :name")
    Optional<String> find(String name);

    /**
     * Keeps the first one when two instances start together. The page that needs it first may be read in a transaction that
     * may not write.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @Query("INSERT IGNORE INTO server_secret (name, secret) VALUES (:name, :secret)")
    void propose(String name, String secret);

    @MappedEntity("server_secret")
    record SecretRow(@Id String name, String secret) {}
}
