package vn.kybao.platform;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the database whether it can be written. */
@Singleton
final class DatabaseProbe {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final int SECONDS = 2;

    private final DataSource database;

    DatabaseProbe(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    boolean isWritable() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (var result = statement.executeQuery("SELECT @@global.read_only")) {
                return result.next() && !result.getBoolean(1);
            }
        } catch (SQLException e) {
            LOG.warn("the database cannot be used: {}", e.getMessage());
            return false;
        }
    }
}
