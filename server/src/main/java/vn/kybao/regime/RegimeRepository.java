package vn.kybao.regime;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RegimeRepository extends GenericRepository<RegimeRow, String> {
    void save(RegimeRow row);

    /** Writes the next version; the one before must have been locked. */
    void update(RegimeRow row);

    Optional<RegimeRow> findByCode(String code);

    List<RegimeRow> findByReceiverOrderByCode(String receiver);

    @Query("SELECT * FROM regime WHERE code = :code FOR UPDATE")
    Optional<RegimeRow> lock(String code);

    @Query("SELECT * FROM regime ORDER BY code")
    List<RegimeRow> all();

    @Query("SELECT code FROM regime ORDER BY code LIMIT 10000")
    List<String> codes();

    @Query("""
            SELECT *
            FROM regime
            WHERE (:pattern IS NULL OR search_text LIKE :pattern)
              AND (:owner IS NULL OR owner = :owner)
              AND (:receiver IS NULL OR receiver = :receiver)
              AND (:after IS NULL OR code > :after)
            ORDER BY code
            LIMIT :count
            """)
    List<RegimeRow> page(
            @Nullable String pattern,
            @Nullable String owner,
            @Nullable String receiver,
            @Nullable String after,
            int count);
}
