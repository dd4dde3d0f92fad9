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
import vn.kybao.document.Citing;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TaskRepository extends GenericRepository<TaskRow, String>, Citing {
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

    /** Whether a document sets or extends a task that concerns an organization of a subtree; each way along its own index. */
    @Query("""
            SELECT EXISTS (SELECT 1
                           FROM task t
                           JOIN task_party p ON p.task = t.id
                           JOIN organization o ON o.code = p.organization
                           WHERE t.source_document = :document AND o.path LIKE :subtree)
                OR EXISTS (SELECT 1
                           FROM task t
                           JOIN task_party p ON p.task = t.id
                           JOIN organization o ON o.code = p.organization
                           WHERE t.extension_document = :document AND o.path LIKE :subtree)
            """)
    @Override
    boolean isCited(String document, String subtree);

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
     * Counts what an organization was to do, by assigner, lead and register, in one pass over an index. What was
     * extended later counts by the deadline that stood on the day.
     *
     * @param before the last day before those that are counted
     * @param day the last of them
     */
    @Query("""
            SELECT t.assigner_key,
                   t.lead_key,
                   t.register,
                   MIN(t.id) AS example,
                   COUNT(CASE WHEN (t.status <> 'CANCELLED' OR t.left_on > :day) AND t.begins_on <= :before
                              THEN 1 END) AS carried_over,
                   COUNT(CASE WHEN (t.status <> 'CANCELLED' OR t.left_on > :day) AND t.begins_on > :before
                              THEN 1 END) AS assigned,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= :day THEN 1 END) AS completed,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= :day
                                   AND t.completed_on > COALESCE(f.due_order, t.due_order) THEN 1 END) AS late,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= :day
                                   AND COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 1 END) AS no_deadline,
                   COUNT(CASE WHEN t.left_on > :day AND COALESCE(f.due_order, t.due_order) < :day
                              THEN 1 END) AS overdue,
                   COUNT(CASE WHEN t.status = 'CANCELLED' AND t.left_on <= :day THEN 1 END) AS cancelled
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= :day AND f.stood_until > :day
            WHERE t.organization = :organization AND t.left_on > :before AND t.begins_on <= :day
              AND (:register IS NULL OR t.register = :register)
            GROUP BY t.assigner_key, t.lead_key, t.register
            ORDER BY t.assigner_key, t.lead_key, t.register
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
            long completed,
            long late,
            long noDeadline,
            long overdue,
            long cancelled) {}
}
