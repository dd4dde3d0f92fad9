package vn.kybao.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PartyRepository extends GenericRepository<PartyRow, String> {
    void saveAll(Iterable<PartyRow> rows);

    @Query("DELETE FROM task_party WHERE task = :task")
    void deleteOf(String task);
}
