package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Inspections are made, changed and deleted by the organization that led or joined them, or one above it. */
class InspectionIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final Api writer = department.with("inspections:write");
    private final Api reader = department.with("inspections:read");

    private InspectionBuilder full() {
        return new InspectionBuilder()
                .of(department)
                .with("role", "JOINT")
                .with("kind", "CHECK")
                .with("planned", false)
                .with("domain", "Tần số vô tuyến điện")
                .with("title", "Kiểm tra đột xuất đài phát thanh cấp xã")
                .with("startedOn", "2018-02-10")
                .with("endedOn", "2018-02-12")
                .with("period", "2018-Q1")
                .withJson("lead", """
                        {"organization": "%s", "text": "Trung tâm Tần số khu vực VI"}""".formatted(TestOrganization.root().code()))
                .withJson("partners", """
                        [{"text": "Công an tỉnh"}, {"organization": "%s"}]""".formatted(department.code()))
                .withJson("entities", """
                        {"organizations": 3, "individuals": 0}""")
                .with("findings", "Hai đài phát sai tần số.");
    }

    private static String path(Answer inspection) {
        return "/v1/inspections/" + inspection.text("/id");
    }

    @Test
    void everythingThatWasSentIsAnswered() {
        Answer made = writer.post("/v1/inspections", full().json()).is(201);
        assertThat(made.header("Location").orElseThrow()).endsWith(path(made));
        ObjectNode answered = (ObjectNode) made.json();
        assertThat(answered.path("etag").asText()).isEqualTo("1");
        answered.remove(List.of("id", "createdAt", "updatedAt", "etag"));
        assertThat(answered).isEqualTo(Json.parse(full().json()));
        assertThat(reader.get(path(made)).is(200).json()).isEqualTo(made.json());
    }

    @Test
    void aPatchOfNothingChangesNothingButTheVersion() {
        Answer made = writer.post("/v1/inspections", full().json()).is(201);
        Answer patched = writer.ifMatch("1").patch(path(made), "{}").is(200);
        ObjectNode before = (ObjectNode) made.json();
        ObjectNode after = (ObjectNode) patched.json();
        assertThat(after.path("etag").asText()).isEqualTo("2");
        before.remove(List.of("updatedAt", "etag"));
        after.remove(List.of("updatedAt", "etag"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void nullRemovesEveryFieldThatMayBeLeftOut() {
        Answer made = writer.post("/v1/inspections", full().json()).is(201);
        Answer patched = writer.ifMatch("1").patch(path(made), """
                {"domain": null, "endedOn": null, "period": null, "lead": null, "partners": null, "entities": null,
                 "findings": null}""").is(200);
        ObjectNode left = (ObjectNode) patched.json();
        assertThat(left.at("/partners")).isEmpty();
        left.remove(List.of("id", "createdAt", "updatedAt", "etag", "partners"));
        assertThat(left)
                .isEqualTo(Json.parse(new InspectionBuilder()
                        .of(department)
                        .with("role", "JOINT")
                        .with("kind", "CHECK")
                        .with("planned", false)
                        .with("title", "Kiểm tra đột xuất đài phát thanh cấp xã")
                        .json()));
    }

    @Test
    void objectsAreMergedFieldByField() {
        Answer made = writer.post("/v1/inspections", full().json()).is(201);
        Answer patched = writer.ifMatch("1").patch(path(made), """
                {"lead": {"text": "Cục Tần số"}, "entities": {"organizations": null, "individuals": 2}}""").is(200);
        assertThat(patched.at("/lead"))
                .isEqualTo(Json.parse("""
                {"organization": "%s", "text": "Cục Tần số"}""".formatted(TestOrganization.root().code())));
        assertThat(patched.at("/entities")).isEqualTo(Json.parse("""
                {"individuals": 2}"""));
    }

    @Test
    void everyFieldCanBeChanged() {
        Answer made = new InspectionBuilder().of(department).create();
        ObjectNode wanted = Json.object(full().json());
        wanted.remove("organization");
        ObjectNode patched = (ObjectNode)
                writer.ifMatch("1").patch(path(made), wanted.toString()).is(200).json();
        patched.remove(List.of("id", "organization", "createdAt", "updatedAt", "etag"));
        assertThat(patched).isEqualTo(wanted);
    }

    @Test
    void aDateOrAPeriodIsNeeded() {
        Answer answer = writer.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .without("startedOn")
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("date-or-period");
        assertThat(answer.pointers()).containsExactly("/period");
        assertThat(answer.text("/errors/0/message")).contains("ngày hoặc kỳ");
        writer.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .without("startedOn")
                                .with("period", "2018-Q1")
                                .json())
                .is(201);
        writer.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .without("startedOn")
                                .with("endedOn", "2018-03-01")
                                .json())
                .is(201);
    }

    @Test
    void theLastDateStaysUnlessAPeriodTakesItsPlace() {
        Answer made = new InspectionBuilder().of(department).create();
        Answer refused = writer.ifMatch("1").patch(path(made), """
                {"startedOn": null}""").is(422);
        assertThat(refused.errorCodes()).containsExactly("date-or-period");
        Answer moved = writer.ifMatch("1").patch(path(made), """
                {"startedOn": null, "period": "2018"}""").is(200);
        assertThat(moved.json().has("startedOn")).isFalse();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer answer = writer.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .with("startedOn", "2100-01-02")
                                .with("endedOn", "2018-01-01")
                                .with("period", "2018-Q5")
                                .withJson("lead", """
                                        {"organization": "no-such-body"}""")
                                .withJson("partners", """
                                        [{"text": "Công an tỉnh"}, {"organization": "nobody-either"}]""")
                                .json())
                .is(422);
        assertThat(answer.errorCodes())
                .containsExactlyInAnyOrder(
                        "date-later", "dates-reversed", "unknown-period", "unknown-reference", "unknown-reference");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/startedOn", "/endedOn", "/period", "/lead/organization", "/partners/1/organization");
    }

    @ParameterizedTest
    @CsvSource({
        "title, '\"\"', 400, wrong-length, /title",
        "role, '\"BOSS\"', 400, not-in-list, /role",
        "planned, '\"yes\"', 400, wrong-type, /planned",
        "startedOn, '\"10/2/2018\"', 400, wrong-format, /startedOn",
        "entities, '{\"organizations\": -1}', 400, out-of-bounds, /entities/organizations",
        "lead, '{}', 400, wrong-size, /lead",
        "organization, '\"no-such-body\"', 422, unknown-reference, /organization",
        "status, '\"DONE\"', 400, unknown-field, /status"
    })
    void whatTheContractDoesNotDescribeIsRefused(String field, String json, int status, String code, String pointer) {
        Answer answer = writer.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .withJson(field, json)
                                .json())
                .is(status);
        assertThat(answer.errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void todayIsNotLater() {
        try (var _ = TestServer.shared().clock().set("2018-03-22T17:30:00Z")) {
            // Half past midnight of the 23rd in Vietnam.
            writer.post(
                            "/v1/inspections",
                            new InspectionBuilder()
                                    .of(department)
                                    .with("startedOn", "2018-03-23")
                                    .json())
                    .is(201);
            Answer answer = writer.english()
                    .post(
                            "/v1/inspections",
                            new InspectionBuilder()
                                    .of(department)
                                    .with("startedOn", "2018-03-24")
                                    .json())
                    .is(422);
            assertThat(answer.errorCodes()).containsExactly("date-later");
            assertThat(answer.text("/errors/0/message"))
                    .isEqualTo("The day 24 March 2018 is after today (23 March 2018).");
        }
    }

    @Test
    void anInspectionIsDeletedOnceAndForAll() {
        Answer made = new InspectionBuilder().of(department).create();
        writer.delete(path(made)).is(428);
        writer.ifMatch("7").delete(path(made)).is(412);
        writer.ifMatch("1").delete(path(made)).is(204);
        reader.get(path(made)).is(404);
        writer.ifMatch("1").delete(path(made)).is(404);
    }

    @Test
    void anInspectionWithSanctionsStays() {
        Answer made = new InspectionBuilder().of(department).create();
        Answer sanction = new SanctionBuilder()
                .of(department)
                .with("inspection", made.text("/id"))
                .create();
        Answer refused = writer.ifMatch("1").delete(path(made)).is(409);
        assertThat(refused.problem()).isEqualTo("in-use");
        assertThat(refused.text("/errors/0/evidence/0")).isEqualTo("/v1/sanctions?inspection=" + made.text("/id"));
        writer.ifMatch("1").delete("/v1/sanctions/" + sanction.text("/id")).is(204);
        writer.ifMatch("1").delete(path(made)).is(204);
    }

    @Test
    void aRepeatedRequestMakesOneInspection() {
        Api keyed = writer.idempotencyKey("one-inspection");
        String body = new InspectionBuilder().of(department).json();
        Answer first = keyed.post("/v1/inspections", body).is(201);
        Answer again = keyed.post("/v1/inspections", body).is(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(reader.get("/v1/inspections?organization=" + department.code())
                        .items("id"))
                .hasSize(1);
        keyed.post(
                        "/v1/inspections",
                        new InspectionBuilder()
                                .of(department)
                                .with("kind", "CHECK")
                                .json())
                .is(422);
    }

    @Test
    void theRepresentationIsNotSentTwice() {
        Answer made = new InspectionBuilder().of(department).create();
        Answer read = reader.get(path(made)).is(200);
        assertThat(reader.header("If-None-Match", read.etag()).get(path(made)).status())
                .isEqualTo(304);
        assertThat(read.etag()).isEqualTo(made.etag());
    }

    @Test
    void anotherOrganizationsInspectionIsNotWrittenAndNotThere() {
        TestOrganization stranger = new OrganizationBuilder().create();
        Answer made = new InspectionBuilder().of(department).create();
        Api caller = stranger.admin().ifMatch("1");
        caller.get(path(made)).is(404);
        caller.patch(path(made), "{}").is(404);
        caller.delete(path(made)).is(404);
        Answer created = caller.post(
                        "/v1/inspections",
                        new InspectionBuilder().of(department).json())
                .is(403);
        assertThat(created.problem()).isEqualTo("not-owner");
        assertThat(caller.get("/v1/inspections?organization=" + department.code())
                        .is(200)
                        .items("id"))
                .isEmpty();
    }
}
