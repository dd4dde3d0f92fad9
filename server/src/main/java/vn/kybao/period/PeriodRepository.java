package vn.kybao.period;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PeriodRepository extends GenericRepository<AdhocPeriodRow, String> {
    void save(AdhocPeriodRow row);

    Optional<AdhocPeriodRow> findByCode(String code);

    @Query("""
            SELECT code, start_date, end_date, created_at
            FROM adhoc_period
            WHERE start_date <= :last AND end_date >= :first
            ORDER BY start_date, end_date, code
            LIMIT 900
            """)
    List<AdhocPeriodRow> touching(LocalDate first, LocalDate last);
}
