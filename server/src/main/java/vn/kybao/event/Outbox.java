package vn.kybao.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Takes down every committed change, in the transaction that made it, for delivery. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Outbox extends GenericRepository<EventRow, Long> {
    @Query("""
            INSERT INTO outbox_event (at, change_type, resource, resource_id, organization, version)
            VALUES (:at, :changeType, :resource, :resourceId, :organization, :version)
            """)
    void append(Instant at, String changeType, String resource, String resourceId, String organization, long version);
}
