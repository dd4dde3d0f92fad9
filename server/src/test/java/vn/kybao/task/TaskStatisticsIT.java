package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Tasks of a period in numbers. */
class TaskStatisticsIT {
    private TestOrganization department;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
    }

    private Answer statistics(String query) {
        return department
                .with("read")
                .get("/v1/tasks/statistics?organization=" + department.code() + "&" + query)
                .is(200);
    }

    private TaskBuilder task() {
        return new TaskBuilder(department);
    }

    private static void complete(String path, String day) {
        Api.admin().post(path + "/complete", """
                {"completedOn": "%s"}""".formatted(day)).is(200);
    }

    private static void cancel(String instant, String path) {
        try (var _ = TestServer.shared().clock().set(instant)) {
            Api.admin().post(path + "/cancel", """
                    {"reason": "x"}""").is(200);
        }
    }

    /** Names and numbers, the zeros left out. */
    private static String counts(JsonNode counts) {
        StringBuilder text = new StringBuilder();
        counts.properties().forEach(count -> {
            if (count.getValue().asInt() != 0) {
                text.append(count.getKey()).append('=').append(count.getValue()).append(' ');
            }
        });
        return text.toString().strip();
    }

    @Test
    void aPeriodWithoutTasksHasNoRates() {
        Answer answer = statistics("period=2018-Q1");
        assertThat(counts(answer.at("/counted"))).isEmpty();
        assertThat(answer.text("/windowStart")).isEqualTo("2018-01-01");
        assertThat(answer.text("/windowEnd")).isEqualTo("2018-03-31");
        assertThat(answer.text("/asOf")).isEqualTo("2018-03-31");
        assertThat(answer.at("/completionRate/percent").isNull()).isTrue();
        assertThat(answer.at("/onTimeRate/percent").isNull()).isTrue();
        assertThat(answer.at("/byAssigner").isEmpty()).isTrue();
        assertThat(answer.text("/received/counted")).isEqualTo("0");
        assertThat(answer.at("/received/stated").isNull()).isTrue();
    }

    @Test
    void everyKindOfTaskHasItsNumber() {
        complete(task().assignedOn("2017-12-01").create(), "2018-01-10"); // carried over, on time
        task().assignedOn("2017-12-01").dueOn("2018-02-28").create(); // carried over, overdue
        complete(task().assignedOn("2017-12-01").create(), "2017-12-20"); // done before
        complete(task().create(), "2018-03-31"); // on time
        complete(task().dueOn("2018-02-28").create(), "2018-03-01"); // late
        complete(task().endless().create(), "2018-03-01"); // without a deadline
        complete(task().create(), "2018-04-15"); // done after the period
        task().create(); // open
        task().endless().period("2018-Q1").create(); // open, without a day and a deadline
        task().assignedOn("2018-04-01").dueOn("2018-05-01").create(); // comes later
        cancel("2018-03-31T01:00:00Z", task().create());
        cancel("2018-01-01T01:00:00Z", task().assignedOn("2017-12-01").create());
        cancel("2017-12-31T01:00:00Z", task().assignedOn("2017-12-01").create());
        Answer answer = statistics("period=2018-Q1");
        assertThat(counts(answer.at("/counted")))
                .isEqualTo("carriedOver=2 assigned=6 received=8 completed=4 onTime=2 late=1 noDeadline=1 "
                        + "open=4 inProgress=3 overdue=1 cancelled=2");
        assertThat(answer.text("/completionRate/percent")).isEqualTo("50");
        assertThat(answer.at("/completionRate/denominator").asInt()).isEqualTo(8);
        assertThat(answer.text("/onTimeRate/percent")).isEqualTo("66.7");
        assertThat(answer.at("/onTimeRate/numerator").asInt()).isEqualTo(2);
        assertThat(answer.at("/onTimeRate/denominator").asInt()).isEqualTo(3);
        assertThat(answer.text("/onTimeRate/denominatorName/vi")).isEqualTo("Nhiệm vụ đã hoàn thành mà có thời hạn");
        assertThat(answer.text("/onTimeRate/denominatorName/en")).isEqualTo("Completed tasks that had a deadline");
        assertThat(counts(statistics("period=2018-Q2").at("/counted")))
                .isEqualTo("carriedOver=4 assigned=1 received=5 completed=1 late=1 open=4 inProgress=1 overdue=3");
    }

    @Test
    void aPeriodIsSeenFromADayWithinIt() {
        complete(task().assignedOn("2018-01-10").dueOn("2018-02-10").create(), "2018-02-20");
        assertThat(counts(statistics("period=2018-Q1&asOf=2017-12-31").at("/counted")))
                .isEmpty();
        assertThat(counts(statistics("period=2018-Q1&asOf=2018-01-10").at("/counted")))
                .isEqualTo("assigned=1 received=1 open=1 inProgress=1");
        assertThat(counts(statistics("period=2018-Q1&asOf=2018-02-10").at("/counted")))
                .isEqualTo("assigned=1 received=1 open=1 inProgress=1");
        assertThat(counts(statistics("period=2018-Q1&asOf=2018-02-11").at("/counted")))
                .isEqualTo("assigned=1 received=1 open=1 overdue=1");
        Answer later = statistics("period=2018-Q1&asOf=2018-06-30");
        assertThat(counts(later.at("/counted"))).isEqualTo("assigned=1 received=1 completed=1 late=1");
        // What happened after the period does not count in it.
        assertThat(later.text("/asOf")).isEqualTo("2018-03-31");
    }

    @Test
    void aPeriodThatLastsIsSeenFromToday() {
        task().create();
        try (var _ = TestServer.shared().clock().set("2018-02-10T18:00:00Z")) {
            assertThat(statistics("period=2018-Q1").text("/asOf")).isEqualTo("2018-02-11");
        }
    }

    @Test
    void aRegimeSetsTheWindow() {
        String regime =
                new RegimeBuilder().with("calendar", "ADMINISTRATIVE_15_14").create();
        task().assignedOn("2017-12-15").create();
        task().assignedOn("2018-03-15").create();
        Answer answer = statistics("period=2018-Q1&regime=" + regime);
        assertThat(answer.text("/windowStart")).isEqualTo("2017-12-15");
        assertThat(answer.text("/windowEnd")).isEqualTo("2018-03-14");
        assertThat(counts(answer.at("/counted"))).isEqualTo("assigned=1 received=1 open=1 inProgress=1");
        assertThat(counts(statistics("period=2018-Q1").at("/counted"))).startsWith("carriedOver=1 assigned=1");
    }

    @Test
    void whatIsNotThereIsNotCounted() {
        for (String query : List.of(
                "period=2018-Q7&organization=" + department.code(),
                "period=2018-Q1&regime=khong-co&organization=" + department.code())) {
            assertThat(Api.admin().get("/v1/tasks/statistics?" + query).is(404).problem())
                    .isEqualTo("not-found");
        }
        Api.admin().get("/v1/tasks/statistics?period=2018-Q1").is(400);
    }

    @Test
    void theyAreGroupedByAssignerLeadAndRegister() {
        TestOrganization lead = new OrganizationBuilder().create();
        for (int i = 0; i < 3; i++) {
            task().withJson("assigner", """
                    {"organization": "root", "text": "Chủ tịch"}""").lead(lead).create();
        }
        task().withJson("assigner", """
                {"organization": "root", "text": "Phó Chủ tịch"}""").create();
        complete(task().withJson("assigner", """
                {"organization": "root"}""").create(), "2018-03-01");
        new RegistrationBuilder(department).register("ioffice").create();
        Answer answer = statistics("period=2018-Q1");
        assertThat(answer.at("/byAssigner").size()).isEqualTo(4);
        assertThat(answer.text("/byAssigner/0/organization")).isEqualTo("root");
        assertThat(answer.text("/byAssigner/0/text")).isEqualTo("Chủ tịch");
        assertThat(counts(answer.at("/byAssigner/0/counts"))).isEqualTo("assigned=3 received=3 open=3 inProgress=3");
        List<String> others = answer.at("/byAssigner")
                .valueStream()
                .skip(1)
                .map(group -> group.path("organization").asText() + "/"
                        + group.path("text").asText() + " " + counts(group.path("counts")))
                .toList();
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "root/Phó Chủ tịch assigned=1 received=1 open=1 inProgress=1",
                        "root/ assigned=1 received=1 completed=1 onTime=1",
                        "/ assigned=1 received=1 open=1 inProgress=1");
        assertThat(answer.at("/byLead").size()).isEqualTo(2);
        assertThat(answer.text("/byLead/1/organization")).isEqualTo(lead.code());
        assertThat(answer.at("/byLead/0").has("organization")).isFalse();
        assertThat(answer.at("/byRegister").size()).isEqualTo(2);
        assertThat(answer.text("/byRegister/1/register")).isEqualTo("ioffice");
        assertThat(counts(answer.at("/byRegister/1/counts"))).isEqualTo("assigned=1 received=1 open=1 inProgress=1");
    }

    @Test
    void oneRegisterIsCountedAlone() {
        task().create();
        new RegistrationBuilder(department).register("ioffice").create();
        new RegistrationBuilder(department).register("e-cabinet").create();
        assertThat(counts(statistics("period=2018-Q1").at("/counted"))).contains("assigned=3");
        assertThat(counts(statistics("period=2018-Q1&register=ioffice").at("/counted")))
                .isEqualTo("assigned=1 received=1 open=1 inProgress=1");
    }

    @Test
    void oneOrganizationIsCountedAlone() {
        TestOrganization unit = new OrganizationBuilder().under(department).create();
        new TaskBuilder(unit).lead(department).create();
        assertThat(counts(statistics("period=2018-Q1").at("/counted"))).isEmpty();
    }

    @Test
    void whatOneQuarterLeavesOpenTheNextCarriesOver() {
        for (String day : List.of("2018-01-05", "2018-02-05", "2018-03-05")) {
            task().assignedOn(day).create();
            complete(task().assignedOn(day).create(), "2018-05-05");
            complete(task().assignedOn(day).create(), "2018-03-31");
        }
        assertThat(statistics("period=2018-Q1").at("/counted/open"))
                .isEqualTo(statistics("period=2018-Q2").at("/counted/carriedOver"));
        assertThat(statistics("period=2018-Q2").at("/counted/open"))
                .isEqualTo(statistics("period=2018-Q3").at("/counted/carriedOver"));
    }

    @Test
    void tasksInOtherWordsAreOtherGroups() {
        task().with("assigner", Map.of("text", "Chủ tịch")).create();
        task().with("assigner", Map.of("text", "chủ tịch")).create();
        assertThat(statistics("period=2018-Q1").at("/byAssigner").size()).isEqualTo(2);
    }
}
