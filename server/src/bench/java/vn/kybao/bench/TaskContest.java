package vn.kybao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/**
 * Statistics of one organization with a hundred thousand tasks of six years, some twenty assigners, forty leads and three
 * registers; two totals might be stated beside them.
 */
final class TaskContest implements Contest {
    static final String PERIOD = "2024-H1";
    static final LocalDate AS_OF = LocalDate.of(2024, 5, 27);

    private static final int TASKS = 100_000;
    private static final int BATCH = 1_000;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final LocalDate FIRST = LocalDate.of(2018, 7, 1);
    private static final int DAYS = 2_190;

    private final TestOrganization owner = new OrganizationBuilder().create();
    private final HttpRequest request;
    private final TasksInJdbc reference;

    TaskContest(TestServer server, Jdbc jdbc) throws SQLException {
        new IndicatorBuilder().with("states", "tasks.received").create();
        new IndicatorBuilder().with("states", "tasks.completed").create();
        fill(jdbc);
        String key = server.key(owner.code(), "read");
        request = new Caller(server.address(), key)
                .get("/v1/tasks/statistics?organization=" + owner.code() + "&period=" + PERIOD + "&asOf=" + AS_OF);
        reference = new TasksInJdbc(jdbc, key.substring(0, key.lastIndexOf('_')), owner.code());
    }

    @Override
    public String name() {
        return "statistics of 100,000 tasks";
    }

    @Override
    public Action overHttp(int turn) {
        return () -> Caller.send(request, 200);
    }

    @Override
    public Action inJdbc(int turn) {
        return reference::count;
    }

    /** Refuses results of two that did not count the same. */
    void check() throws Exception {
        JsonNode found = Json.parse(new String(Caller.send(request, 200), StandardCharsets.UTF_8));
        TasksInJdbc.Statistics expected = reference.count();
        if (found.at("/counted/received").asLong() != expected.received()
                || found.at("/counted/completed").asLong() != expected.completed()
                || found.at("/counted/overdue").asLong() != expected.overdue()
                || found.at("/byAssigner").size() != expected.assigners()
                || found.at("/byLead").size() != expected.leads()
                || found.at("/byRegister").size() != expected.registers()
                || expected.received() < 1_000) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }

    /** Rows as the service would write them, without asking it a hundred thousand times. */
    private void fill(Jdbc jdbc) throws SQLException {
        Random random = new Random(20240527);
        List<Object[]> tasks = new ArrayList<>();
        List<Object[]> parties = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            String id = "01932f5e-7c1a-7b3e-9d2f-%012x".formatted(i);
            tasks.add(task(id, random));
            parties.add(new Object[] {owner.code(), id});
            if (tasks.size() == BATCH) {
                write(jdbc, tasks, parties);
            }
        }
        jdbc.write("ANALYZE TABLE task, task_party");
    }

    private static void write(Jdbc jdbc, List<Object[]> tasks, List<Object[]> parties) throws SQLException {
        jdbc.batch("""
                INSERT INTO task (id, organization, title, assigner_organization, assigner_text, assigner_key, lead_text,
                    lead_key, partners, register, external_id, assigned_on, due_on, due_exclusive, status, completed_on,
                    findings, progress_count, deadline, due_order, begins_on, left_on, search_text, version, created_at,
                    updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, FALSE, ?, ?, '[]', 0, ?, ?, ?, ?, ?, 1, NOW(6), NOW(6))
                """, tasks);
        jdbc.batch("INSERT INTO task_party (organization, task) VALUES (?, ?)", parties);
        jdbc.commit();
        tasks.clear();
        parties.clear();
    }

    private Object[] task(String id, Random random) {
        LocalDate assigned = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate due = random.nextInt(4) == 0 ? null : assigned.plusDays(10 + random.nextInt(80));
        // Nearly all are done in time, some of the last year never, one in fifty is cancelled.
        int fate = random.nextInt(100);
        boolean recent = assigned.isAfter(AS_OF.minusYears(1));
        String status = fate < 2 ? "CANCELLED" : recent && fate < 25 ? "IN_PROGRESS" : "COMPLETED";
        LocalDate done = status.equals("COMPLETED") ? assigned.plusDays(5 + random.nextInt(80)) : null;
        LocalDate left = status.equals("CANCELLED") ? assigned : done == null ? NEVER : done;
        int assigner = random.nextInt(20);
        int lead = random.nextInt(40);
        String title = "Tham mưu, trình UBND tỉnh ban hành văn bản số %s về chuyển đổi số".formatted(id.substring(30));
        return new Object[] {
            id,
            owner.code(),
            title,
            assigner < 10 ? null : TestServer.ROOT,
            "Lãnh đạo số " + assigner,
            "~assigner-" + assigner,
            "Phòng số " + lead,
            "~lead-" + lead,
            random.nextInt(3) == 0 ? null : "register-" + random.nextInt(2),
            "NV-" + id.substring(24),
            assigned,
            due,
            status,
            done,
            due,
            due == null ? NEVER : due,
            assigned,
            left,
            title
        };
    }
}
