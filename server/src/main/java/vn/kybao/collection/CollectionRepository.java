package vn.kybao.collection;

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
interface CollectionRepository extends GenericRepository<CollectionRow, String> {
    void saveAll(Iterable<CollectionRow> rows);

    Optional<CollectionRow> findById(String id);

    @Query("SELECT * FROM collection WHERE id = :id FOR UPDATE")
    Optional<CollectionRow> lock(String id);

    /** Keeps the status as it is until the reading transaction ends: a filing and a close cannot pass each other. */
    @Query("SELECT * FROM collection WHERE id = :id LOCK IN SHARE MODE")
    Optional<CollectionRow> hold(String id);

    /** Those whose days include a date, held likewise. */
    @Query("""
            SELECT *
            FROM collection
            WHERE window_start <= :date AND window_end >= :date AND regime IN (:regimes)
            ORDER BY id
            LOCK IN SHARE MODE
            """)
    List<CollectionRow> holdAround(LocalDate date, Collection<String> regimes);

    /** Those of some periods, held likewise. */
    @Query("""
            SELECT *
            FROM collection
            WHERE period IN (:codes) AND regime IN (:regimes)
            ORDER BY id
            LOCK IN SHARE MODE
            """)
    List<CollectionRow> holdPeriods(Collection<String> codes, Collection<String> regimes);

    @Query("SELECT * FROM collection WHERE id IN (:ids) ORDER BY window_start, id")
    List<CollectionRow> findAll(Collection<String> ids);

    @Query("SELECT regime FROM collection WHERE period = :period AND regime IN (:regimes) ORDER BY regime")
    List<String> regimesOf(String period, Collection<String> regimes);

    @Query("""
            SELECT *
            FROM collection
            WHERE regime IN (:open)
              AND (:regime IS NULL OR regime = :regime)
              AND (:period IS NULL OR period = :period)
              AND (:status IS NULL OR status = :status)
              AND (:afterStart IS NULL OR (window_start, id) > (:afterStart, :afterId))
            ORDER BY window_start, id
            LIMIT :count
            """)
    List<CollectionRow> page(
            Collection<String> open,
            @Nullable String regime,
            @Nullable String period,
            @Nullable String status,
            @Nullable LocalDate afterStart,
            @Nullable String afterId,
            int count);

    @Query("""
            UPDATE collection
            SET status = :next, reopen_reason = COALESCE(:reason, reopen_reason), updated_at = :at, version = version + 1
            WHERE id = :id AND status = :status AND version = :version
            """)
    long move(String id, String status, long version, String next, @Nullable String reason, Instant at);
}
