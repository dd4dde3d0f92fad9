package vn.kybao.task;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of tasks, without their texts: the same choice in three orders, each along an index of its own. A key is compared
 * twice, since neither database finds its place in an index by a pair. A deadline is the one that stood on the day asked
 * for: `f` on that of the timeliness, `o` on the one when tasks were overdue.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TaskListRepository extends GenericRepository<TaskRow, String> {
    /**
     * A task without its texts.
     *
     * @param weight how long they are, without its notes of progress
     */
    @Introspected
    record Head(String id, LocalDate dueOrder, LocalDate beginsOn, Instant updatedAt, long weight) {}

    @Query("SELECT * FROM task WHERE id IN (:ids)")
    List<TaskRow> findAll(Collection<String> ids);

    /** By deadline, those without one last. */
    @Query("""
            SELECT t.id, t.due_order, t.begins_on, t.updated_at, t.weight
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= :asOf AND f.stood_until > :asOf
            LEFT JOIN task_former_deadline o
              ON o.task = t.id AND o.stood_from <= :overdueOn AND o.stood_until > :overdueOn
            WHERE EXISTS (SELECT 1
                          FROM task_party p
                          JOIN organization o ON o.code = p.organization
                          WHERE p.task = t.id AND o.path LIKE :subtree)
              AND (:pattern IS NULL OR t.search_text LIKE :pattern)
              AND (:organization IS NULL OR t.organization = :organization)
              AND (:leader IS NULL OR t.lead_organization = :leader)
              AND (:assigner IS NULL OR t.assigner_organization = :assigner)
              AND (:leaderKey IS NULL OR t.lead_key = :leaderKey)
              AND (:assignerKey IS NULL OR t.assigner_key = :assignerKey)
              AND (:register IS NULL OR t.register = :register)
              AND (:status IS NULL OR t.status = :status)
              AND (:windowStart IS NULL OR (t.left_on >= :windowStart AND t.begins_on <= :windowEnd))
              AND (:overdueOn IS NULL
                   OR (COALESCE(o.due_order, t.due_order) < :overdueOn
                       AND t.begins_on <= :overdueOn AND t.left_on > :overdueOn))
              AND (:dueFrom IS NULL OR t.due_order >= :dueFrom)
              AND (:dueTo IS NULL OR t.due_order <= :dueTo)
              AND (:timeliness IS NULL
                   OR :timeliness = CASE
                        WHEN t.begins_on > :asOf OR (t.status = 'CANCELLED' AND t.left_on <= :asOf) THEN ''
                        WHEN COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 'NO_DEADLINE'
                        WHEN t.left_on <= :asOf AND t.completed_on <= COALESCE(f.due_order, t.due_order)
                          THEN 'COMPLETED_ON_TIME'
                        WHEN t.left_on <= :asOf THEN 'COMPLETED_LATE'
                        WHEN COALESCE(f.due_order, t.due_order) < :asOf THEN 'OVERDUE'
                        WHEN COALESCE(f.due_order, t.due_order) <= :soon THEN 'DUE_SOON'
                        ELSE 'ON_TRACK'
                      END)
              AND (:after IS NULL
                   OR (t.due_order >= :after AND (t.due_order, t.id) > (:after, :afterId)))
            ORDER BY t.due_order, t.id
            LIMIT :count
            """)
    List<Head> byDeadline(
            String subtree,
            @Nullable String pattern,
            @Nullable String organization,
            @Nullable String leader,
            @Nullable String assigner,
            @Nullable String leaderKey,
            @Nullable String assignerKey,
            @Nullable String register,
            @Nullable String status,
            @Nullable LocalDate windowStart,
            @Nullable LocalDate windowEnd,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    /** By the day they were assigned, or their period began. */
    @Query("""
            SELECT t.id, t.due_order, t.begins_on, t.updated_at, t.weight
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= :asOf AND f.stood_until > :asOf
            LEFT JOIN task_former_deadline o
              ON o.task = t.id AND o.stood_from <= :overdueOn AND o.stood_until > :overdueOn
            WHERE EXISTS (SELECT 1
                          FROM task_party p
                          JOIN organization o ON o.code = p.organization
                          WHERE p.task = t.id AND o.path LIKE :subtree)
              AND (:pattern IS NULL OR t.search_text LIKE :pattern)
              AND (:organization IS NULL OR t.organization = :organization)
              AND (:leader IS NULL OR t.lead_organization = :leader)
              AND (:assigner IS NULL OR t.assigner_organization = :assigner)
              AND (:leaderKey IS NULL OR t.lead_key = :leaderKey)
              AND (:assignerKey IS NULL OR t.assigner_key = :assignerKey)
              AND (:register IS NULL OR t.register = :register)
              AND (:status IS NULL OR t.status = :status)
              AND (:windowStart IS NULL OR (t.left_on >= :windowStart AND t.begins_on <= :windowEnd))
              AND (:overdueOn IS NULL
                   OR (COALESCE(o.due_order, t.due_order) < :overdueOn
                       AND t.begins_on <= :overdueOn AND t.left_on > :overdueOn))
              AND (:dueFrom IS NULL OR t.due_order >= :dueFrom)
              AND (:dueTo IS NULL OR t.due_order <= :dueTo)
              AND (:timeliness IS NULL
                   OR :timeliness = CASE
                        WHEN t.begins_on > :asOf OR (t.status = 'CANCELLED' AND t.left_on <= :asOf) THEN ''
                        WHEN COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 'NO_DEADLINE'
                        WHEN t.left_on <= :asOf AND t.completed_on <= COALESCE(f.due_order, t.due_order)
                          THEN 'COMPLETED_ON_TIME'
                        WHEN t.left_on <= :asOf THEN 'COMPLETED_LATE'
                        WHEN COALESCE(f.due_order, t.due_order) < :asOf THEN 'OVERDUE'
                        WHEN COALESCE(f.due_order, t.due_order) <= :soon THEN 'DUE_SOON'
                        ELSE 'ON_TRACK'
                      END)
              AND (:after IS NULL
                   OR (t.begins_on >= :after AND (t.begins_on, t.id) > (:after, :afterId)))
            ORDER BY t.begins_on, t.id
            LIMIT :count
            """)
    List<Head> byBeginning(
            String subtree,
            @Nullable String pattern,
            @Nullable String organization,
            @Nullable String leader,
            @Nullable String assigner,
            @Nullable String leaderKey,
            @Nullable String assignerKey,
            @Nullable String register,
            @Nullable String status,
            @Nullable LocalDate windowStart,
            @Nullable LocalDate windowEnd,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    /** Those that were changed last first. */
    @Query("""
            SELECT t.id, t.due_order, t.begins_on, t.updated_at, t.weight
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= :asOf AND f.stood_until > :asOf
            LEFT JOIN task_former_deadline o
              ON o.task = t.id AND o.stood_from <= :overdueOn AND o.stood_until > :overdueOn
            WHERE EXISTS (SELECT 1
                          FROM task_party p
                          JOIN organization o ON o.code = p.organization
                          WHERE p.task = t.id AND o.path LIKE :subtree)
              AND (:pattern IS NULL OR t.search_text LIKE :pattern)
              AND (:organization IS NULL OR t.organization = :organization)
              AND (:leader IS NULL OR t.lead_organization = :leader)
              AND (:assigner IS NULL OR t.assigner_organization = :assigner)
              AND (:leaderKey IS NULL OR t.lead_key = :leaderKey)
              AND (:assignerKey IS NULL OR t.assigner_key = :assignerKey)
              AND (:register IS NULL OR t.register = :register)
              AND (:status IS NULL OR t.status = :status)
              AND (:windowStart IS NULL OR (t.left_on >= :windowStart AND t.begins_on <= :windowEnd))
              AND (:overdueOn IS NULL
                   OR (COALESCE(o.due_order, t.due_order) < :overdueOn
                       AND t.begins_on <= :overdueOn AND t.left_on > :overdueOn))
              AND (:dueFrom IS NULL OR t.due_order >= :dueFrom)
              AND (:dueTo IS NULL OR t.due_order <= :dueTo)
              AND (:timeliness IS NULL
                   OR :timeliness = CASE
                        WHEN t.begins_on > :asOf OR (t.status = 'CANCELLED' AND t.left_on <= :asOf) THEN ''
                        WHEN COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 'NO_DEADLINE'
                        WHEN t.left_on <= :asOf AND t.completed_on <= COALESCE(f.due_order, t.due_order)
                          THEN 'COMPLETED_ON_TIME'
                        WHEN t.left_on <= :asOf THEN 'COMPLETED_LATE'
                        WHEN COALESCE(f.due_order, t.due_order) < :asOf THEN 'OVERDUE'
                        WHEN COALESCE(f.due_order, t.due_order) <= :soon THEN 'DUE_SOON'
                        ELSE 'ON_TRACK'
                      END)
              AND (:after IS NULL
                   OR (t.updated_at <= :after AND (t.updated_at, t.id) < (:after, :afterId)))
            ORDER BY t.updated_at DESC, t.id DESC
            LIMIT :count
            """)
    List<Head> byChange(
            String subtree,
            @Nullable String pattern,
            @Nullable String organization,
            @Nullable String leader,
            @Nullable String assigner,
            @Nullable String leaderKey,
            @Nullable String assignerKey,
            @Nullable String register,
            @Nullable String status,
            @Nullable LocalDate windowStart,
            @Nullable LocalDate windowEnd,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);
}
