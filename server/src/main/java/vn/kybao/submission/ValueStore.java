package vn.kybao.submission;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the values of a submission in JDBC batches: a filing may hold ten thousand of them. */
@Singleton
final class ValueStore {
    private static final int BATCH = 1_000;

    private final JdbcOperations jdbc;

    ValueStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void save(List<ValueRow> rows) {
        jdbc.<@Nullable Void>prepareStatement("""
                INSERT INTO submission_value (submission, position, item_ref, indicator, measure, breakdown, value,
                    state, qualifier, digits, text, as_of, note, document, outcome, before_value, before_state,
                    before_submission)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            write(statement, rows);
            return null;
        });
    }

    private static void write(PreparedStatement statement, List<ValueRow> rows) throws SQLException {
        for (int i = 0; i < rows.size(); i++) {
            ValueRow row = rows.get(i);
            statement.setString(1, row.submission());
            statement.setInt(2, row.position());
            statement.setString(3, row.itemRef());
            statement.setString(4, row.indicator());
            statement.setString(5, row.measure());
            statement.setString(6, row.breakdown());
            statement.setBigDecimal(7, row.value());
            statement.setString(8, row.state());
            statement.setString(9, row.qualifier());
            statement.setObject(10, row.digits());
            statement.setString(11, row.text());
            statement.setObject(12, row.asOf());
            statement.setString(13, row.note());
            statement.setString(14, row.document());
            statement.setString(15, row.outcome());
            statement.setBigDecimal(16, row.beforeValue());
            statement.setString(17, row.beforeState());
            statement.setString(18, row.beforeSubmission());
            statement.addBatch();
            if ((i + 1) % BATCH == 0) {
                statement.executeBatch();
            }
        }
        if (rows.size() % BATCH != 0) {
            statement.executeBatch();
        }
    }
}
