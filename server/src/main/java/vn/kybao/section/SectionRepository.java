package vn.kybao.section;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SectionRepository extends GenericRepository<SectionRow, String> {
    void save(SectionRow row);

    void saveAll(Iterable<SectionRow> rows);

    Optional<SectionRow> findById(String id);

    /** One that is open to the caller; any other is not found. */
    default SectionRow visible(String id) {
        return findOpen(id, Caller.current().path() + "%")
                .flatMap(this::findById)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** As {@link #visible}, and locked until the transaction ends. */
    default SectionRow visibleAndLocked(String id) {
        return findOpen(id, Caller.current().path() + "%")
                .flatMap(this::lock)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    @Query("SELECT * FROM section WHERE id = :id FOR UPDATE")
    Optional<SectionRow> lock(String id);

    /** The id when the section is in the subtree, or the receiver of its regime is. */
    @Query("""
            SELECT s.id
            FROM section s
            JOIN organization o ON o.code = s.organization
            JOIN regime r ON r.code = s.regime
            JOIN organization c ON c.code = r.receiver
            WHERE s.id = :id AND (o.path LIKE :subtree OR c.path LIKE :subtree)
            """)
    Optional<String> findOpen(String id, String subtree);

    /**
     * Where sections stand and how long they are, without their texts. Organization and period are compared twice, since
     * neither database finds its place in an index by a row of values.
     */
    @Query("""
            SELECT s.id, s.organization, s.period, s.regime, s.node, s.ordinal, s.weight
            FROM section s
            JOIN organization o ON o.code = s.organization
            JOIN regime r ON r.code = s.regime
            JOIN organization c ON c.code = r.receiver
            WHERE (o.path LIKE :subtree OR c.path LIKE :subtree)
              AND (:afterOrganization IS NULL OR s.organization > :afterOrganization
                   OR (s.organization = :afterOrganization AND s.period >= :afterPeriod))
              AND (:pattern IS NULL OR s.search_text LIKE :pattern)
              AND (:organization IS NULL OR s.organization = :organization)
              AND (:period IS NULL OR s.period = :period)
              AND (:regime IS NULL OR s.regime = :regime)
              AND (:kind IS NULL OR s.kind = :kind)
              AND (:afterOrganization IS NULL
                   OR (s.organization, s.period, s.regime, s.ordinal, s.id)
                      > (:afterOrganization, :afterPeriod, :afterRegime, :afterOrdinal, :afterId))
            ORDER BY s.organization, s.period, s.regime, s.ordinal, s.id
            LIMIT :count
            """)
    List<Head> page(
            String subtree,
            @Nullable String pattern,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable String kind,
            @Nullable String afterOrganization,
            @Nullable String afterPeriod,
            @Nullable String afterRegime,
            @Nullable Integer afterOrdinal,
            @Nullable String afterId,
            int count);

    /** Those of one report, in order. */
    @Query("""
            SELECT id, organization, period, regime, node, ordinal, weight
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime
            ORDER BY ordinal, id
            LIMIT :count
            """)
    List<Head> heads(String organization, String period, String regime, int count);

    /** Those that other periods' reports have at some nodes. */
    @Query("""
            SELECT id, organization, period, regime, node, ordinal, weight
            FROM section
            WHERE organization = :organization AND regime = :regime AND period IN (:periods) AND node IN (:nodes)
            ORDER BY period, node
            """)
    List<Head> elsewhere(String organization, String regime, Collection<String> periods, Collection<String> nodes);

    @Query("""
            SELECT *
            FROM section
            WHERE id IN (:ids)
            ORDER BY organization, period, regime, ordinal, id
            """)
    List<SectionRow> findAll(Collection<String> ids);

    @Query("""
            SELECT id
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime AND node = :node
            """)
    Optional<String> findNode(String organization, String period, String regime, String node);

    /** Keeps a section where it is, so that another can be put below it. */
    @Query("""
            SELECT id
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime AND node = :node
            FOR UPDATE
            """)
    Optional<String> lockNode(String organization, String period, String regime, String node);

    /** Every section of a report with the one above it: places in a report are changed one at a time. */
    @Query("""
            SELECT node, parent
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime
            ORDER BY node
            FOR UPDATE
            """)
    List<Link> lockTree(String organization, String period, String regime);

    @Query("""
            SELECT node
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime
            ORDER BY ordinal, id
            LIMIT 1000
            """)
    List<String> nodes(String organization, String period, String regime);

    /** The first of the sections below one. */
    @Query("""
            SELECT node
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime AND parent = :node
            ORDER BY ordinal, id
            LIMIT 1
            """)
    Optional<String> firstBelow(String organization, String period, String regime, String node);

    /** The ordinal of the last section of a report, or 0. */
    @Query("""
            SELECT COALESCE(MAX(ordinal), 0)
            FROM section
            WHERE organization = :organization AND period = :period AND regime = :regime
            """)
    int lastOrdinal(String organization, String period, String regime);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE section
            SET label = :label, ordinal = :ordinal, parent = :parent, title = :title, kind = :kind,
                plan_for = :planFor, body = :body, claims = :claims, weight = :weight, carried_from = :carriedFrom,
                search_text = :searchText, updated_by = :updatedBy, updated_at = :updatedAt, version = :version
            WHERE id = :id AND version = :version - 1
            """)
    long write(SectionRow row);

    @Query("DELETE FROM section WHERE id = :id AND version = :version")
    long remove(String id, long version);

    /** A section without its text. */
    @Introspected
    record Head(String id, String organization, String period, String regime, String node, int ordinal, int weight) {}

    /** A section and the one above it. */
    @Introspected
    record Link(String node, @Nullable String parent) {}
}
