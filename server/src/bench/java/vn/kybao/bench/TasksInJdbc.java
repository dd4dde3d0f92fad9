package vn.kybao.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statistics of tasks in plain JDBC: the same reads in one transaction, the groups added up. Nothing is rendered. */
final class TasksInJdbc {
    private static final LocalDate EVE = LocalDate.of(2023, 12, 31);
    private static final String COUNT = """
            SELECT t.assigner_key, t.lead_key, t.register, MIN(t.id) AS example,
                   COUNT(CASE WHEN (t.status <> 'CANCELLED' OR t.left_on > ?) AND t.begins_on <= ? THEN 1 END) AS carried_over,
                   COUNT(CASE WHEN (t.status <> 'CANCELLED' OR t.left_on > ?) AND t.begins_on > ? THEN 1 END) AS assigned,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= ? THEN 1 END) AS completed,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= ?
                                   AND t.completed_on > COALESCE(f.due_order, t.due_order) THEN 1 END) AS late,
                   COUNT(CASE WHEN t.status = 'COMPLETED' AND t.left_on <= ?
                                   AND COALESCE(f.due_order, t.due_order) = '9999-12-31' THEN 1 END) AS no_deadline,
                   COUNT(CASE WHEN t.left_on > ? AND COALESCE(f.due_order, t.due_order) < ? THEN 1 END) AS overdue,
                   COUNT(CASE WHEN t.status = 'CANCELLED' AND t.left_on <= ? THEN 1 END) AS cancelled
            FROM task t
            LEFT JOIN task_former_deadline f ON f.task = t.id AND f.stood_from <= ? AND f.stood_until > ?
            WHERE t.organization = ? AND t.left_on > ? AND t.begins_on <= ?
            GROUP BY t.assigner_key, t.lead_key, t.register
            ORDER BY t.assigner_key, t.lead_key, t.register
            """;

    private final Jdbc jdbc;
    private final String credential;
    private final String owner;

    TasksInJdbc(Jdbc jdbc, String credential, String owner) {
        this.jdbc = jdbc;
        this.credential = credential;
        this.owner = owner;
    }

    /** What both must have counted. */
    record Statistics(long received, long completed, long overdue, int assigners, int leads, int registers) {}

    private record Cell(String assigner, String lead, String register, String example, long[] counts) {
        static Cell read(ResultSet row) throws SQLException {
            long[] counts = new long[7];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = row.getLong(i + 5);
            }
            return new Cell(row.getString(1), row.getString(2), row.getString(3), row.getString(4), counts);
        }
    }

    Statistics count() throws SQLException {
        readCatalogue();
        LocalDate day = TaskContest.AS_OF;
        List<Cell> cells = jdbc.list(
                COUNT, Cell::read, day, EVE, day, EVE, day, day, day, day, day, day, day, day, owner, EVE, day);
        Map<String, Cell> byAssigner = new HashMap<>();
        Map<String, Cell> byLead = new HashMap<>();
        Map<String, Cell> byRegister = new HashMap<>();
        Map<String, Cell> total = new HashMap<>();
        for (Cell cell : cells) {
            byAssigner.merge(String.valueOf(cell.assigner()), cell, TasksInJdbc::sum);
            byLead.merge(String.valueOf(cell.lead()), cell, TasksInJdbc::sum);
            byRegister.merge(String.valueOf(cell.register()), cell, TasksInJdbc::sum);
            total.merge("", cell, TasksInJdbc::sum);
        }
        Set<String> examples = new LinkedHashSet<>();
        byAssigner.values().forEach(group -> examples.add(group.example()));
        byLead.values().forEach(group -> examples.add(group.example()));
        jdbc.list("""
                SELECT assigner_key, assigner_organization, assigner_text, lead_key, lead_organization, lead_text
                FROM task
                WHERE id IN (%s)
                ORDER BY id
                """.formatted(Jdbc.places(examples.size())), row -> row.getString(3), examples.toArray());
        jdbc.commit();
        long[] all = total.get("").counts();
        return new Statistics(all[0] + all[1], all[2], all[5], byAssigner.size(), byLead.size(), byRegister.size());
    }

    private void readCatalogue() throws SQLException {
        jdbc.one(
                """
                SELECT c.id, c.organization, o.path, c.secret_hash, c.scopes
                FROM credential c JOIN organization o ON o.code = c.organization
                WHERE c.id = ? AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?)
                """,
                row -> row.getString(3) + row.getString(4) + row.getString(5),
                credential,
                LocalDateTime.now(ZoneOffset.UTC));
        jdbc.one(
                "SELECT code, kind, path, valid_from, valid_to FROM organization WHERE code = ?",
                row -> row.getString(3),
                owner);
        jdbc.list("SELECT * FROM indicator WHERE states IS NOT NULL ORDER BY code", row -> row.getString(1));
        jdbc.list("""
                SELECT indicator, measure, breakdown, value, state, qualifier, digits, regime, submission
                FROM observation WHERE organization = ? AND period = ? AND in_force_to IS NULL
                """, row -> row.getString(1), owner, TaskContest.PERIOD);
    }

    private static Cell sum(Cell one, Cell other) {
        long[] counts = one.counts().clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts()[i];
        }
        return new Cell(one.assigner(), one.lead(), one.register(), one.example(), counts);
    }
}
