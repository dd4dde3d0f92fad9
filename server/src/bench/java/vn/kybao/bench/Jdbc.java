package vn.kybao.bench;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestServer;

/** One connection with the driver settings of the service, and nothing between it and its user. */
final class Jdbc {
    private final Connection connection;

    private Jdbc(Connection connection) {
        this.connection = connection;
    }

    static Jdbc connect(TestServer server) throws SQLException {
        TestDatabase database = TestDatabase.shared();
        Properties properties = new Properties();
        server.bean(Environment.class)
                .getProperties("datasources.default.data-source-properties", StringConvention.RAW)
                .forEach((name, value) -> properties.setProperty(name, value.toString()));
        if (properties.isEmpty()) {
            throw new IllegalStateException("expected the service's driver settings, found none");
        }
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        Connection connection = DriverManager.getConnection(database.url(), properties);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return new Jdbc(connection);
    }

    /** Makes something of one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    <T> T one(String sql, RowReader<T> reader, Object... arguments) throws SQLException {
        List<T> found = list(sql, reader, arguments);
        if (found.size() != 1) {
            throw new IllegalStateException("expected one row, found " + found.size() + " of " + sql);
        }
        return found.getFirst();
    }

    void write(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            statement.executeUpdate();
        }
    }

    void batch(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** {@code ?, ?, ?} for a list of so many. */
    static String places(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
