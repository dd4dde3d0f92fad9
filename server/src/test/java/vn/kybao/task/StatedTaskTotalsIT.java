package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.ProblemCode;
import vn.kybao.task.TaskTally.Printed;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;
import vn.kybao.total.Reach;

/** What was stated of tasks stands beside what is counted, and tells when both cannot be right. */
class StatedTaskTotalsIT {
    private TestOrganization operator;
    private String regime;
    private String received;
    private String completed;
    private String onTime;
    private String overdue;

    @BeforeEach
    void make() {
        TestOrganization department = new OrganizationBuilder().create();
        operator = OrganizationBuilder.operator().under(department).create();
        received = indicator("Nhiệm vụ được giao", "tasks.received");
        completed = indicator("Nhiệm vụ hoàn thành", "tasks.completed");
        onTime = indicator("Hoàn thành đúng hạn", "tasks.on-time");
        overdue = indicator("Nhiệm vụ quá hạn", "tasks.overdue");
        regime = new RegimeBuilder()
                .owner(department)
                .expects(received, "QUARTER")
                .expects(completed, "QUARTER")
                .expects(onTime, "QUARTER")
                .expects(overdue, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
    }

    private static String indicator(String name, String states) {
        return new IndicatorBuilder()
                .withJson("name", """
                        {"vi": "%s"}""".formatted(name))
                .withJson("unit", """
                        {"code": "task", "name": {"vi": "nhiệm vụ"}}""")
                .with("kind", "FLOW")
                .with("timeAggregation", "SUM")
                .with("states", states)
                .create();
    }

    /** Pairs of an indicator and a value, the value perhaps with a qualifier. */
    private void state(String... pairs) {
        SubmissionBuilder filing = new SubmissionBuilder(regime, operator);
        for (int i = 0; i < pairs.length; i += 2) {
            String[] value = pairs[i + 1].split(" ", -1);
            filing.valueJson("""
                    {"indicator": "%s", "measure": "ESTIMATE", "value": "%s", "qualifier": "%s"}""".formatted(pairs[i], value[0], value.length > 1 ? value[1] : "EXACT"));
        }
        filing.file(operator.admin()).is(201);
    }

    private Answer statistics() {
        return operator.with("read")
                .get("/v1/tasks/statistics?period=2018-Q1&organization=" + operator.code())
                .is(200);
    }

    private static List<String> codes(Answer answer) {
        return answer.at("/findings")
                .valueStream()
                .map(finding -> finding.path("code").asText() + " "
                        + finding.path("severity").asText())
                .toList();
    }

    private void task(String completedOn) {
        String path = new TaskBuilder(operator).create();
        if (completedOn != null) {
            Api.admin().post(path + "/complete", """
                    {"completedOn": "%s"}""".formatted(completedOn)).is(200);
        }
    }

    @Test
    void statedNumbersStandBesideTheCountedOnes() {
        task("2018-03-01");
        task(null);
        state(received, "2", completed, "1", onTime, "1", overdue, "0");
        Answer answer = statistics();
        assertThat(answer.text("/received/counted")).isEqualTo("2");
        assertThat(answer.text("/received/stated")).isEqualTo("2");
        assertThat(answer.text("/received/indicator")).isEqualTo(received);
        assertThat(answer.text("/completed/stated")).isEqualTo("1");
        assertThat(answer.text("/onTime/stated")).isEqualTo("1");
        assertThat(answer.text("/overdue/stated")).isEqualTo("0");
        assertThat(codes(answer)).isEmpty();
    }

    @Test
    void fewerRowsAreARemarkAndMoreAContradiction() {
        task("2018-03-01");
        task("2018-03-02");
        state(received, "27", completed, "1");
        Answer answer = statistics();
        assertThat(codes(answer)).containsExactly("stated-total INFO", "stated-total WARNING");
        assertThat(answer.text("/findings/0/message"))
                .isEqualTo("“Nhiệm vụ được giao” được nêu là 27; trong hệ thống mới có 2, "
                        + "nên phần còn lại không tra được từng việc.");
        assertThat(answer.text("/findings/1/message"))
                .isEqualTo("“Nhiệm vụ hoàn thành” được nêu là 1, nhưng trong hệ thống đã có 2.");
        assertThat(answer.text("/findings/0/evidence/0")).isEqualTo("/v1/indicators/" + received);
    }

    @Test
    void moreCannotBeDoneThanWasReceived() {
        state(received, "26", completed, "27", onTime, "28", overdue, "30");
        Answer answer = statistics();
        List<JsonNode> contradictions = answer.at("/findings")
                .valueStream()
                .filter(finding -> finding.path("code").asText().equals("done-within-received"))
                .toList();
        assertThat(contradictions)
                .hasSize(3)
                .allSatisfy(
                        finding -> assertThat(finding.path("severity").asText()).isEqualTo("ERROR"));
        assertThat(contradictions)
                .extracting(finding -> finding.path("message").asText())
                .containsExactly(
                        "“Nhiệm vụ hoàn thành” là 27, nhiều hơn “Nhiệm vụ được giao” là 26.",
                        "“Hoàn thành đúng hạn” là 28, nhiều hơn “Nhiệm vụ hoàn thành” là 27.",
                        "“Nhiệm vụ quá hạn” là 30, nhiều hơn “Nhiệm vụ được giao” là 26.");
        assertThat(contradictions.getFirst().path("evidence").toString())
                .contains("/v1/indicators/" + completed, "/v1/indicators/" + received);
        assertThat(codes(answer).getFirst()).isEqualTo("done-within-received ERROR");
    }

    @Test
    void roundedWordsContradictOnlyWhatTheyExclude() {
        state(received, "44", completed, "45 AT_LEAST");
        assertThat(codes(statistics())).contains("done-within-received ERROR");
        state(completed, "45 ABOUT");
        assertThat(codes(statistics())).doesNotContain("done-within-received ERROR");
        state(completed, "45 AT_MOST");
        assertThat(codes(statistics())).doesNotContain("done-within-received ERROR");
        state(completed, "45", received, "44 AT_LEAST");
        assertThat(codes(statistics())).doesNotContain("done-within-received ERROR");
        state(received, "44 AT_MOST");
        assertThat(codes(statistics())).contains("done-within-received ERROR");
        state(received, "45");
        assertThat(codes(statistics())).doesNotContain("done-within-received ERROR");
    }

    @Test
    void besideOneRegisterNothingIsStated() {
        state(received, "27");
        Answer answer = operator.with("read")
                .get("/v1/tasks/statistics?period=2018-Q1&register=ioffice&organization=" + operator.code())
                .is(200);
        assertThat(answer.at("/received/stated").isNull()).isTrue();
        assertThat(codes(answer)).isEmpty();
    }

    @Test
    void findingsAreToldInEnglishToo() {
        state(received, "26", completed, "27");
        Answer answer = operator.with("read")
                .english()
                .get("/v1/tasks/statistics?period=2018-Q1&organization=" + operator.code());
        assertThat(answer.text("/findings/0/message"))
                .isEqualTo("“Nhiệm vụ hoàn thành” is 27, more than “Nhiệm vụ được giao”, which is 26.");
    }

    private TaskTally tally() {
        OrganizationRef organization = TestServer.shared()
                .bean(OrganizationService.class)
                .find(operator.code())
                .orElseThrow();
        CalendarPeriod period = CalendarPeriod.parse("2018-Q1").orElseThrow();
        return TestServer.shared()
                .bean(TaskTotals.class)
                .tally(organization, period, Reach.of(period, null), any -> true);
    }

    private static Printed printed(TaskTally tally, String name) {
        return tally.printed(TaskNumber.find(name).orElseThrow());
    }

    @Test
    void aTextPrintsWhatWasStatedElseWhatIsCounted() {
        task("2018-03-01");
        task(null);
        state(received, "27", completed, "18");
        TaskTally tally = tally();
        assertThat(printed(tally, "received").value()).isEqualByComparingTo("27");
        assertThat(printed(tally, "received").stated()).isTrue();
        assertThat(printed(tally, "received").evidence()).contains("/v1/indicators/" + received);
        assertThat(printed(tally, "completed").value()).isEqualByComparingTo("18");
        assertThat(printed(tally, "rate").value()).isEqualTo(new BigDecimal("66.7"));
        assertThat(printed(tally, "rate").stated()).isTrue();
        assertThat(printed(tally, "open").value())
                .as("what is left of what was stated")
                .isEqualByComparingTo("9");
        assertThat(printed(tally, "open").stated()).isTrue();
        assertThat(printed(tally, "open").evidence())
                .contains("/v1/indicators/" + received, "/v1/indicators/" + completed);
        assertThat(printed(tally, "assigned").stated()).isFalse();
        assertThat(printed(tally, "assigned").evidence())
                .containsExactly(
                        "/v1/tasks/statistics?organization=" + operator.code() + "&period=2018-Q1&asOf=2018-03-31");
        Api.admin().get(printed(tally, "assigned").evidence().getFirst()).is(200);
        assertThat(printed(tally, "assigned").value()).isEqualByComparingTo("2");
        assertThat(printed(tally, "on-time").value()).isEqualByComparingTo("1");
        assertThat(printed(tally, "in-progress").value()).isEqualByComparingTo("9");
        for (String zero : List.of("carried-over", "late", "overdue")) {
            assertThat(printed(tally, zero).value()).as(zero).isEqualByComparingTo("0");
        }
        assertThat(TaskNumber.find("received-late")).isEmpty();
        assertThat(TaskNumber.labels())
                .containsExactly(
                        "carried-over",
                        "assigned",
                        "received",
                        "completed",
                        "on-time",
                        "late",
                        "open",
                        "in-progress",
                        "overdue",
                        "rate");
        assertThat(TestServer.shared().bean(TaskTotals.class).findings(tally))
                .extracting(note -> note.code())
                .containsOnly(ProblemCode.STATED_TOTAL);
    }

    @Test
    void whatIsLeftIsCountedWhereNothingIsStatedAndNeverBelowZero() {
        task("2018-03-01");
        task(null);
        assertThat(printed(tally(), "open").value()).isEqualByComparingTo("1");
        assertThat(printed(tally(), "open").stated()).isFalse();
        assertThat(printed(tally(), "in-progress").value()).isEqualByComparingTo("1");
        state(received, "1");
        assertThat(printed(tally(), "open").value()).isEqualByComparingTo("0");
        state(completed, "2");
        assertThat(printed(tally(), "open").value()).isNull();
        assertThat(printed(tally(), "in-progress").value()).isNull();
    }

    @Test
    void nothingReceivedHasNoRate() {
        assertThat(printed(tally(), "rate").value()).isNull();
        assertThat(printed(tally(), "received").value()).isEqualByComparingTo("0");
    }

    /** The report was compiled on the 20th; what came afterwards does not make it wrong. */
    @Test
    void aTotalIsHeldAgainstTheRowsOfTheDayItWasTaken() {
        task("2018-03-25");
        task(null);
        new TaskBuilder(operator).assignedOn("2018-03-21").create();
        new SubmissionBuilder(regime, operator)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "2", "asOf": "2018-03-20"}""".formatted(received))
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "0", "asOf": "2018-03-20"}""".formatted(completed))
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "1"}""".formatted(onTime))
                .file(operator.admin())
                .is(201);
        Answer answer = statistics();
        assertThat(answer.text("/received/counted")).isEqualTo("3");
        assertThat(answer.text("/received/stated")).isEqualTo("2");
        assertThat(answer.text("/completed/counted")).isEqualTo("1");
        assertThat(codes(answer)).isEmpty();
        assertThat(codes(operator.with("read")
                        .get("/v1/tasks/statistics?period=2018-Q1&asOf=2018-01-31&organization=" + operator.code())
                        .is(200)))
                .isEmpty();
        new TaskBuilder(operator).assignedOn("2018-03-20").create();
        Answer more = statistics();
        assertThat(codes(more)).containsExactly("stated-total WARNING");
        assertThat(more.text("/findings/0/actual")).isEqualTo("3");
        String link =
                more.at("/findings/0/evidence").valueStream().toList().getLast().asText();
        assertThat(link).endsWith("&asOf=2018-03-20");
        assertThat(operator.with("read").get(link).is(200).text("/received/counted"))
                .isEqualTo("3");
    }

    /** One regime counts from the 15th to the 14th, the statistics that are asked for do not. */
    @Test
    void aTotalIsHeldAgainstTheRowsOfItsOwnRegime() {
        String shifted = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(operator.code())
                .expects(received, "QUARTER")
                .with("calendar", "ADMINISTRATIVE_15_14")
                .autoApprove()
                .create();
        Collections.open(shifted, "2018-Q1");
        new TaskBuilder(operator).assignedOn("2018-03-20").create();
        task(null);
        new SubmissionBuilder(shifted, operator)
                .value(received, "ESTIMATE", "1")
                .file(operator.admin())
                .is(201);
        Answer answer = statistics();
        assertThat(answer.text("/received/counted")).isEqualTo("2");
        assertThat(answer.text("/received/stated")).isEqualTo("1");
        assertThat(codes(answer)).isEmpty();
        new TaskBuilder(operator).assignedOn("2018-03-14").create();
        Answer more = statistics();
        assertThat(codes(more)).containsExactly("stated-total WARNING");
        assertThat(more.text("/findings/0/actual")).isEqualTo("2");
        String link =
                more.at("/findings/0/evidence").valueStream().toList().getLast().asText();
        assertThat(link).contains("&regime=" + shifted);
        assertThat(operator.with("read").get(link).is(200).text("/received/counted"))
                .isEqualTo("2");
    }

    /** More was done by the end of March than had come by the 20th; that is no contradiction. */
    @Test
    void totalsOfDifferentDaysAreNoPartsOfEachOther() {
        new SubmissionBuilder(regime, operator)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "26", "asOf": "2018-03-20"}""".formatted(received))
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "27"}""".formatted(completed))
                .file(operator.admin())
                .is(201);
        assertThat(codes(statistics())).doesNotContain("done-within-received ERROR");
        state(received, "26");
        assertThat(codes(statistics())).contains("done-within-received ERROR");
    }
}
