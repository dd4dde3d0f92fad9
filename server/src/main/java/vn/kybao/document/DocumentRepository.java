package vn.kybao.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DocumentRepository extends GenericRepository<DocumentRow, String> {
    void save(DocumentRow row);

    Optional<DocumentRow> findById(String id);

    @Query("SELECT * FROM document WHERE id IN (:ids) ORDER BY id")
    List<DocumentRow> findAll(Collection<String> ids);

    @Query("SELECT * FROM document WHERE id = :id FOR UPDATE")
    Optional<DocumentRow> lock(String id);

    /** Those of one issuer under one number, whatever their day; the undated one first. */
    @Query("""
            SELECT *
            FROM document
            WHERE organization = :organization AND number_key = :numberKey AND issuer_key = :issuerKey
            ORDER BY sorted_on, id
            """)
    List<DocumentRow> alike(String organization, String numberKey, String issuerKey);

    /** Newest first. The day is compared twice, since neither database finds its place in an index by a pair. */
    @Query("""
            SELECT d.*
            FROM document d
            JOIN organization o ON o.code = d.organization
            WHERE o.path LIKE :subtree
              AND (:afterDay IS NULL OR d.sorted_on <= :afterDay)
              AND (:organization IS NULL OR d.organization = :organization)
              AND (:pattern IS NULL OR d.search_text LIKE :pattern)
              AND (:family IS NULL OR d.family = :family)
              AND (:type IS NULL OR d.document_type = :type)
              AND (:numberKey IS NULL OR d.number_key = :numberKey)
              AND (:year IS NULL OR COALESCE(YEAR(d.issued_on), d.number_year) = :year)
              AND (:afterDay IS NULL OR (d.sorted_on, d.id) < (:afterDay, :afterId))
            ORDER BY d.sorted_on DESC, d.id DESC
            LIMIT :count
            """)
    List<DocumentRow> page(
            String subtree,
            @Nullable String organization,
            @Nullable String pattern,
            @Nullable String family,
            @Nullable String type,
            @Nullable String numberKey,
            @Nullable Integer year,
            @Nullable LocalDate afterDay,
            @Nullable String afterId,
            int count);

    /** Writes one version over the one before; 0 when another writer was faster. */
    @Query("""
            UPDATE document
            SET issuer_organization = :issuerOrganization, issuer_text = :issuerText, issued_on = :issuedOn, title = :title,
                search_text = :searchText, issuer_key = :issuerKey, sorted_on = :sortedOn, updated_at = :updatedAt,
                version = version + 1
            WHERE id = :id AND version = :version
            """)
    long update(
            String id,
            @Nullable String issuerOrganization,
            @Nullable String issuerText,
            @Nullable LocalDate issuedOn,
            @Nullable String title,
            String searchText,
            String issuerKey,
            LocalDate sortedOn,
            Instant updatedAt,
            long version);
}
