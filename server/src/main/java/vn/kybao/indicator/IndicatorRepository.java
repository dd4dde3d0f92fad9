package vn.kybao.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IndicatorRepository extends GenericRepository<IndicatorRow, String> {
    void save(IndicatorRow row);

    /** Writes the next version; the one before must have been locked. */
    void update(IndicatorRow row);

    Optional<IndicatorRow> findByCode(String code);

    @Query("SELECT * FROM indicator WHERE code = :code FOR UPDATE")
    Optional<IndicatorRow> lock(String code);

    @Query("SELECT * FROM indicator WHERE code IN (:codes) ORDER BY code")
    List<IndicatorRow> findAll(Collection<String> codes);

    /** Those that are made of others: derived, or a ratio of two. */
    @Query("SELECT * FROM indicator WHERE formula IS NOT NULL OR denominator IS NOT NULL ORDER BY code")
    List<IndicatorRow> related();

    /** Those that state a total over rows. */
    @Query("SELECT * FROM indicator WHERE states IS NOT NULL ORDER BY code")
    List<IndicatorRow> stating();

    @Query("SELECT code FROM indicator ORDER BY code LIMIT 10000")
    List<String> codes();

    @Query("""
            SELECT *
            FROM indicator
            WHERE (:pattern IS NULL OR search_text LIKE :pattern)
              AND (:owner IS NULL OR owner = :owner)
              AND (:kind IS NULL OR kind = :kind)
              AND (:after IS NULL OR code > :after)
            ORDER BY code
            LIMIT :count
            """)
    List<IndicatorRow> page(
            @Nullable String pattern, @Nullable String owner, @Nullable String kind, @Nullable String after, int count);

    /** In force, once in force, or waiting to be. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM observation WHERE indicator = :code)
                OR EXISTS (SELECT 1 FROM submission_value WHERE indicator = :code)
            """)
    boolean hasObservations(String code);
}
