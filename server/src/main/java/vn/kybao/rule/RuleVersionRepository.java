package vn.kybao.rule;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RuleVersionRepository extends GenericRepository<RuleVersionRow, Long> {
    void save(RuleVersionRow row);

    /** How many writes of rules have been committed, and those of this transaction. */
    @Query("SELECT writes FROM rule_set WHERE id = 1")
    long writes();

    /** As {@link #writes}, and keeps it so: no write is counted until this transaction ends. */
    @Query("SELECT writes FROM rule_set WHERE id = 1 LOCK IN SHARE MODE")
    long writesHeld();

    /** Counts a write; until it commits or not, no other is counted. */
    @Query("UPDATE rule_set SET writes = writes + 1 WHERE id = 1")
    void countWrite();

    @Query("""
            SELECT *
            FROM rule_version
            WHERE rule = :rule AND (:before IS NULL OR version < :before)
            ORDER BY version DESC
            LIMIT :count
            """)
    List<RuleVersionRow> history(String rule, @Nullable Long before, int count);
}
