package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** What the rows give stands beside what was filed as a total, and a finding tells when the two differ. */
class StatedCaseTotalsIT {
    private static Reporting open(String... states) {
        Reporting reporting = Reporting.of("CALENDAR", states);
        Collections.open(reporting.regime(), "2018-Q1");
        return reporting;
    }

    private static void rows(Reporting reporting, int count) {
        for (int i = 0; i < count; i++) {
            new InspectionBuilder()
                    .of(reporting.department())
                    .withJson("entities", """
                            {"organizations": 2, "individuals": 1}""")
                    .create();
            new SanctionBuilder().of(reporting.department()).create();
            new PetitionBuilder()
                    .of(reporting.department())
                    .with("kind", "RECEPTION")
                    .with("people", 5)
                    .create();
            Answer petition = new PetitionBuilder().of(reporting.department()).create();
            if (i > 0) {
                reporting
                        .writer()
                        .post("/v1/petitions/" + petition.text("/id") + "/resolve", """
                                {"resolvedOn": "2018-03-01"}""")
                        .is(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "inspections.count, /inspections/count, 3",
        "inspections.entities, /inspections/entities, 9",
        "sanctions.count, /sanctions/count, 3",
        "petitions.received, /petitions/received, 3",
        "petitions.resolved, /petitions/resolved, 2",
        "petitions.pending, /petitions/pending, 1",
        "petitions.receptions, /petitions/receptions, 3",
        "petitions.people, /petitions/people, 15"
    })
    void whatIsStatedStandsBesideWhatIsCounted(String what, String pointer, int counted) {
        Reporting reporting = open(what);
        rows(reporting, 3);
        reporting.state(what, String.valueOf(counted));
        Answer same = reporting.statistics("2018-Q1");
        JsonNode both = same.at(pointer);
        assertThat(both.path("counted").asText()).isEqualTo(String.valueOf(counted));
        assertThat(both.path("stated").asText()).isEqualTo(String.valueOf(counted));
        assertThat(both.path("indicator").asText())
                .isEqualTo(reporting.indicators().get(what));
        assertThat(both.path("qualifier").asText()).isEqualTo("EXACT");
        reporting
                .department()
                .with("read")
                .get("/v1/observations/" + both.path("observation").asText())
                .is(200);
        assertThat(same.at("/findings")).isEmpty();
        reporting.state(what, "45");
        difference(reporting, what, "INFO", "45", String.valueOf(counted));
        reporting.state(what, "0");
        difference(reporting, what, "WARNING", "0", String.valueOf(counted));
    }

    private static void difference(Reporting reporting, String what, String severity, String stated, String counted) {
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.at("/findings")).hasSize(1);
        assertThat(answer.text("/findings/0/code")).isEqualTo("stated-total");
        assertThat(answer.text("/findings/0/severity")).isEqualTo(severity);
        assertThat(answer.text("/findings/0/expected")).isEqualTo(stated);
        assertThat(answer.text("/findings/0/actual")).isEqualTo(counted);
        assertThat(answer.text("/findings/0/evidence/0"))
                .isEqualTo("/v1/indicators/" + reporting.indicators().get(what));
        reporting
                .department()
                .with("read")
                .get(answer.text("/findings/0/evidence/1"))
                .is(200);
    }

    @Test
    void aFindingSpeaksBothLanguages() {
        Reporting reporting = open("inspections.count");
        rows(reporting, 1);
        reporting.state("inspections.count", "45");
        Api reader = reporting.department().with("read");
        assertThat(reader.get(reporting.path("2018-Q1")).text("/findings/0/message"))
                .isEqualTo("“Số thuê bao điện thoại di động” được nêu là 45; trong hệ thống mới có 1, nên phần còn lại"
                        + " không tra được từng việc.");
        assertThat(reader.english().get(reporting.path("2018-Q1")).text("/findings/0/message"))
                .isEqualTo(
                        "“Mobile subscriptions” is stated as 45; 1 of them are recorded one by one, the others cannot"
                                + " be looked up.");
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, 2, 0", "AT_LEAST, 4, 1", "AT_MOST, 4, 0", "AT_MOST, 2, 1", "ABOUT, 45, 0", "NEARLY, 1, 0"})
    void aQualifiedTotalLeavesRoom(String qualifier, String stated, int findings) {
        Reporting reporting = open("sanctions.count");
        rows(reporting, 3);
        reporting.state("sanctions.count", """
                "value": "%s", "qualifier": "%s\"""".formatted(stated, qualifier), "2018-Q1");
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.text("/sanctions/count/qualifier")).isEqualTo(qualifier);
        assertThat(answer.at("/findings")).hasSize(findings);
    }

    @Test
    void finesAreComparedInTheUnitTheyAreStatedIn() {
        Reporting reporting = open("sanctions.fines");
        rows(reporting, 2);
        new SanctionBuilder().of(reporting.department()).with("amountVnd", "1").create();
        reporting.state("sanctions.fines", "25");
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.text("/sanctions/fines/counted")).isEqualTo("25.000001");
        assertThat(answer.text("/sanctions/fines/stated")).isEqualTo("25");
        assertThat(answer.at("/sanctions/finesUnit")).isEqualTo(Json.parse("""
                {"code": "million-vnd", "name": {"vi": "triệu đồng"}}"""));
        assertThat(answer.text("/findings/0/severity")).isEqualTo("WARNING");
        assertThat(answer.text("/findings/0/message")).contains("25", "25,000001");
    }

