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
 * twice, since neither database finds its place in an index by a pair. Each order is read in two ways, by how many tasks
 * the caller sees; {@code covered} says that the owner asked for lies in the caller's subtree, so that all of its are seen.
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
    @Query(TaskListSql.FROM + TaskListSql.AMONG_FEW + TaskListSql.CHOICE + TaskListSql.BY_DEADLINE)
    List<Head> byDeadlineAmongFew(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    @Query(TaskListSql.FROM + TaskListSql.AMONG_MANY + TaskListSql.CHOICE + TaskListSql.BY_DEADLINE)
    List<Head> byDeadlineAmongMany(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    /** By the day they were assigned, or their period began. */
    @Query(TaskListSql.FROM + TaskListSql.AMONG_FEW + TaskListSql.CHOICE + TaskListSql.BY_BEGINNING)
    List<Head> byBeginningAmongFew(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    @Query(TaskListSql.FROM + TaskListSql.AMONG_MANY + TaskListSql.CHOICE + TaskListSql.BY_BEGINNING)
    List<Head> byBeginningAmongMany(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    /** Those that were changed last first. */
    @Query(TaskListSql.FROM + TaskListSql.AMONG_FEW + TaskListSql.CHOICE + TaskListSql.BY_CHANGE)
    List<Head> byChangeAmongFew(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    @Query(TaskListSql.FROM + TaskListSql.AMONG_MANY + TaskListSql.CHOICE + TaskListSql.BY_CHANGE)
    List<Head> byChangeAmongMany(
            boolean covered,
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
            boolean openOnly,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable String timeliness,
            LocalDate asOf,
            LocalDate soon,
            @Nullable String after,
            @Nullable String afterId,
            int count);

    /** How many tasks are seen from a subtree, counted up to a limit. */
    @Query("""
            SELECT COUNT(*)
            FROM (SELECT 1
                  FROM task_party p
                  JOIN organization w ON w.code = p.organization
                  WHERE w.path LIKE :subtree
                  LIMIT :most) AS seen
            """)
    long seen(String subtree, int most);
}
