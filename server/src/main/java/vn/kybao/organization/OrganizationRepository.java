package vn.kybao.organization;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganizationRepository extends GenericRepository<OrganizationRow, String> {
    void save(OrganizationRow row);

    long count();

    Optional<OrganizationRow> findByCode(String code);

    @Query("SELECT * FROM organization WHERE code = :code FOR UPDATE")
    Optional<OrganizationRow> lock(String code);

    /** Places in the tree are given one at a time. */
    @Query("SELECT code FROM organization WHERE parent IS NULL FOR UPDATE")
    Optional<String> lockTree();

    /** A regime whose receiver would leave its owner's subtree when a subtree moves; others keep theirs. */
    @Query("""
            SELECT r.code
            FROM regime r
            JOIN organization c ON c.code = r.receiver
            JOIN organization w ON w.code = r.owner
            WHERE c.path LIKE CONCAT(:oldPath, '%')
              AND w.path NOT LIKE CONCAT(:oldPath, '%')
              AND CONCAT(:newPath, SUBSTRING(c.path, :oldLength + 1)) NOT LIKE CONCAT(w.path, '%')
            ORDER BY r.code
            LIMIT 1
            """)
    Optional<String> regimeLosingItsReceiver(String oldPath, String newPath, int oldLength);

    /** The longest place at or below one. */
    @Query("SELECT COALESCE(MAX(LENGTH(path)), 0) FROM organization WHERE path LIKE :subtree")
    int longestPath(String subtree);

    @Query("SELECT code, kind, path, name_vi, valid_from, valid_to FROM organization WHERE code = :code")
    Optional<OrganizationRef> ref(String code);

    @Query("""
            SELECT code, kind, path, name_vi, valid_from, valid_to
            FROM organization
            WHERE code IN (:codes)
            ORDER BY code
            """)
    List<OrganizationRef> refs(Collection<String> codes);

    @Query("""
            SELECT code, kind, path, name_vi, valid_from, valid_to
            FROM organization
            WHERE path LIKE :subtree
            ORDER BY code
            """)
    List<OrganizationRef> within(String subtree);

    @Query("""
            SELECT code, kind, path, name_vi, valid_from, valid_to
            FROM organization
            WHERE path LIKE :subtree AND kind IN (:kinds)
            ORDER BY code
            """)
    List<OrganizationRef> ofKinds(String subtree, Collection<String> kinds);

    /** Those that go by other names, too. */
    @Query("SELECT * FROM organization WHERE aliases <> '[]' ORDER BY code")
    List<OrganizationRow> withAliases();

    @Query("""
            SELECT *
            FROM organization
            WHERE (:pattern IS NULL OR search_text LIKE :pattern)
              AND (:kind IS NULL OR kind = :kind)
              AND (:parent IS NULL OR parent = :parent)
              AND (:after IS NULL OR code > :after)
            ORDER BY code
            LIMIT :count
            """)
    List<OrganizationRow> page(
            @Nullable String pattern,
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String after,
            int count);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE organization
            SET name_vi = :nameVi, name_en = :nameEn, kind = :kind, parent = :parent,
                administrative_code = :administrativeCode, electronic_id = :electronicId, aliases = :aliases,
                predecessors = :predecessors, search_text = :searchText, valid_from = :validFrom, valid_to = :validTo,
                updated_at = :updatedAt, version = version + 1
            WHERE code = :code AND version = :version
            """)
    long update(
            String code,
            String nameVi,
            @Nullable String nameEn,
            String kind,
            @Nullable String parent,
            @Nullable String administrativeCode,
            @Nullable String electronicId,
            String aliases,
            String predecessors,
            String searchText,
            java.time.@Nullable LocalDate validFrom,
            java.time.@Nullable LocalDate validTo,
            java.time.Instant updatedAt,
            long version);

    /** Moves a subtree to another place. */
    @Query("""
            UPDATE organization
            SET path = CONCAT(:newPath, SUBSTRING(path, :oldLength + 1))
            WHERE path LIKE CONCAT(:oldPath, '%')
            """)
    void move(String oldPath, String newPath, int oldLength);
}
