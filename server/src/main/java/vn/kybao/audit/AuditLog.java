package vn.kybao.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Appends to the audit; nothing in the service changes or deletes what stands there. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AuditLog extends GenericRepository<AuditRow, Long> {
    @Query("""
            INSERT INTO audit_entry (at, caller, organization, operation, resource, resource_id, change_type, version, detail, request_id)
            VALUES (:at, :caller, :organization, :operation, :resource, :resourceId, :changeType, :version, :detail, :requestId)
            """)
    void append(
            Instant at,
            String caller,
            String organization,
            String operation,
            String resource,
            String resourceId,
            String changeType,
            long version,
            @Nullable String detail,
            String requestId);
}
