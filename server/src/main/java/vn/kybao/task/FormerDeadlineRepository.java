package vn.kybao.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FormerDeadlineRepository extends GenericRepository<FormerDeadlineRow, String> {
    void save(FormerDeadlineRow row);

    /** Those that stood on a day. */
    @Query("""
            SELECT *
            FROM task_former_deadline
            WHERE task IN (:tasks) AND stood_from <= :day AND stood_until > :day
            ORDER BY task, stood_until
            """)
    List<FormerDeadlineRow> standing(Collection<String> tasks, LocalDate day);

    /** No extension shortens a deadline that was set: one that is set anew was so on every day. */
    @Query("""
            UPDATE task_former_deadline
            SET due_order = CASE WHEN :first IS NULL OR extended_to > :first THEN COALESCE(extended_to, :never)
                                 ELSE :first END
            WHERE task = :task
            """)
    long reset(String task, @Nullable LocalDate first, LocalDate never);
}
