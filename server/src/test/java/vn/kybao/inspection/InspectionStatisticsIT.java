package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;

/** What the rows of a period come to: counts by every group, exact sums, and no case. */
class InspectionStatisticsIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final Api reader = department.with("read");

    private Answer statistics(String period) {
        return reader.get(path(period)).is(200);
    }

    private String path(String period) {
        return "/v1/inspections/statistics?organization=" + department.code() + "&period=" + period;
    }

    private InspectionBuilder inspection() {
        return new InspectionBuilder().of(department);
    }

    private SanctionBuilder sanction(String measure) {
        SanctionBuilder sanction = new SanctionBuilder().of(department).with("measure", measure);
        return measure.equals("FINE") ? sanction : sanction.without("amountVnd");
    }

    private PetitionBuilder petition() {
        return new PetitionBuilder().of(department);
    }

    /** Groups as {@code code=count}, in the order they were answered. */
    private static List<String> groups(Answer answer, String pointer) {
        List<String> groups = new ArrayList<>();
        answer.at(pointer)
                .forEach(group -> groups.add(group.path("code").asText("-") + "="
                        + group.path("count").asInt()));
        return groups;
    }

    @Test
    void whereThereAreNoRowsEverythingIsZero() {
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/windowStart")).isEqualTo("2018-01-01");
        assertThat(answer.text("/windowEnd")).isEqualTo("2018-03-31");
        assertThat(answer.at("/inspections")).isEqualTo(Json.parse("""
                {"count": {"counted": "0", "missing": 0, "stated": null},
                 "entities": {"counted": "0", "missing": 0, "stated": null},
                 "byRole": [], "byKind": [], "planned": 0, "unplanned": 0, "byDomain": []}"""));
        assertThat(answer.at("/sanctions")).isEqualTo(Json.parse("""
                {"count": {"counted": "0", "missing": 0, "stated": null},
                 "fines": {"counted": "0", "missing": 0, "stated": null},
                 "byMeasure": [], "bySubject": [], "byDomain": [], "seized": []}"""));
        assertThat(answer.at("/petitions")).isEqualTo(Json.parse("""
                {"carriedOver": 0, "received": {"counted": "0", "missing": 0, "stated": null},
                 "resolved": {"counted": "0", "missing": 0, "stated": null}, "transferred": 0,
                 "pending": {"counted": "0", "missing": 0, "stated": null}, "byKind": [],
                 "receptions": {"counted": "0", "missing": 0, "stated": null},
                 "people": {"counted": "0", "missing": 0, "stated": null}}"""));
        assertThat(answer.at("/findings")).isEmpty();
    }

    @Test
    void morePeopleComeThanAnIntegerHolds() throws SQLException {
        for (int i = 0; i < 2; i++) {
            petition().with("kind", "RECEPTION").with("people", 1).create();
        }
        // As many as thousands of visits have, which would take long to make one by one.
        try (var connection = TestDatabase.shared().connect();
                var statement = connection.prepareStatement("UPDATE petition SET people = ? WHERE organization = ?")) {
            statement.setInt(1, Integer.MAX_VALUE);
            statement.setString(2, department.code());
            assertThat(statement.executeUpdate()).isEqualTo(2);
        }
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/petitions/receptions/counted")).isEqualTo("2");
        assertThat(answer.text("/petitions/people/counted")).isEqualTo(String.valueOf(2L * Integer.MAX_VALUE));
    }

    @Test
    void theLargestSumsAreTold() {
        for (int i = 0; i < 2; i++) {
            sanction("FINE").with("amountVnd", "999999999999999").create();
            sanction("SEIZURE")
                    .with("quantity", "999999999999999.9999")
                    .with("unit", "kg")
                    .create();
        }
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/sanctions/fines/counted")).isEqualTo("1999999999999998");
        assertThat(answer.text("/sanctions/seized/0/quantity")).isEqualTo("1999999999999999.9998");
    }

    @Test
    void inspectionsAreCountedByRoleKindPlanAndDomain() {
        inspection().with("domain", "Viễn thông").create();
        inspection()
                .with("domain", "Bưu chính")
                .with("role", "JOINT")
                .with("planned", false)
                .create();
        inspection().with("domain", "Viễn thông").with("kind", "CHECK").create();
        inspection().with("role", "JOINT").with("kind", "CHECK").create();
        inspection().with("role", "JOINT").create();
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/inspections/count/counted")).isEqualTo("5");
        assertThat(answer.at("/inspections/planned").asInt()).isEqualTo(4);
        assertThat(answer.at("/inspections/unplanned").asInt()).isEqualTo(1);
        assertThat(groups(answer, "/inspections/byRole")).containsExactly("JOINT=3", "LEAD=2");
        assertThat(groups(answer, "/inspections/byKind")).containsExactly("INSPECTION=3", "CHECK=2");
        assertThat(groups(answer, "/inspections/byDomain")).containsExactly("-=2", "Viễn thông=2", "Bưu chính=1");
    }

    @Test
    void entitiesAreUnknownWhereOneInspectionDoesNotSay() {
        inspection().withJson("entities", """
                {"organizations": 3, "individuals": 2}""").create();
        inspection().withJson("entities", """
                {"organizations": 1000000}""").create();
        inspection().withJson("entities", """
                {"individuals": 0}""").create();
        assertThat(statistics("2018-Q1").at("/inspections/entities")).isEqualTo(Json.parse("""
                {"counted": "1000005", "missing": 0, "stated": null}"""));
        inspection().create();
        inspection().withJson("entities", "{}").create();
        assertThat(statistics("2018-Q1").at("/inspections/entities")).isEqualTo(Json.parse("""
                {"counted": null, "missing": 2, "stated": null}"""));
    }

    @Test
    void penaltiesAreFinesSeizuresAndRevocations() {
        for (String measure : List.of(
                "FINE",
                "FINE",
                "SEIZURE",
                "LICENCE_REVOCATION",
                "REMINDER",
                "REMINDER",
                "REMINDER",
                "CORRECTION",
                "COMMITMENT")) {
            sanction(measure)
                    .with("subject", measure.equals("FINE") ? "ORGANIZATION" : "INDIVIDUAL")
                    .with("domain", measure.equals("SEIZURE") ? "Xuất bản" : "Viễn thông")
                    .create();
        }
        sanction("FINE").create();
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/sanctions/count/counted")).isEqualTo("5");
        assertThat(groups(answer, "/sanctions/byMeasure"))
                .containsExactly(
                        "FINE=3", "REMINDER=3", "COMMITMENT=1", "CORRECTION=1", "LICENCE_REVOCATION=1", "SEIZURE=1");
        assertThat(groups(answer, "/sanctions/bySubject")).containsExactly("INDIVIDUAL=2", "ORGANIZATION=2", "-=1");
        assertThat(groups(answer, "/sanctions/byDomain")).containsExactly("Viễn thông=3", "-=1", "Xuất bản=1");
    }

    /** More than a binary fraction could hold: 2^53 is 9,007,199,254,740,992. */
    @Test
    void finesAddUpToTheLastDong() {
        for (int i = 0; i < 10; i++) {
            sanction("FINE").with("amountVnd", "999999999999999").create();
        }
        sanction("FINE").with("amountVnd", "1").create();
        sanction("REMINDER").create();
        Answer answer = statistics("2018-Q1");
        assertThat(answer.at("/sanctions/fines")).isEqualTo(Json.parse("""
                {"counted": "9999999999999991", "missing": 0, "stated": null}"""));
        assertThat(answer.at("/sanctions").has("finesUnit")).isFalse();
    }

    @Test
    void finesHaveNoSumWhereOneIsUnknown() {
        sanction("FINE").create();
        sanction("FINE").without("amountVnd").create();
        sanction("FINE").without("amountVnd").with("quantity", "3").create();
        assertThat(statistics("2018-Q1").at("/sanctions/fines")).isEqualTo(Json.parse("""
                {"counted": null, "missing": 2, "stated": null}"""));
    }

    @Test
    void seizedGoodsAddUpByUnit() {
        sanction("SEIZURE").with("quantity", "50").with("unit", "cuốn").create();
        sanction("SEIZURE").with("quantity", "0.5").with("unit", "cuốn").create();
        sanction("SEIZURE")
                .with("quantity", "999999999999999.9999")
                .with("unit", "kg")
                .create();
        sanction("SEIZURE")
                .with("quantity", "999999999999999.9999")
                .with("unit", "kg")
                .create();
        sanction("SEIZURE").with("quantity", "0.0002").with("unit", "kg").create();
        sanction("SEIZURE").create();
        sanction("REMINDER").with("quantity", "7").with("unit", "cuốn").create();
        assertThat(statistics("2018-Q1").at("/sanctions/seized")).isEqualTo(Json.parse("""
                [{"unit": "kg", "quantity": "2000000000000000", "missing": 0},
                 {"unit": "cuốn", "quantity": "50.5", "missing": 0},
                 {"quantity": null, "missing": 1}]"""));
    }

    @Test
    void visitsAreCountedApart() {
        petition().with("kind", "RECEPTION").with("people", 2).create();
        petition().with("kind", "RECEPTION").with("people", 15).create();
        petition()
                .with("kind", "RECEPTION")
                .with("people", 9)
                .with("receivedOn", "2017-12-31")
                .create();
        petition().with("people", 100).create();
        petition().with("kind", "DENUNCIATION").create();
        petition().with("kind", "DENUNCIATION").create();
        Answer answer = statistics("2018-Q1");
        assertThat(answer.at("/petitions/receptions/counted").asInt()).isEqualTo(2);
        assertThat(answer.at("/petitions/people/counted").asInt()).isEqualTo(17);
        assertThat(answer.text("/petitions/received/counted")).isEqualTo("3");
        assertThat(groups(answer, "/petitions/byKind")).containsExactly("DENUNCIATION=2", "COMPLAINT=1");
        petition().with("kind", "RECEPTION").create();
        assertThat(statistics("2018-Q1").at("/petitions/people/counted").isNull())
                .isTrue();
        assertThat(statistics("2018-Q1").at("/petitions/people/missing").asInt())
                .isEqualTo(1);
        assertThat(statistics("2018-Q1").at("/petitions/receptions/counted").asInt())
                .isEqualTo(3);
    }

    @Test
    void petitionsAreCarriedOverUntilTheyAreSettled() {
        Answer old = petition().with("receivedOn", "2017-11-01").create();
        Answer older =
                petition().without("receivedOn").with("period", "2017-Q3").create();
        Answer done = petition().with("receivedOn", "2017-10-01").create();
        Answer fresh = petition().create();
        settle(done, "resolve", "2017-12-31");
        settle(old, "resolve", "2018-01-01");
        settle(older, "transfer", "2018-04-01");
        settle(fresh, "transfer", "2018-03-31");
        balance("2017-Q3", "0 1 0 0 1");
        balance("2017-Q4", "1 3 1 0 2");
        balance("2018-Q1", "2 3 1 1 1");
        balance("2018-Q2", "1 1 0 1 0");
        balance("2018-Q3", "0 0 0 0 0");
        balance("2018", "2 3 1 2 0");
    }

    @Test
    void whatIsCarriedOverIsListedToo() {
        Answer open = petition().with("receivedOn", "2017-11-01").create();
        Answer undated =
                petition().without("receivedOn").with("period", "2017-Q3").create();
        Answer done = petition().with("receivedOn", "2017-10-01").create();
        Answer fresh = petition().create();
        petition().with("kind", "RECEPTION").with("receivedOn", "2017-12-01").create();
        settle(done, "resolve", "2017-12-31");
        settle(open, "resolve", "2018-01-01");
        balance("2018-Q1", "2 3 1 0 2");
        assertThat(listed("2018-Q1")).containsExactly(fresh.text("/id"), open.text("/id"), undated.text("/id"));
        assertThat(listed("2018-Q2")).containsExactly(fresh.text("/id"), undated.text("/id"));
        assertThat(listed("2017-Q4")).hasSize(4);
        settle(undated, "transfer", null);
        assertThat(listed("2018-Q1")).containsExactly(fresh.text("/id"), open.text("/id"));
    }

    private List<String> listed(String period) {
        return department
                .with("inspections:read")
                .get("/v1/petitions?organization=" + department.code() + "&period=" + period)
                .is(200)
                .items("id");
    }

    @Test
    void whatIsSettledOnNoDayIsSettledByTheEndOfItsPeriod() {
        Answer undated =
                petition().without("receivedOn").with("period", "2018-Q1").create();
        Answer dated = petition()
                .with("receivedOn", "2018-02-01")
                .with("period", "2018-Q2")
                .create();
        settle(undated, "resolve", null);
        settle(dated, "resolve", null);
        balance("2018-02", "0 1 0 0 1");
        balance("2018-Q1", "0 2 1 0 1");
        balance("2018-05", "1 1 0 0 1");
        balance("2018-Q2", "1 1 1 0 0");
        balance("2018-H1", "0 2 2 0 0");
        balance("2018-Q3", "0 0 0 0 0");
    }

    private void settle(Answer petition, String move, String day) {
        String field = move.equals("resolve") ? "resolvedOn" : "on";
        List<String> fields = new ArrayList<>();
        if (day != null) {
            fields.add("\"%s\": \"%s\"".formatted(field, day));
        }
        if (move.equals("transfer")) {
            fields.add("\"to\": {\"text\": \"x\"}");
        }
        department
                .with("inspections:write")
                .post("/v1/petitions/" + petition.text("/id") + "/" + move, "{" + String.join(", ", fields) + "}")
                .is(200);
    }

    /** Carried over, received, resolved, transferred, pending. */
    private void balance(String period, String expected) {
        JsonNode found = statistics(period).at("/petitions");
        assertThat("%s %s %s %s %s"
                        .formatted(
                                found.path("carriedOver").asText(),
                                found.at("/received/counted").asText(),
                                found.at("/resolved/counted").asText(),
                                found.path("transferred").asText(),
                                found.at("/pending/counted").asText()))
                .as(period)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01, 1",
        "2018-02, 2",
        "2018-03, 0",
        "2018-Q1, 4",
        "2018-Q2, 0",
        "2018-H1, 5",
        "2018-9M, 5",
        "2018, 6",
        "2017, 0",
        "2019, 0"
    })
    void aRowWithoutADateCountsInEveryPeriodThatHoldsItsOwn(String period, int expected) {
        inspection().with("startedOn", "2018-01-31").with("period", "2017").create();
        inspection()
                .with("startedOn", "2018-02-01")
                .with("endedOn", "2018-12-01")
                .create();
        for (String own : List.of("2018-02", "2018-Q1", "2018-H1", "2018")) {
            inspection().without("startedOn").with("period", own).create();
        }
        assertThat(statistics(period).text("/inspections/count/counted")).isEqualTo(String.valueOf(expected));
    }

    @Test
    void anInspectionWithoutABeginningCountsByItsEnd() {
        inspection().without("startedOn").with("endedOn", "2018-04-02").create();
        assertThat(statistics("2018-Q1").text("/inspections/count/counted")).isEqualTo("0");
        assertThat(statistics("2018-Q2").text("/inspections/count/counted")).isEqualTo("1");
    }

    @Test
    void theCalendarOfTheRegimeSetsTheWindow() {
        for (String day : List.of("2017-12-14", "2017-12-15", "2018-03-14", "2018-03-15")) {
            inspection().with("startedOn", day).create();
            sanction("FINE").with("decidedOn", day).with("amountVnd", "1").create();
            petition().with("receivedOn", day).create();
        }
        inspection().without("startedOn").with("period", "2018-Q1").create();
        String regime =
                Reporting.of("ADMINISTRATIVE_15_14", "inspections.count").regime();
        Answer own = statistics("2018-Q1");
        assertThat(own.text("/inspections/count/counted")).isEqualTo("3");
        Answer answer = statistics("2018-Q1&regime=" + regime);
        assertThat(answer.text("/windowStart")).isEqualTo("2017-12-15");
        assertThat(answer.text("/windowEnd")).isEqualTo("2018-03-14");
        assertThat(answer.text("/inspections/count/counted")).isEqualTo("3");
        assertThat(answer.text("/sanctions/fines/counted")).isEqualTo("2");
        assertThat(answer.text("/petitions/received/counted")).isEqualTo("3");
        assertThat(answer.at("/petitions/carriedOver").asInt()).isEqualTo(1);
        Answer year = statistics("2018&regime=" + regime);
        assertThat(year.text("/windowStart")).isEqualTo("2017-12-15");
        assertThat(year.text("/inspections/count/counted")).isEqualTo("4");
    }

    @Test
    void oneOrganizationIsCountedAndNobodyElse() {
        TestOrganization unit = new OrganizationBuilder().under(department).create();
        new InspectionBuilder().of(unit).create();
        new SanctionBuilder().of(unit).create();
        new PetitionBuilder().of(unit).create();
        Answer answer = statistics("2018-Q1");
        assertThat(answer.text("/inspections/count/counted")).isEqualTo("0");
        assertThat(answer.text("/sanctions/count/counted")).isEqualTo("0");
        assertThat(answer.text("/petitions/received/counted")).isEqualTo("0");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        reader.get(path("2018-Q5")).is(404);
        reader.get(path("2018-Q1") + "&regime=no-such-regime").is(404);
        reader.get("/v1/inspections/statistics?organization=no-such-body&period=2018-Q1")
                .is(404);
        reader.get("/v1/inspections/statistics?period=2018-Q1").is(400);
        reader.get("/v1/inspections/statistics?organization=" + department.code())
                .is(400);
        reader.get(path("2018-Q1") + "&domain=x").is(400);
        Answer stranger =
                new OrganizationBuilder().create().admin().get(path("2018-Q1")).is(404);
        Answer nobody = reader.get("/v1/inspections/statistics?organization=no-such-body&period=2018-Q1");
        assertThat(stranger.text("/detail")).isEqualTo(nobody.text("/detail"));
    }

    @Test
    void countsNeedTheScopeToReadAndNoMore() {
        statistics("2018-Q1");
        Answer refused = department
                .with("inspections:read", "inspections:write")
                .get(path("2018-Q1"))
                .is(403);
        assertThat(refused.text("/errors/0/expected")).isEqualTo("read");
    }

    @Test
    void theSameCountsAreNotSentTwice() {
        Answer first = statistics("2018-Q1");
        assertThat(reader.header("If-None-Match", first.etag())
                        .get(path("2018-Q1"))
                        .status())
                .isEqualTo(304);
        inspection().create();
        assertThat(reader.header("If-None-Match", first.etag())
                        .get(path("2018-Q1"))
                        .status())
                .isEqualTo(200);
    }

    /** Names of persons may slip into texts in spite of all warnings. */
    @Test
    void noWordOfACaseIsInTheCounts() {
        String secret = "Nguyễn Văn A, thôn 3";
        Answer inspection = inspection()
                .with("title", secret)
                .with("findings", secret)
                .withJson("lead", "{\"text\": \"" + secret + "\"}")
                .create();
        Answer sanction = sanction("FINE")
                .with("note", secret)
                .with("inspection", inspection.text("/id"))
                .create();
        Answer petition = petition().with("about", secret).create();
        department
                .with("inspections:write")
                .post("/v1/petitions/" + petition.text("/id") + "/resolve", """
                        {"resolvedOn": "2018-03-01", "note": "%s"}""".formatted(secret))
                .is(200);
        String text = statistics("2018-Q1").text();
        assertThat(text).doesNotContain("Nguyễn", "thôn");
        for (Answer made : List.of(inspection, sanction, petition)) {
            assertThat(text).doesNotContain(made.text("/id"));
        }
    }
}
