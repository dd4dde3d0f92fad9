package vn.kybao.task;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TaskRepository extends GenericRepository<TaskRow, String> {
    void saveAll(Iterable<TaskRow> rows);

    /** Writes the next version; the one before must have been locked. */
    void update(TaskRow row);

    @Query("SELECT * FROM task WHERE id = :id FOR UPDATE")
    Optional<TaskRow> lock(String id);

    @Query("""
            SELECT *
            FROM task
            WHERE organization = :organization AND register = :register AND external_id = :externalId
            FOR UPDATE
            """)
    Optional<TaskRow> lockExternal(String organization, String register, String externalId);

    /** Those of a register's ids that are taken. */
    @Query("""
            SELECT external_id
            FROM task
            WHERE organization = :organization AND register = :register AND external_id IN (:externalIds)
            ORDER BY external_id
            """)
    List<String> taken(String organization, String register, Collection<String> externalIds);

    /** One that concerns an organization of a subtree. */
    @Query("""
            SELECT t.*
            FROM task t
            WHERE t.id = :id
              AND EXISTS (SELECT 1
                          FROM task_party p
                          JOIN organization o ON o.code = p.organization
                          WHERE p.task = t.id AND o.path LIKE :subtree)
            """)
    Optional<TaskRow> find(String id, String subtree);

    /** Its notes of progress, its parties' places and all that hangs on it go with it. */
    @Query("DELETE FROM task WHERE id = :id")
    void delete(String id);

    /** Those with something doubtful kept with them that were assigned or left on some days, the newest first. */
    @Query("""
            SELECT id, findings
            FROM task
            WHERE organization = :organization
              AND (begins_on BETWEEN :start AND :end OR left_on BETWEEN :start AND :end)
              AND findings <> '[]'
            ORDER BY id DESC
            LIMIT :count
            """)
    List<Doubted> doubted(String organization, LocalDate start, LocalDate end, int count);

    /** The parties that some tasks name. */
    @Query("""
            SELECT assigner_key, assigner_organization, assigner_text, lead_key, lead_organization, lead_text
            FROM task
            WHERE id IN (:ids)
            ORDER BY id
            """)
    List<Named> named(Collection<String> ids);

    /**
     * Counts what an organization was to do, by assigner, lead and register, in one pass over an index.
     *
     * @param before the last day before those that are counted
     * @param day the last of them
     */
    @Query("""
            SELECT assigner_key,
                   lead_key,
                   register,
                   MIN(id) AS example,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND begins_on <= :before THEN 1 END) AS carried_over,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND begins_on > :before THEN 1 END) AS assigned,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= :day AND completed_on <= deadline
                              THEN 1 END) AS on_time,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= :day AND completed_on > deadline
                              THEN 1 END) AS late,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= :day AND deadline IS NULL
                              THEN 1 END) AS no_deadline,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND left_on > :day AND deadline < :day THEN 1 END) AS overdue,
                   COUNT(CASE WHEN status = 'CANCELLED' THEN 1 END) AS cancelled
            FROM task
            WHERE organization = :organization AND left_on > :before AND begins_on <= :day
              AND (:register IS NULL OR register = :register)
            GROUP BY assigner_key, lead_key, register
            ORDER BY assigner_key, lead_key, register
            """)
    List<Cell> count(String organization, LocalDate before, LocalDate day, @Nullable String register);

    /** A task with what is doubtful about it. */
    @Introspected
    record Doubted(String id, String findings) {}

    /** The parties of one task. */
    @Introspected
    record Named(
            @Nullable String assignerKey,
            @Nullable String assignerOrganization,
            @Nullable String assignerText,
            @Nullable String leadKey,
            @Nullable String leadOrganization,
            @Nullable String leadText) {}

    /** What one assigner gave one lead by one register, with one of those tasks. */
    @Introspected
    record Cell(
            @Nullable String assignerKey,
            @Nullable String leadKey,
            @Nullable String register,
            String example,
            long carriedOver,
            long assigned,
            long onTime,
            long late,
            long noDeadline,
            long overdue,
            long cancelled) {}
}