    @Test
    void finesOfBillionsKeepEveryDong() {
        Reporting reporting = open("sanctions.count");
        String fines = IndicatorBuilder.revenue()
                .withJson("unit", """
                        {"code": "billion-vnd", "name": {"vi": "tỷ đồng"}}""")
                .with("states", "sanctions.fines")
                .with("decimals", 4)
                .create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(reporting.receiver())
                .reporters(reporting.department().code())
                .expects(fines, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, reporting.department())
                .value(fines, "ACTUAL", "10000000")
                .file(reporting.department().admin())
                .is(201);
        for (int i = 0; i < 10; i++) {
            new SanctionBuilder()
                    .of(reporting.department())
                    .with("amountVnd", "999999999999999")
                    .create();
        }
        new SanctionBuilder().of(reporting.department()).with("amountVnd", "1").create();
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.text("/sanctions/fines/counted")).isEqualTo("9999999.999999991");
        assertThat(answer.text("/findings/0/severity")).isEqualTo("INFO");
    }

    @Test
    void aSumThatIsNotKnownIsNotCompared() {
        Reporting reporting = open("sanctions.fines", "inspections.entities");
        rows(reporting, 1);
        new SanctionBuilder().of(reporting.department()).without("amountVnd").create();
        new InspectionBuilder().of(reporting.department()).create();
        reporting.state("sanctions.fines", "1");
        reporting.state("inspections.entities", "1");
        Answer answer = reporting.statistics("2018-Q1");
        for (String pointer : List.of("/sanctions/fines", "/inspections/entities")) {
            assertThat(answer.at(pointer + "/counted").isNull()).isTrue();
            assertThat(answer.at(pointer + "/missing").asInt()).isEqualTo(1);
            assertThat(answer.text(pointer + "/stated")).isEqualTo("1");
        }
        assertThat(answer.at("/findings")).isEmpty();
    }

    @Test
    void aTotalIsStatedForItsOwnPeriodOrTheSumOfItsParts() {
        Reporting reporting = open("inspections.count");
        reporting.state("inspections.count", "7");
        assertThat(reporting
                        .statistics("2018-Q2")
                        .at("/inspections/count/stated")
                        .isNull())
                .isTrue();
        for (String quarter : List.of("2018-Q2", "2018-Q3", "2018-Q4")) {
            Collections.open(reporting.regime(), quarter);
        }
        second(reporting, "inspections.count", "5");
        Answer half = reporting.statistics("2018-H1");
        assertThat(half.text("/inspections/count/stated")).isEqualTo("12");
        assertThat(half.at("/inspections/count").has("observation")).isFalse();
    }

    /** Files a figure of the second quarter. */
    private static void second(Reporting reporting, String what, String value) {
        new SubmissionBuilder(reporting.regime(), reporting.department())
                .period("2018-Q2")
                .with("compiledOn", "2018-07-10")
                .value(reporting.indicators().get(what), "ACTUAL", value)
                .file(reporting.department().admin())
                .is(201);
    }

    /** What was not settled by the end of March is received again in April. */
    @Test
    void whatIsCarriedOverAddsUpToNoTotal() {
        Reporting reporting = open("petitions.received", "petitions.resolved");
        Collections.open(reporting.regime(), "2018-Q2");
        reporting.state("petitions.received", "7");
        reporting.state("petitions.resolved", "5");
        second(reporting, "petitions.received", "7");
        second(reporting, "petitions.resolved", "5");
        Answer half = reporting.statistics("2018-H1");
        assertThat(half.at("/petitions/received/stated").isNull()).isTrue();
        assertThat(half.text("/petitions/resolved/stated")).isEqualTo("10");
    }

    /** What operators report to a department says nothing of the department's own cases. */
    @Test
    void aSumOverReportersIsStatedByNobody() {
        Reporting reporting = open("sanctions.count");
        reporting.state("sanctions.count", "7");
        assertThat(reporting.statistics("2018-Q1").text("/sanctions/count/stated"))
                .isEqualTo("7");
        Answer above = reporting
                .receiver()
                .with("read")
                .get("/v1/inspections/statistics?period=2018-Q1&organization="
                        + reporting.receiver().code())
                .is(200);
        assertThat(above.at("/sanctions/count/stated").isNull()).isTrue();
        Answer figure = reporting
                .receiver()
                .with("read")
                .get("/v1/comparisons?period=2018-Q1&organization="
                        + reporting.receiver().code())
                .is(200);
        assertThat(figure.text("/items/0/current/value")).isEqualTo("7");
    }

    /** The part that is carried over to the next quarter was stated before the quarter was over. */
    @Test
    void partsThatLeaveDaysOutAreComparedWithNothing() {
        Reporting reporting = open("inspections.count");
        Collections.open(reporting.regime(), "2018-Q2");
        reporting.state("inspections.count", "\"value\": \"0\", \"asOf\": \"2018-02-01\"", "2018-Q1");
        second(reporting, "inspections.count", "0");
        rows(reporting, 1);
        assertThat(reporting.statistics("2018-H1").at("/findings")).isEmpty();
        reporting.state("inspections.count", "0");
        assertThat(reporting.statistics("2018-H1").at("/findings")).hasSize(1);
    }

    /** A figure says whether there is one; rows say nothing of that. */
    @Test
    void whatWasDeclaredNoneIsStatedAsZero() {
        Reporting reporting = open("petitions.received");
        rows(reporting, 1);
        reporting.state("petitions.received", """
                "value": "0", "state": "NONE_DECLARED\"""", "2018-Q1");
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.text("/petitions/received/stated")).isEqualTo("0");
        assertThat(answer.text("/findings/0/severity")).isEqualTo("WARNING");
        reporting.state("petitions.received", """
                "value": null, "state": "NOT_REPORTED\"""", "2018-Q1");
        assertThat(reporting
                        .statistics("2018-Q1")
                        .at("/petitions/received/stated")
                        .isNull())
                .isTrue();
    }

    @Test
    void moreIsNotResolvedThanWasReceived() {
        Reporting reporting = open("petitions.received", "petitions.resolved");
        reporting.state("petitions.received", "36");
        reporting.state("petitions.resolved", "38");
        Answer answer = reporting.statistics("2018-Q1");
        assertThat(answer.at("/findings").findValuesAsText("code"))
                .containsExactly("stated-total", "stated-total", "done-within-received");
        assertThat(answer.text("/findings/2/severity")).isEqualTo("WARNING");
        assertThat(answer.text("/findings/2/message")).contains("38", "36");
        reporting.state("petitions.resolved", "36");
        assertThat(reporting.statistics("2018-Q1").at("/findings").findValuesAsText("code"))
                .containsExactly("stated-total", "stated-total");
    }

    @Test
    void theReceiverOfARegimeReadsItsTotalsAndNoOthers() {
        Reporting reporting = Reporting.besides("inspections.count", "petitions.received");
        Collections.open(reporting.regime(), "2018-Q1");
        rows(reporting, 1);
        reporting.state("inspections.count", "4");
        String other = new IndicatorBuilder().with("states", "sanctions.count").create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(reporting.department().code())
                .expects(other, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, reporting.department())
                .value(other, "ACTUAL", "9")
                .file(reporting.department().admin())
                .is(201);
        assertThat(reporting.statistics("2018-Q1").text("/sanctions/count/stated"))
                .isEqualTo("9");
        Api receiver = reporting.receiver().with("read");
        Answer seen = receiver.get(reporting.path("2018-Q1")).is(200);
        assertThat(seen.text("/inspections/count/counted")).isEqualTo("1");
        assertThat(seen.text("/inspections/count/stated")).isEqualTo("4");
        assertThat(seen.at("/sanctions/count/stated").isNull()).isTrue();
        assertThat(seen.at("/findings").findValuesAsText("code")).containsExactly("stated-total");
        receiver.get(reporting.path("2018-Q1") + "&regime=" + reporting.regime())
                .is(200);
        receiver.get(reporting.path("2018-Q1") + "&regime=" + regime).is(404);
    }
}
