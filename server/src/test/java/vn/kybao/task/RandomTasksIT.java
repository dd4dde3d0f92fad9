package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.Timeliness;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Whatever tasks there are, the sums hold and every number is what counting them one by one gives. */
class RandomTasksIT {
    private static final int MANY = 200;
    private static final LocalDate FIRST = LocalDate.of(2017, 10, 1);
    private static final List<String> PERIODS =
            List.of("2017-Q4", "2018-01", "2018-03", "2018-Q1", "2018-Q2", "2018-H1", "2018-9M", "2018", "2019-Q1");

    private static final Random RANDOM = new Random(20261125);
    private static TestOrganization department;
    private static String administrative;
    private static final Map<String, TreeMap<LocalDate, LocalDate>> EXTENSIONS = new TreeMap<>();
    private static List<JsonNode> tasks;

    @BeforeAll
    static void make() {
        department = new OrganizationBuilder().create();
        administrative =
                new RegimeBuilder().with("calendar", "ADMINISTRATIVE_15_14").create();
        for (int i = 0; i < MANY; i++) {
            if (i % 4 == 0) {
                posted();
            } else {
                registered();
            }
        }
        tasks = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = Api.admin()
                    .get("/v1/tasks?limit=200&organization=" + department.code() + cursor)
                    .is(200);
            page.at("/items").forEach(tasks::add);
            cursor = page.at("/nextCursor").isNull() ? null : "&cursor=" + page.text("/nextCursor");
        } while (cursor != null);
        assertThat(tasks).hasSize(MANY);
    }

    private static String day() {
        return FIRST.plusDays(RANDOM.nextInt(400)).toString();
    }

    private static Map<String, Object> party() {
        return RANDOM.nextBoolean()
                ? Map.of("organization", "root")
                : Map.of("text", "Phòng " + RANDOM.nextInt(3), "organization", "root");
    }

    /** Days in any order, done before it was assigned or cancelled though done: what registers send. */
    private static void registered() {
        RegistrationBuilder task = new RegistrationBuilder(department)
                .register("register-" + RANDOM.nextInt(3))
                .with("assignedOn", day());
        if (RANDOM.nextInt(3) == 0) {
            task.without("dueOn");
        } else {
            task.with("dueOn", day());
        }
        if (RANDOM.nextBoolean()) {
            task.with("lead", party());
        }
        if (RANDOM.nextBoolean()) {
            task.with("assigner", party());
        }
        switch (RANDOM.nextInt(6)) {
            case 0 -> task.status("ASSIGNED");
            case 1 -> task.status("CANCELLED");
            case 2 -> task.status("IN_PROGRESS").with("completedOn", day());
            default -> task.completedOn(day());
        }
        String path = task.create();
        if (RANDOM.nextInt(4) == 0) {
            String version = Api.admin().get(path).text("/etag");
            // Refused where that would put the days into the wrong order.
            Api.admin().ifMatch(version).patch(path, """
                    {"dueExclusive": true}""");
        }
    }

    private static void posted() {
        TaskBuilder task = new TaskBuilder(department).endless();
        if (RANDOM.nextBoolean()) {
            task.period(PERIODS.get(RANDOM.nextInt(PERIODS.size())));
        } else {
            task.assignedOn(day());
        }
        String path = task.create();
        extend(path);
        if (RANDOM.nextInt(4) == 0) {
            on(
                    FIRST.plusDays(100 + RANDOM.nextInt(500)),
                    () -> Api.admin().post(path + "/cancel", """
                    {"reason": "x"}""").is(200));
        } else if (RANDOM.nextBoolean()) {
            Api.admin()
                    .post(path + "/complete", """
                    {"completedOn": "%s"}""".formatted(FIRST.plusDays(400 + RANDOM.nextInt(200))))
                    .is(200);
        }
    }

    /** Up to three times, on one day or on several. */
    private static void extend(String path) {
        LocalDate day = FIRST.plusDays(RANDOM.nextInt(400));
        TreeMap<LocalDate, LocalDate> deadlines = new TreeMap<>();
        for (int i = RANDOM.nextInt(4); i > 0; i--) {
            LocalDate to = FIRST.plusDays(400 + RANDOM.nextInt(200));
            on(day, () -> Api.admin().post(path + "/extend", """
                    {"extendedTo": "%s", "reason": "x"}""".formatted(to)).is(200));
            deadlines.put(day, to);
            day = day.plusDays(RANDOM.nextInt(60) * (long) RANDOM.nextInt(2));
        }
        EXTENSIONS.put(path, deadlines);
    }

    private static void on(LocalDate day, Runnable act) {
        try (var _ = TestServer.shared().clock().set(day + "T03:00:00Z")) {
            act.run();
        }
    }

    /** The deadline that stood on a day. */
    private static LocalDate deadline(JsonNode task, LocalDate day) {
        TreeMap<LocalDate, LocalDate> extensions =
                EXTENSIONS.get("/v1/tasks/" + task.path("id").asText());
        if (extensions == null) {
            return date(task, "deadline");
        }
        Map.Entry<LocalDate, LocalDate> last = extensions.floorEntry(day);
        return last == null ? null : last.getValue();
    }

    /** One task after the other, without a clever column. */
    private static Map<String, Integer> recount(
            List<JsonNode> counted, LocalDate start, LocalDate end, LocalDate asOf) {
        LocalDate day = asOf.isAfter(end) ? end : asOf;
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : List.of(
                "carriedOver",
                "assigned",
                "received",
                "completed",
                "onTime",
                "late",
                "noDeadline",
                "open",
                "inProgress",
                "overdue",
                "cancelled")) {
            counts.put(name, 0);
        }
        for (JsonNode task : counted) {
            LocalDate begins = task.has("assignedOn")
                    ? date(task, "assignedOn")
                    : CalendarPeriod.parse(task.path("period").asText())
                            .orElseThrow()
                            .start();
            boolean before = begins.isBefore(start);
            if (begins.isAfter(day)) {
                continue;
            }
            String status = task.path("status").asText();
            LocalDate cancelled = task.has("cancelledOn") ? date(task, "cancelledOn") : begins;
            if (status.equals("CANCELLED") && !cancelled.isAfter(day)) {
                LocalDate last = cancelled.isBefore(begins) ? begins : cancelled;
                counts.merge("cancelled", last.isBefore(start) ? 0 : 1, Integer::sum);
                continue;
            }
            LocalDate done = status.equals("COMPLETED") ? date(task, "completedOn") : null;
            // A register may have it done before it was assigned; it came when it was assigned.
            LocalDate left = done != null && done.isBefore(begins) ? begins : done;
            if (before && left != null && left.isBefore(start) && !left.isAfter(day)) {
                continue;
            }
            counts.merge(before ? "carriedOver" : "assigned", 1, Integer::sum);
            counts.merge("received", 1, Integer::sum);
            LocalDate deadline = deadline(task, day);
            if (left != null && !left.isAfter(day)) {
                counts.merge("completed", 1, Integer::sum);
                String how = deadline == null ? "noDeadline" : done.isAfter(deadline) ? "late" : "onTime";
                counts.merge(how, 1, Integer::sum);
            } else {
                counts.merge("open", 1, Integer::sum);
                boolean overdue = deadline != null && deadline.isBefore(day);
                counts.merge(overdue ? "overdue" : "inProgress", 1, Integer::sum);
            }
        }
        return counts;
    }

    private static LocalDate date(JsonNode task, String field) {
        return task.has(field) ? LocalDate.parse(task.path(field).asText()) : null;
    }

    private static Map<String, Integer> counts(JsonNode counts) {
        Map<String, Integer> found = new TreeMap<>();
        counts.properties()
                .forEach(count -> found.put(count.getKey(), count.getValue().asInt()));
        return found;
    }

    private static Answer statistics(String period, String asOf, boolean byRegime) {
        return Api.admin()
                .get("/v1/tasks/statistics?organization=" + department.code() + "&period=" + period + "&asOf=" + asOf
                        + (byRegime ? "&regime=" + administrative : ""))
                .is(200);
    }

    @Test
    void everyNumberIsWhatCountingOneByOneGives() {
        for (String period : PERIODS) {
            for (int i = 0; i < 12; i++) {
                String asOf = FIRST.minusDays(60).plusDays(RANDOM.nextInt(700)).toString();
                Answer answer = statistics(period, asOf, i % 2 == 0);
                LocalDate start = LocalDate.parse(answer.text("/windowStart"));
                LocalDate end = LocalDate.parse(answer.text("/windowEnd"));
                assertThat(counts(answer.at("/counted")))
                        .as(period + " " + asOf)
                        .isEqualTo(recount(tasks, start, end, LocalDate.parse(asOf)));
            }
        }
    }

    @Test
    void theSumsHoldForEveryGroupAndTheGroupsAddUp() {
        for (String period : PERIODS) {
            Answer answer = statistics(period, day(), RANDOM.nextBoolean());
            for (String groups : List.of("byAssigner", "byLead", "byRegister")) {
                Map<String, Integer> sum = new TreeMap<>();
                answer.at("/" + groups).forEach(group -> {
                    sumsHold(counts(group.path("counts")));
                    counts(group.path("counts")).forEach((name, count) -> sum.merge(name, count, Integer::sum));
                });
                assertThat(sum).as(groups).isEqualTo(counts(answer.at("/counted")));
            }
            sumsHold(counts(answer.at("/counted")));
        }
    }

    private static void sumsHold(Map<String, Integer> c) {
        assertThat(c.get("carriedOver") + c.get("assigned"))
                .isEqualTo(c.get("received"))
                .isEqualTo(c.get("completed") + c.get("open"));
        assertThat(c.get("onTime") + c.get("late") + c.get("noDeadline")).isEqualTo(c.get("completed"));
        assertThat(c.get("inProgress") + c.get("overdue")).isEqualTo(c.get("open"));
    }

    @Test
    void eachGroupIsWhatCountingItsTasksGives() {
        Answer answer = statistics("2018-Q1", "2018-03-01", false);
        answer.at("/byAssigner").forEach(group -> {
            List<JsonNode> own = tasks.stream()
                    .filter(task -> task.at("/assigner/organization").equals(group.path("organization"))
                            && task.at("/assigner/text").equals(group.path("text")))
                    .toList();
            assertThat(counts(group.path("counts")))
                    .isEqualTo(recount(
                            own, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 31), LocalDate.of(2018, 3, 1)));
        });
        assertThat(answer.at("/byAssigner").size()).isEqualTo(5);
    }

    @Test
    void whatIsOpenAtTheEndIsCarriedOver() {
        for (List<String> pair :
                List.of(List.of("2017-Q4", "2018-Q1"), List.of("2018-Q1", "2018-Q2"), List.of("2018-H1", "2018-H2"))) {
            for (boolean byRegime : new boolean[] {false, true}) {
                Answer first = statistics(pair.get(0), "2019-12-31", byRegime);
                // On the next day, before anything of it has been cancelled.
                String next = LocalDate.parse(first.text("/windowEnd")).toString();
                assertThat(first.at("/counted/open"))
                        .isEqualTo(statistics(pair.get(1), next, byRegime).at("/counted/carriedOver"));
            }
        }
    }

    @Test
    void theListOfAPeriodHoldsWhatIsCounted() {
        for (String period : PERIODS) {
            Map<String, Integer> counted =
                    counts(statistics(period, "2019-12-31", false).at("/counted"));
            List<String> statuses = Api.admin()
                    .get("/v1/tasks?limit=200&organization=" + department.code() + "&period=" + period)
                    .is(200)
                    .items("status");
            assertThat(statuses).hasSize(counted.get("received") + counted.get("cancelled"));
        }
    }

    @Test
    void theListsOfADayHoldWhatIsCountedOnIt() {
        for (int i = 0; i < 12; i++) {
            String day = FIRST.plusDays(RANDOM.nextInt(500)).toString();
            String year = day.substring(0, 4);
            Map<String, Integer> counted = counts(statistics(year, day, false).at("/counted"));
            String list = "/v1/tasks?limit=200&organization=" + department.code() + "&period=" + year;
            List<String> overdue =
                    Api.admin().get(list + "&overdueOn=" + day).is(200).items("id");
            assertThat(overdue).as(day).hasSize(counted.get("overdue"));
            Map<String, Integer> listed = new TreeMap<>();
            for (Timeliness timeliness : Timeliness.values()) {
                List<String> found = Api.admin()
                        .get(list + "&asOf=" + day + "&timeliness=" + timeliness)
                        .is(200)
                        .items("timeliness");
                assertThat(found).allMatch(timeliness.getValue()::equals);
                listed.put(timeliness.getValue(), found.size());
            }
            assertThat(listed.get("OVERDUE")).as(day).isEqualTo(counted.get("overdue"));
            assertThat(listed.get("COMPLETED_LATE")).as(day).isEqualTo(counted.get("late"));
            assertThat(listed.get("COMPLETED_ON_TIME")).as(day).isEqualTo(counted.get("onTime"));
            assertThat(listed.values().stream().mapToInt(Integer::intValue).sum())
                    .as(day)
                    .isEqualTo(counted.get("received"));
        }
    }
}
