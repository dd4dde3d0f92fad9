package vn.kybao.rule;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RuleRepository extends GenericRepository<RuleRow, String> {
    void save(RuleRow row);

    /** Writes the next version; the one before must have been locked. */
    void update(RuleRow row);

    Optional<RuleRow> findByCode(String code);

    @Query("SELECT * FROM rule WHERE code = :code FOR UPDATE")
    Optional<RuleRow> lock(String code);

    @Query("""
            SELECT *
            FROM rule
            WHERE (:pattern IS NULL OR search_text LIKE :pattern)
              AND (:owner IS NULL OR owner = :owner)
              AND (:severity IS NULL OR severity = :severity)
              AND (:after IS NULL OR code > :after)
            ORDER BY code
            LIMIT :count
            """)
    List<RuleRow> page(
            @Nullable String pattern,
            @Nullable String owner,
            @Nullable String severity,
            @Nullable String after,
            int count);

    /** Those of the owners that are valid on some day between the two. */
    @Query("""
            SELECT *
            FROM rule
            WHERE owner IN (:owners)
              AND (valid_from IS NULL OR valid_from <= :windowEnd)
              AND (valid_to IS NULL OR valid_to >= :windowStart)
            ORDER BY code
            """)
    List<RuleRow> valid(Collection<String> owners, LocalDate windowStart, LocalDate windowEnd);
}
