package vn.kybao.bench;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filing in plain JDBC: every row that the service reads and writes for it, in one transaction on one connection.
 * Nothing is parsed, checked or rendered; what the service works out (hashes, the answer's body) is of the same size.
 */
final class FilingInJdbc {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final byte[] BODY = "x".repeat(700).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Jdbc jdbc;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    FilingInJdbc(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String indicator, String measure, String breakdown) {}

    private record Standing(int version, String submission, BigDecimal value, String state) {}

    private record Replaced(String submission, long version) {}

    void file(Filing filing) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        claimKey(filing, now);
        readCatalogue(filing);
        int revision = lock(filing) + 1;
        Map<Key, Standing> standing = standing(filing);
        String submission = ids.generate().toString();
        writeSubmission(filing, submission, revision, now);
        writeValues(filing, submission, standing);
        bringIntoForce(filing, submission, revision, standing, now);
        List<Replaced> replaced = supersede(standing);
        tell(filing, submission, replaced, now);
        jdbc.write(
                """
                UPDATE idempotency_key SET status = ?, content_type = ?, etag = ?, location = ?, body = ?
                WHERE organization = ? AND operation = ? AND idem_key = ?
                """,
                201,
                "application/json",
                "\"1-0123456789abcdef\"",
                "http://127.0.0.1/v1/submissions/" + submission,
                BODY,
                filing.operator(),
                "createSubmission",
                filing.reference());
        jdbc.commit();
    }

    private void claimKey(Filing filing, LocalDateTime now) throws SQLException {
        jdbc.one("""
                SELECT c.id, c.organization, o.path, c.secret_hash, c.scopes
                FROM credential c JOIN organization o ON o.code = c.organization
                WHERE c.id = ? AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?)
                """, row -> row.getString(3) + row.getString(4) + row.getString(5), filing.credential(), now);
        jdbc.list("""
                SELECT fingerprint, status, content_type, etag, location, body FROM idempotency_key
                WHERE organization = ? AND operation = ? AND idem_key = ? FOR UPDATE NOWAIT
                """, row -> row.getString(1), filing.operator(), "createSubmission", filing.reference());
        jdbc.write("""
                INSERT INTO idempotency_key
                    (organization, operation, idem_key, fingerprint, status, content_type, body, created_at)
                VALUES (?, ?, ?, ?, 0, '', '', ?)
                """, filing.operator(), "createSubmission", filing.reference(), HASH, now);
    }

    private void readCatalogue(Filing filing) throws SQLException {
        String owner = jdbc.one(
                "SELECT owner, receiver, reporters, calendar, indicators, auto_approve FROM regime WHERE code = ?",
                row -> row.getString(5).isEmpty() ? "" : row.getString(1),
                filing.regime());
        jdbc.list(
                "SELECT code, kind, path, valid_from, valid_to FROM organization WHERE code IN (?, ?)",
                row -> row.getString(3),
                filing.operator(),
                owner);
        jdbc.one(
                "SELECT status, window_start, window_end FROM collection WHERE id = ? LOCK IN SHARE MODE",
                row -> row.getString(1),
                filing.regime() + "." + filing.period());
        Map<String, String> known = new HashMap<>();
        jdbc.list(
                """
                SELECT code, name_vi, value_type, kind, decimals, minimum, maximum, formula, breakdowns, value_schema,
                    valid_from, valid_to
                FROM indicator WHERE code IN (%s)
                """.formatted(Jdbc.places(filing.indicators().size())),
                row -> known.put(row.getString(1), row.getString(2) + row.getString(3) + row.getBigDecimal(6)),
                filing.indicators().toArray());
    }

    private int lock(Filing filing) throws SQLException {
        jdbc.list(
                "SELECT submission, content_sha256 FROM client_reference WHERE organization = ? AND reference = ?",
                row -> row.getString(1),
                filing.operator(),
                filing.reference());
        int revision = jdbc.one(
                "SELECT revision FROM filing WHERE organization = ? AND regime = ? AND period = ? FOR UPDATE",
                row -> row.getInt(1),
                filing.operator(),
                filing.regime(),
                filing.period());
        jdbc.one("""
                SELECT id, status FROM submission WHERE organization = ? AND regime = ? AND period = ?
                ORDER BY revision DESC LIMIT 1
                """, row -> row.getString(2), filing.operator(), filing.regime(), filing.period());
        return revision;
    }

    private Map<Key, Standing> standing(Filing filing) throws SQLException {
        Map<Key, Standing> standing = new HashMap<>();
        jdbc.list(
                """
                SELECT indicator, measure, breakdown, version, submission, value, state, regime, qualifier, digits,
                    text, as_of, note
                FROM observation WHERE organization = ? AND period = ? AND in_force_to IS NULL
                """,
                row -> standing.put(
                        new Key(row.getString(1), row.getString(2), row.getString(3)),
                        new Standing(row.getInt(4), row.getString(5), row.getBigDecimal(6), row.getString(7))),
                filing.operator(),
                filing.period());
        return standing;
    }

    private void writeSubmission(Filing filing, String submission, int revision, LocalDateTime now)
            throws SQLException {
        jdbc.write(
                """
                INSERT INTO submission (id, organization, regime, period, revision, status, client_reference,
                    compiled_on, received_at, received_count, created_count, updated_count, unchanged_count,
                    finding_totals, justifications, content_sha256, caller, version)
                VALUES (?, ?, ?, ?, ?, 'IN_FORCE', ?, ?, ?, ?, 0, ?, 0, '[]', '[]', ?, ?, 1)
                """,
                submission,
                filing.operator(),
                filing.regime(),
                filing.period(),
                revision,
                filing.reference(),
                now.toLocalDate(),
                now,
                filing.values().size(),
                filing.values().size(),
                HASH,
                filing.credential());
        jdbc.write(
                "UPDATE filing SET revision = ? WHERE organization = ? AND regime = ? AND period = ?",
                revision,
                filing.operator(),
                filing.regime(),
                filing.period());
        jdbc.write(
                "INSERT INTO client_reference (organization, reference, submission, content_sha256) VALUES (?, ?, ?, ?)",
                filing.operator(),
                filing.reference(),
                submission,
                HASH);
    }

    private void writeValues(Filing filing, String submission, Map<Key, Standing> standing) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < filing.values().size(); i++) {
            Standing before = standing.get(new Key(filing.indicators().get(i), "ACTUAL", ""));
            rows.add(new Object[] {
                submission,
                i,
                Filing.itemRef(i),
                filing.indicators().get(i),
                filing.values().get(i),
                before.value(),
                before.state(),
                before.submission()
            });
        }
        jdbc.batch("""
                INSERT INTO submission_value (submission, position, item_ref, indicator, measure, breakdown, value,
                    state, qualifier, digits, outcome, before_value, before_state, before_submission)
                VALUES (?, ?, ?, ?, 'ACTUAL', '', ?, 'REPORTED', 'EXACT', 0, 'UPDATED', ?, ?, ?)
                """, rows);
    }

    private void bringIntoForce(
            Filing filing, String submission, int revision, Map<Key, Standing> standing, LocalDateTime now)
            throws SQLException {
        List<Object[]> ended = new ArrayList<>();
        List<Object[]> begun = new ArrayList<>();
        for (int i = 0; i < filing.values().size(); i++) {
            String indicator = filing.indicators().get(i);
            int version = standing.get(new Key(indicator, "ACTUAL", "")).version();
            ended.add(new Object[] {now, filing.operator(), filing.period(), indicator, version});
            begun.add(new Object[] {
                filing.operator(),
                filing.period(),
                indicator,
                version + 1,
                ids.generate().toString(),
                filing.regime(),
                submission,
                revision,
                filing.values().get(i),
                now
            });
        }
        jdbc.batch("""
                UPDATE observation SET in_force_to = ?
                WHERE organization = ? AND period = ? AND indicator = ? AND measure = 'ACTUAL' AND breakdown = ''
                  AND version = ?
                """, ended);
        jdbc.batch("""
                INSERT INTO observation (organization, period, indicator, measure, breakdown, version, id, regime,
                    submission, revision, value, state, qualifier, digits, in_force_from)
                VALUES (?, ?, ?, 'ACTUAL', '', ?, ?, ?, ?, ?, ?, 'REPORTED', 'EXACT', 0, ?)
                """, begun);
    }

    private List<Replaced> supersede(Map<Key, Standing> standing) throws SQLException {
        Set<String> replaced = new TreeSet<>();
        standing.values().forEach(before -> replaced.add(before.submission()));
        List<Replaced> empty = jdbc.list(
                """
                SELECT s.id, s.version FROM submission s
                WHERE s.id IN (%s) AND s.status = 'IN_FORCE'
                  AND NOT EXISTS (SELECT 1 FROM observation v WHERE v.submission = s.id AND v.in_force_to IS NULL)
                """.formatted(Jdbc.places(replaced.size())),
                row -> new Replaced(row.getString(1), row.getLong(2)),
                replaced.toArray());
        for (Replaced each : empty) {
            jdbc.write(
                    "UPDATE submission SET status = 'SUPERSEDED', version = version + 1 WHERE id = ?",
                    each.submission());
        }
        return empty;
    }

    private void tell(Filing filing, String submission, List<Replaced> replaced, LocalDateTime now)
            throws SQLException {
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> events = new ArrayList<>();
        entries.add(entry(filing, now, submission, "CREATED", 1));
        events.add(event(filing, now, submission, "CREATED", 1));
        for (Replaced each : replaced) {
            entries.add(entry(filing, now, each.submission(), "SUPERSEDED", each.version() + 1));
            events.add(event(filing, now, each.submission(), "SUPERSEDED", each.version() + 1));
        }
        jdbc.batch("""
                INSERT INTO audit_entry (at, caller, organization, operation, resource, resource_id, change_type,
                    version, detail, request_id)
                VALUES (?, ?, ?, 'createSubmission', 'submission', ?, ?, ?, NULL, ?)
                """, entries);
        jdbc.batch("""
                INSERT INTO outbox_event (at, change_type, resource, resource_id, organization, version)
                VALUES (?, ?, 'submission', ?, ?, ?)
                """, events);
    }

    private static Object[] entry(Filing filing, LocalDateTime now, String id, String change, long version) {
        return new Object[] {now, filing.credential(), filing.operator(), id, change, version, filing.reference()};
    }

    private static Object[] event(Filing filing, LocalDateTime now, String id, String change, long version) {
        return new Object[] {now, change, id, filing.operator(), version};
    }
}
