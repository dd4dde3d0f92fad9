package vn.kybao;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    private static Flyway flyway() {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load();
    }

    private static Map<String, List<String>> schema() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            tables.put(table, query("SHOW CREATE TABLE " + table));
        }
        return tables;
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.connect();
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
