package vn.kybao.receipt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReceiptRepository extends GenericRepository<ReceiptRow, String> {
    void save(ReceiptRow row);

    /**
     * The receipt of a submission that the caller may see. Who sees a submission is said here once more: submission uses
     * this package, so this package cannot ask it.
     */
    @Query("""
            SELECT t.jws
            FROM receipt t
            JOIN submission s ON s.id = t.submission
            JOIN organization o ON o.code = s.organization
            JOIN regime r ON r.code = s.regime
            JOIN organization c ON c.code = r.receiver
            WHERE t.submission = :submission AND (o.path LIKE :subtree OR c.path LIKE :subtree)
            """)
    Optional<String> find(String submission, String subtree);

    /** Takes the organization's next number; nobody else takes one until the transaction ends. */
    @Query("""
            INSERT INTO receipt_count (organization, issued)
            VALUES (:organization, 1)
            ON DUPLICATE KEY UPDATE issued = issued + 1
            """)
    void count(String organization);

    @Query("SELECT issued FROM receipt_count WHERE organization = :organization")
    long issued(String organization);
}
