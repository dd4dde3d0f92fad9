package vn.kybao.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kybao.bench.Contest.Action;

/** Counts the statements that the database server answers, by its own counters; nobody else may use it meanwhile. */
final class Statements {
    private static final String COUNTERS = """
            SHOW GLOBAL STATUS WHERE Variable_name IN
                ('Questions', 'Com_select', 'Com_insert', 'Com_update', 'Com_set_option', 'Com_commit', 'Com_rollback')
            """;

    private final Jdbc jdbc;

    Statements(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    interface Turns {
        Action action(int turn);
    }

    /** Statements a turn: all, and those of each kind. */
    String perTurn(Turns turns, int first, int count) throws Exception {
        Map<String, Long> before = counters();
        for (int turn = first; turn < first + count; turn++) {
            turns.action(turn).run();
        }
        Map<String, Long> after = counters();
        // Asking is itself one question.
        after.merge("Questions", -1L, Long::sum);
        return after.entrySet().stream()
                .filter(counter -> counter.getValue() > before.get(counter.getKey()))
                .map(counter -> "%s %.1f"
                        .formatted(
                                counter.getKey().replace("Com_", ""),
                                (counter.getValue() - before.get(counter.getKey())) / (double) count))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Long> counters() throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        jdbc.list(COUNTERS, row -> counters.put(row.getString(1), row.getLong(2)));
        return counters;
    }
}
