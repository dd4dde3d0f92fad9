package vn.kybao.section;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SectionVersionRepository extends GenericRepository<SectionVersionRow, String> {
    void save(SectionVersionRow row);

    void saveAll(Iterable<SectionVersionRow> rows);

    /** One version, for those who may read the section or could when it was there. */
    @Query("""
            SELECT v.*
            FROM section_version v
            JOIN organization o ON o.code = v.organization
            JOIN regime r ON r.code = v.regime
            JOIN organization c ON c.code = r.receiver
            WHERE v.section = :section AND v.version = :version AND (o.path LIKE :subtree OR c.path LIKE :subtree)
            """)
    Optional<SectionVersionRow> find(String section, long version, String subtree);

    @Query("""
            SELECT v.version, v.label, v.ordinal, v.parent, v.title, v.kind, v.plan_for, v.written_by, v.written_at
            FROM section_version v
            JOIN organization o ON o.code = v.organization
            JOIN regime r ON r.code = v.regime
            JOIN organization c ON c.code = r.receiver
            WHERE v.section = :section AND (o.path LIKE :subtree OR c.path LIKE :subtree)
              AND (:before IS NULL OR v.version < :before)
            ORDER BY v.version DESC
            LIMIT :count
            """)
    List<Line> page(String section, String subtree, @Nullable Long before, int count);

    /** A version without its text. */
    @Introspected
    record Line(
            long version,
            @Nullable String label,
            @Nullable Integer ordinal,
            @Nullable String parent,
            String title,
            @Nullable String kind,
            @Nullable String planFor,
            String writtenBy,
            Instant writtenAt) {}
}
