package vn.kybao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Json;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestServer;

/** The migrations make the whole database from nothing, and leave it alone afterwards. */
class MigrationIT {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private static TestDatabase database;
    private static MigrateResult first;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.empty("migration");
        first = flyway().migrate();
    }

    @Test
    void allMigrationsRunOnAnEmptyDatabase() throws IOException {
        assertThat(first.success).isTrue();
        try (var files = Files.list(FOLDER)) {
            assertThat(first.migrations).hasSize((int) files.count());
        }
    }

    @Test
    void aSecondRunDoesNothing() throws SQLException {
        Map<String, List<String>> before = schema();
        MigrateResult second = flyway().migrate();
        assertThat(second.migrationsExecuted).isZero();
        assertThat(schema()).isEqualTo(before).hasSizeGreaterThan(10);
    }

    @Test
    void whatHasRunIsWhatIsThere() {
        flyway().validate();
        assertThat(flyway().info().applied()).hasSameSizeAs(first.migrations);
        assertThat(flyway().info().pending()).isEmpty();
    }

    @Test
    void theServiceStartsOnWhatIsThereAndChangesNothing() throws SQLException {
        Map<String, List<String>> before = schema();
        TestServer.start(database, Map.of()).close();
        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void everyMigrationIsNamedByItsTimeAndSaysWhy() throws IOException {
        for (MigrationInfo migration : flyway().info().all()) {
            assertThat(migration.getScript()).matches("V\\d{12}__[a-z]+(_[a-z]+)+\\.sql");
            assertThat(Files.readAllLines(FOLDER.resolve(migration.getScript())).getFirst())
                    .as(migration.getScript())
                    .startsWith("-- ")
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void everyTableKeepsItsTextInUnicodeAndExactly() throws SQLException {
        assertThat(query("""
                SELECT table_name, column_name, collation_name
                FROM information_schema.columns
                WHERE table_schema = DATABASE() AND collation_name IS NOT NULL
                  AND table_name <> 'flyway_schema_history'
                  AND collation_name NOT IN ('utf8mb4_bin', 'ascii_bin')
                """)).isEmpty();
        assertThat(query("""
                SELECT table_name, column_name
                FROM information_schema.columns
                WHERE table_schema = DATABASE() AND data_type IN ('float', 'double')
                """)).isEmpty();
        assertThat(query("""
                SELECT table_name, column_name
                FROM information_schema.columns
                WHERE table_schema = DATABASE() AND data_type = 'datetime' AND datetime_precision <> 6
                """)).isEmpty();
    }

    /** What was found in submissions of the first release stays with them, as rows that can be read and paged. */
    @Test
    void findingsThatWereKeptAsTextBecomeRows() throws SQLException {
        TestDatabase old = TestDatabase.empty("findings");
        flyway(old).target("202611210902").load().migrate();
        try (var connection = old.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO organization (code, name_vi, kind, path, aliases, predecessors, search_text, version,
                        created_at, updated_at)
                    VALUES ('root', 'Tỉnh', 'PROVINCE', '/root/', '[]', '[]', '', 1, NOW(), NOW())
                    """);
            statement.execute("""
                    INSERT INTO regime (code, owner, title_vi, search_text, receiver, reporters, calendar, indicators,
                        auto_approve, version, created_at, updated_at)
                    VALUES ('regime', 'root', 'Chế độ', '', 'root', '[]', 'CALENDAR', '[]', FALSE, 1, NOW(), NOW())
                    """);
            statement.execute("""
                    INSERT INTO submission (id, organization, regime, period, revision, status, compiled_on, received_at,
                        received_count, created_count, updated_count, unchanged_count, notes, justifications,
                        content_sha256, caller, version)
                    VALUES ('01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f', 'root', 'regime', '2018-Q1', 1, 'IN_FORCE',
                        '2018-04-10', NOW(), 1, 1, 0, 0, '%s', '[]', REPEAT('0', 64), 'kb', 1)
                    """.formatted("""
                    [{"code": "REQUIRED_MISSING", "severity": "WARNING", "expected": "ACTUAL",
                      "evidence": ["/v1/indicators/a"], "values": {"name": "Số thuê bao", "expected": "ACTUAL"}},
                     {"code": "INPUTS_MISSING", "severity": "WARNING", "pointer": "/values/0/value", "itemRef": "r",
                      "index": 0, "expected": "b", "evidence": [], "values": {"name": "Tỷ lệ", "missing": "b"}}]"""));
        }
        flyway(old).load().migrate();
        List<String> rows = query(old, """
                SELECT id, position, code, severity, value_index, note
                FROM submission_finding
                ORDER BY position
                """);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .startsWith("01932f5e-7c1a-7b3e-9d2f-000000000001 0 required-missing WARNING null")
                .contains("Số thuê bao")
                .contains("/v1/indicators/a");
        JsonNode note = Json.parse(rows.get(1).substring(rows.get(1).indexOf('{')));
        assertThat(note.at("/code").asText()).isEqualTo("INPUTS_MISSING");
        assertThat(note.at("/place/itemRef").asText()).isEqualTo("r");
        assertThat(note.at("/place/index").asInt()).isZero();
        assertThat(note.at("/values/name").asText()).isEqualTo("Tỷ lệ");
        assertThat(note.at("/evidence").isArray()).isTrue();
        assertThat(Json.parse(query(old, "SELECT finding_totals FROM submission")
                                .getFirst())
                        .toString())
                .contains("\"required-missing\"")
                .contains("\"count\":1");
    }

    private static Flyway flyway() {
        return flyway(database).load();
    }

    private static FluentConfiguration flyway(TestDatabase of) {
        return Flyway.configure().dataSource(of.url(), of.user(), of.password()).locations("classpath:db/migration");
    }

    private static Map<String, List<String>> schema() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            tables.put(table, query("SHOW CREATE TABLE " + table));
        }
        return tables;
    }

    private static List<String> query(String sql) throws SQLException {
        return query(database, sql);
    }

    private static List<String> query(TestDatabase of, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = of.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
