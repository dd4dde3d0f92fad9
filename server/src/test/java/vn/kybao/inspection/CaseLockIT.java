package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestOrganization;

/**
 * What was reported stays: no date gets into a closed collection, or out of one, and nothing changes that is counted; all
 * else may still be corrected.
 */
class CaseLockIT {
    private static Reporting reporting;
    private static TestOrganization department;
    private static Api writer;
    private static String collection;

    @BeforeAll
    static void make() {
        reporting = Reporting.of("CALENDAR", "inspections.count");
        department = reporting.department();
        writer = reporting.writer();
        collection = Collections.open(reporting.regime(), "2018-Q1");
        Collections.open(reporting.regime(), "2018-Q2");
    }

    /** Runs something while the first quarter of 2018 is closed. */
    private static void whileClosed(Runnable work) {
        Collections.close(collection);
        try {
            work.run();
        } finally {
            Api.admin().post("/v1/collections/" + collection + "/reopen", """
                            {"reason": "x"}""").is(200);
        }
    }

    private static void closed(Answer answer, String... pointers) {
        assertThat(answer.is(409).problem()).isEqualTo("period-closed");
        assertThat(answer.errorCodes()).containsOnly("period-closed");
        assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers);
        assertThat(answer.text("/errors/0/evidence/0")).isEqualTo("/v1/collections/" + collection);
        assertThat(answer.text("/errors/0/message")).contains("2018-Q1");
    }

    private static InspectionBuilder inspection() {
        return new InspectionBuilder().of(department);
    }

    private static SanctionBuilder sanction() {
        return new SanctionBuilder().of(department);
    }

    private static PetitionBuilder petition() {
        return new PetitionBuilder().of(department);
    }

    private static Answer post(String resource, Builder<?> body) {
        return writer.post("/v1/" + resource, body.json());
    }

    private static Answer patch(String resource, Answer made, String body) {
        return writer.ifMatch(made.text("/etag")).patch("/v1/" + resource + "/" + made.text("/id"), body);
    }

    private static Answer delete(String resource, Answer made) {
        return writer.ifMatch(made.text("/etag")).delete("/v1/" + resource + "/" + made.text("/id"));
    }

    private static Answer move(Answer made, String move, String body) {
        return writer.post("/v1/petitions/" + made.text("/id") + "/" + move, body);
    }

    @Test
    void nothingIsAddedToWhatWasReported() {
        whileClosed(() -> {
            closed(post("inspections", inspection()), "/startedOn");
            closed(post("inspections", inspection().without("startedOn").with("endedOn", "2018-03-31")), "/endedOn");
            closed(post("inspections", inspection().without("startedOn").with("period", "2018-Q1")), "/period");
            closed(
                    post(
                            "inspections",
                            inspection().with("startedOn", "2017-12-31").with("endedOn", "2018-01-01")),
                    "/endedOn");
            closed(post("sanctions", sanction()), "/decidedOn");
            closed(post("sanctions", sanction().without("decidedOn").with("period", "2018-Q1")), "/period");
            closed(post("petitions", petition()), "/receivedOn");
            closed(post("petitions", petition().without("receivedOn").with("period", "2018-Q1")), "/period");
        });
    }

    @Test
    void whatBelongsElsewhereIsAdded() {
        whileClosed(() -> {
            post("inspections", inspection().with("startedOn", "2018-04-01")).is(201);
            post("inspections", inspection().with("startedOn", "2017-12-31")).is(201);
            // The date says where it lies, whatever period is named beside it.
            post("sanctions", sanction().with("decidedOn", "2018-04-01").with("period", "2018-Q1"))
                    .is(201);
            post("petitions", petition().without("receivedOn").with("period", "2018-Q2"))
                    .is(201);
            TestOrganization other =
                    new OrganizationBuilder().under(reporting.receiver()).create();
            new InspectionBuilder().of(other).create();
        });
    }

    @Test
    void nothingGetsIntoWhatWasReported() {
        Answer inspection = inspection().with("startedOn", "2018-04-01").create();
        Answer sanction = sanction().with("decidedOn", "2018-04-01").create();
        Answer petition = petition().with("receivedOn", "2018-04-01").create();
        whileClosed(() -> {
            closed(patch("inspections", inspection, "{\"startedOn\": \"2018-03-01\"}"), "/startedOn");
            closed(patch("inspections", inspection, "{\"startedOn\": null, \"period\": \"2018-Q1\"}"), "/period");
            closed(patch("sanctions", sanction, "{\"decidedOn\": \"2018-03-01\"}"), "/decidedOn");
            closed(patch("petitions", petition, "{\"receivedOn\": \"2018-03-01\"}"), "/receivedOn");
        });
    }

    @Test
    void nothingGetsOutOfWhatWasReported() {
        Answer inspection = inspection().with("endedOn", "2018-02-20").create();
        Answer sanction = sanction().create();
        Answer petition = petition().create();
        Answer undated =
                sanction().without("decidedOn").with("period", "2018-Q1").create();
        whileClosed(() -> {
            closed(patch("inspections", inspection, "{\"startedOn\": \"2017-03-01\"}"), "/startedOn");
            closed(patch("inspections", inspection, "{\"endedOn\": \"2018-04-20\"}"), "/endedOn");
            closed(patch("inspections", inspection, "{\"endedOn\": null}"), "/endedOn");
            closed(patch("sanctions", sanction, "{\"decidedOn\": null, \"period\": \"2018-Q2\"}"), "/period");
            closed(patch("petitions", petition, "{\"receivedOn\": \"2018-04-01\"}"), "/receivedOn");
            closed(patch("sanctions", undated, "{\"period\": \"2018-Q2\"}"), "/period");
            closed(patch("sanctions", undated, "{\"decidedOn\": \"2018-04-20\"}"), "/decidedOn");
            closed(delete("inspections", inspection));
            closed(delete("sanctions", sanction));
            closed(delete("petitions", petition));
            closed(delete("sanctions", undated));
        });
        delete("inspections", inspection).is(204);
    }

    /** The regime knows no months: those of the quarter are counted in it. */
    @Test
    void aPeriodWithoutACollectionIsHeldByTheShortestAroundIt() {
        Answer inspection =
                inspection().without("startedOn").with("period", "2018-03").create();
        Answer sanction =
                sanction().without("decidedOn").with("period", "2018-02").create();
        Answer petition =
                petition().without("receivedOn").with("period", "2018-01").create();
        Answer free = sanction().without("decidedOn").with("period", "2018-04").create();
        whileClosed(() -> {
            closed(post("inspections", inspection().without("startedOn").with("period", "2018-03")), "/period");
            closed(post("sanctions", sanction().without("decidedOn").with("period", "2018-03")), "/period");
            closed(post("petitions", petition().without("receivedOn").with("period", "2018-03")), "/period");
            closed(patch("inspections", inspection, "{\"period\": \"2018-04\"}"), "/period");
            closed(patch("sanctions", free, "{\"period\": \"2018-03\"}"), "/period");
            closed(move(petition, "resolve", "{}"), "/resolvedOn");
            closed(delete("inspections", inspection));
            closed(delete("sanctions", sanction));
            closed(delete("petitions", petition));
            // Neither the half-year nor a month of the next quarter is counted in the closed one.
            post("sanctions", sanction().without("decidedOn").with("period", "2018-H1"))
                    .is(201);
            post("sanctions", sanction().without("decidedOn").with("period", "2018-04"))
                    .is(201);
        });
    }

    @Test
    void anAdHocPeriodIsHeldByTheShortestAroundItToo() {
        String days = "adhoc-" + UUID.randomUUID();
        String quarters = "adhoc-" + UUID.randomUUID();
        for (String period : new String[] {days + " 2018-02-05 2018-02-11", quarters + " 2018-03-31 2018-04-01"}) {
            String[] parts = period.split(" ");
            Api.admin().post("/v1/periods", """
                            {"code": "%s", "startDate": "%s", "endDate": "%s"}""".formatted((Object[]) parts)).is(201);
        }
        whileClosed(() -> {
            closed(post("sanctions", sanction().without("decidedOn").with("period", days)), "/period");
            post("sanctions", sanction().without("decidedOn").with("period", quarters))
                    .is(201);
        });
    }

    @Test
    void whatIsCountedStaysAsItWasReported() {
        Answer inspection = post("inspections", inspection()).is(201);
        Answer sanction = post("sanctions", sanction()).is(201);
        Answer unknown = post("sanctions", sanction().without("amountVnd")).is(201);
        Answer petition = post("petitions", petition()).is(201);
        whileClosed(() -> {
            closed(patch("inspections", inspection, """
                            {"role": "JOINT", "kind": "CHECK", "planned": false, "domain": "in",
                             "entities": {"organizations": 3}}"""), "/role", "/kind", "/planned", "/domain", "/entities");
            closed(patch("sanctions", sanction, "{\"amountVnd\": \"1\"}"), "/amountVnd");
            closed(patch("sanctions", unknown, "{\"amountVnd\": \"1\"}"), "/amountVnd");
            closed(patch("sanctions", sanction, """
                            {"measure": "REMINDER", "amountVnd": null, "subject": "INDIVIDUAL", "domain": "in"}"""), "/measure", "/amountVnd", "/subject", "/domain");
            closed(patch("petitions", petition, "{\"people\": 4, \"kind\": \"PETITION\"}"), "/people", "/kind");
        });
        patch("sanctions", sanction, "{\"amountVnd\": \"1\"}").is(200);
        Answer later =
                post("petitions", petition().with("receivedOn", "2018-04-05")).is(201);
        whileClosed(() -> patch("petitions", later, "{\"people\": 4}").is(200));
    }

    @Test
    void whatIsNotCountedIsCorrected() {
        Answer inspection = post("inspections", inspection()).is(201);
        Answer sanction = post("sanctions", sanction()).is(201);
        Answer petition = post("petitions", petition()).is(201);
        whileClosed(() -> {
            patch("inspections", inspection, "{\"title\": \"Khác\", \"period\": \"2018-Q2\"}")
                    .is(200);
            patch("sanctions", sanction, "{\"amountVnd\": \"12500000\", \"period\": \"2018-Q2\"}")
                    .is(200);
            patch("petitions", petition, "{\"about\": \"Khác\"}").is(200);
        });
    }

    @Test
    void aPetitionIsNeitherSettledNorReopenedInWhatWasReported() {
        Answer open = petition().create();
        Answer undated =
                petition().without("receivedOn").with("period", "2018-Q1").create();
        Answer settled = petition().create();
        move(settled, "resolve", "{\"resolvedOn\": \"2018-03-01\"}").is(200);
        Answer settledUndated =
                petition().without("receivedOn").with("period", "2018-Q1").create();
        move(settledUndated, "resolve", "{}").is(200);
        whileClosed(() -> {
            closed(move(open, "resolve", "{\"resolvedOn\": \"2018-03-01\"}"), "/resolvedOn");
            closed(move(open, "transfer", "{\"on\": \"2018-03-01\", \"to\": {\"text\": \"x\"}}"), "/on");
            closed(move(undated, "resolve", "{}"), "/resolvedOn");
            closed(move(settled, "reopen", "{\"reason\": \"x\"}"));
            closed(move(settledUndated, "reopen", "{\"reason\": \"x\"}"));
            closed(
                    writer.ifMatch("2")
                            .patch("/v1/petitions/" + settledUndated.text("/id"), "{\"period\": \"2018-Q2\"}"),
                    "/period");
            closed(writer.ifMatch("2").delete("/v1/petitions/" + settled.text("/id")));
        });
    }

    @Test
    void aPetitionOfTheReportIsSettledAfterIt() {
        Answer open = petition().create();
        whileClosed(() -> {
            move(open, "resolve", "{\"resolvedOn\": \"2018-04-10\"}").is(200);
            move(open, "reopen", "{\"reason\": \"x\"}").is(200);
        });
    }

    @Test
    void aPublishedCollectionIsClosedToo() {
        Reporting own = Reporting.of("ADMINISTRATIVE_15_14", "petitions.received");
        String id = Collections.open(own.regime(), "2018-Q1");
        Collections.close(id);
        Api.admin().post("/v1/collections/" + id + "/publish").is(200);
        // The window by its calendar ends on the 14th.
        PetitionBuilder petition = new PetitionBuilder().of(own.department());
        own.writer()
                .post("/v1/petitions", petition.with("receivedOn", "2018-03-15").json())
                .is(201);
        Answer answer = own.writer()
                .english()
                .post("/v1/petitions", petition.with("receivedOn", "2017-12-15").json())
                .is(409);
        assertThat(answer.text("/errors/0/message")).contains("2018-Q1", "PUBLISHED");
    }

    @Test
    void theLockIsToldBesideEverythingElse() {
        whileClosed(() -> {
            Answer answer = post("sanctions", sanction().with("amountVnd", "-1"));
            assertThat(answer.is(409).errorCodes()).containsExactlyInAnyOrder("period-closed", "count-integral");
        });
    }
}
