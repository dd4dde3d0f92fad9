package vn.kybao.submission;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.json.JsonText;
import vn.kybao.time.Instants;

/** Writes findings in JDBC batches: of ten thousand values each may have one, and more. */
@Singleton
final class FindingStore {
    private static final int BATCH = 1_000;

    private final JdbcOperations jdbc;
    private final JsonText json;

    FindingStore(JdbcOperations jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(String submission, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        jdbc.<@Nullable Void>prepareStatement("""
                INSERT INTO submission_finding (submission, position, id, code, severity, value_index,
                    needs_justification, subject, note, justification, justified_by, justified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            write(statement, submission, found);
            return null;
        });
    }

    private void write(PreparedStatement statement, String submission, List<Found> found) throws SQLException {
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            Found.Answer answer = one.answer();
            statement.setString(1, submission);
            statement.setInt(2, i);
            statement.setString(3, one.id());
            statement.setString(4, one.note().wireCode());
            statement.setString(5, one.note().severity().getValue());
            statement.setObject(6, one.note().index());
            statement.setBoolean(7, one.note().needsJustification());
            statement.setString(8, one.subject());
            statement.setString(9, json.write(one.note()));
            statement.setString(10, answer == null ? null : answer.text());
            statement.setString(11, answer == null ? null : answer.by());
            statement.setString(12, answer == null ? null : Instants.sql(answer.at()));
            statement.addBatch();
            if ((i + 1) % BATCH == 0) {
                statement.executeBatch();
            }
        }
        if (found.size() % BATCH != 0) {
            statement.executeBatch();
        }
    }
}
