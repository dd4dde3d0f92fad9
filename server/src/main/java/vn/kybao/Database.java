package vn.kybao;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.embedded.EmbeddedDatabase;

/**
 * The database to run on: the configured MySQL, or the embedded one in the data folder.
 *
 * @param url JDBC address
 * @param user account
 * @param password its password
 * @param embedded the embedded server, when it is ours to stop
 */
record Database(
        String url, String user, String password, @Nullable EmbeddedDatabase embedded) implements AutoCloseable {

    static Database open(Map<String, String> environment) {
        String url = environment.get("KYBAO_DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return new Database(
                    url,
                    environment.getOrDefault("KYBAO_DATABASE_USER", "kybao"),
                    environment.getOrDefault("KYBAO_DATABASE_PASSWORD", ""),
                    null);
        }
        if (!EmbeddedDatabase.isAvailable()) {
            throw new StartException("Set KYBAO_DATABASE_URL (jdbc:mysql://host:3306/kybao), KYBAO_DATABASE_USER and"
                    + " KYBAO_DATABASE_PASSWORD: the production jar carries no database.");
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.start(dataFolder(environment));
        return new Database(embedded.jdbcUrl(), embedded.user(), embedded.password(), embedded);
    }

    static Path dataFolder(Map<String, String> environment) {
        String configured = environment.get("KYBAO_DATA_DIR");
        Path folder = configured == null || configured.isBlank() ? Path.of("data") : Path.of(configured);
        return folder.toAbsolutePath().normalize();
    }

    Map<String, Object> properties() {
        return Map.of("kybao.database.url", url, "kybao.database.user", user, "kybao.database.password", password);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
