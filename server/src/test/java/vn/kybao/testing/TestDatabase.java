package vn.kybao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import vn.kybao.embedded.EmbeddedDatabase;

/**
 * The real database that tests run on, new in each run: the embedded MariaDB, or with
 * {@code -Dkybao.test.database=mysql} the MySQL that {@code .ci/mysql} starts.
 *
 * @param url JDBC address
 * @param user account
 * @param password its password
 */
public record TestDatabase(String url, String user, String password) {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SCRIPT = Path.of("../.ci/mysql").toAbsolutePath().normalize();
    private static final Path MYSQL_FOLDER = TARGET.resolve("mysql-data");
    private static final String MYSQL_USER = "kybao";
    private static final String MYSQL_PASSWORD = "kybao-test";

    /** The one database that the shared server uses. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** Another database with nothing in it. */
    public static TestDatabase empty(String name) {
        if (!isMysql()) {
            return embedded("test-data-" + name);
        }
        TestDatabase shared = shared();
        String schema = "kybao_" + name;
        try (Connection connection = shared.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + schema, e);
        }
        return new TestDatabase(shared.url.replaceFirst("/kybao$", "/" + schema), shared.user, shared.password);
    }

    /** True on MySQL, false on the embedded MariaDB. */
    public static boolean isMysql() {
        String kind = System.getProperty("kybao.test.database", "embedded");
        return switch (kind) {
            case "embedded" -> false;
            case "mysql" -> true;
            default ->
                throw new IllegalArgumentException("kybao.test.database: expected embedded or mysql, found " + kind);
        };
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static TestDatabase embedded(String folderName) {
        Path folder = TARGET.resolve(folderName);
        deleteTree(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        AtEnd.close(database);
        return new TestDatabase(database.jdbcUrl(), database.user(), database.password());
    }

    private static TestDatabase mysql() {
        run("kill"); // left over from a run that was killed
        deleteTree(MYSQL_FOLDER);
        List<String> lines = run("start").lines().toList();
        AtEnd.close(() -> run("kill")); // the data is thrown away: no need to flush it
        return new TestDatabase(lines.getLast(), MYSQL_USER, MYSQL_PASSWORD);
    }

    private static String run(String action) {
        try {
            Process process = new ProcessBuilder(SCRIPT.toString(), action, MYSQL_FOLDER.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(SCRIPT + " " + action + " ended with " + process.exitValue());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final TestDatabase DATABASE = isMysql() ? mysql() : embedded("test-data");
    }
}
