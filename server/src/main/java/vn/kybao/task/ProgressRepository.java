package vn.kybao.task;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/**
 * Notes of progress, in the order in which they were made. The last ones of several tasks are looked up by number: where
 * the first of them comes from another row, as it does here, neither database would begin to read at it.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgressRepository extends GenericRepository<ProgressRow, String> {
    /** The last ten notes of each of some tasks. */
    String LAST_TEN = """
            FROM task t
            STRAIGHT_JOIN (SELECT 1 AS back UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
                UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10) n
            STRAIGHT_JOIN task_progress p ON p.task = t.id AND p.position = t.progress_count - n.back
            WHERE t.id IN (:tasks) AND n.back <= t.progress_count
            """;

    void save(ProgressRow row);

    /** Those of a task from a position on. */
    @Query("SELECT * FROM task_progress WHERE task = :task AND position >= :from ORDER BY position")
    List<ProgressRow> since(String task, int from);

    /** The last ten of each of some tasks. */
    @Query("SELECT p.* " + LAST_TEN + "ORDER BY p.task, p.position")
    List<ProgressRow> last(Collection<String> tasks);

    /** How much text those are. */
    @Query("SELECT p.task, SUM(CHAR_LENGTH(p.text)) AS weight " + LAST_TEN + "GROUP BY p.task ORDER BY p.task")
    List<Weight> weights(Collection<String> tasks);

    /** How much text the notes of a task are that a list shows. */
    @Introspected
    record Weight(String task, long weight) {}
}
