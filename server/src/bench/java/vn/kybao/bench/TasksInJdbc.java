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
            SELECT assigner_key, lead_key, register, MIN(id) AS example,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND begins_on <= ? THEN 1 END) AS carried_over,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND begins_on > ? THEN 1 END) AS assigned,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= ? AND completed_on <= deadline THEN 1 END) AS on_time,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= ? AND completed_on > deadline THEN 1 END) AS late,
                   COUNT(CASE WHEN status = 'COMPLETED' AND left_on <= ? AND deadline IS NULL THEN 1 END) AS no_deadline,
                   COUNT(CASE WHEN status <> 'CANCELLED' AND left_on > ? AND deadline < ? THEN 1 END) AS overdue,
                   COUNT(CASE WHEN status = 'CANCELLED' THEN 1 END) AS cancelled
            FROM task
            WHERE organization = ? AND left_on > ? AND begins_on <= ?
            GROUP BY assigner_key, lead_key, register
            ORDER BY assigner_key, lead_key, register
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
        List<Cell> cells = jdbc.list(COUNT, Cell::read, EVE, EVE, day, day, day, day, day, owner, EVE, day);
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
        return new Statistics(
                all[0] + all[1], all[2] + all[3] + all[4], all[5], byAssigner.size(), byLead.size(), byRegister.size());
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
