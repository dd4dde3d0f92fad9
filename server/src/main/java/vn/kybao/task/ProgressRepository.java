package vn.kybao.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProgressRepository extends GenericRepository<ProgressRow, String> {
    void save(ProgressRow row);

    /** The last notes of each of some tasks, in the order in which they were made. */
    @Query("""
            SELECT p.*
            FROM task_progress p
            JOIN task t ON t.id = p.task
            WHERE p.task IN (:tasks) AND p.position >= t.progress_count - :count
            ORDER BY p.task, p.position
            """)
    List<ProgressRow> last(Collection<String> tasks, int count);
}
