package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.PetitionBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;

/** Petitions come in, are resolved or transferred, and may be taken up again. */
class PetitionIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final Api writer = department.with("inspections:write");
    private final Api reader = department.with("inspections:read");

    private PetitionBuilder full() {
        return new PetitionBuilder()
                .of(department)
                .with("kind", "REFLECTION")
                .with("people", 3)
                .with("receivedOn", "2018-02-05")
                .with("period", "2018-Q1")
                .with("about", "Trạm thu phát sóng đặt gần trường học");
    }

    private static String path(Answer petition) {
        return "/v1/petitions/" + petition.text("/id");
    }

    private Answer made() {
        return new PetitionBuilder().of(department).create();
    }

    @Test
    void everythingThatWasSentIsAnswered() {
        Answer made = writer.post("/v1/petitions", full().json()).is(201);
        assertThat(made.header("Location").orElseThrow()).endsWith(path(made));
        ObjectNode answered = (ObjectNode) made.json();
        assertThat(answered.remove("status").asText()).isEqualTo("PENDING");
        answered.remove(List.of("id", "createdAt", "updatedAt", "etag"));
        assertThat(answered).isEqualTo(Json.parse(full().json()));
        assertThat(reader.get(path(made)).is(200).json()).isEqualTo(made.json());
    }

    @Test
    void aPatchLeavesHowItWasSettled() {
        Answer made = writer.post("/v1/petitions", full().json()).is(201);
        Answer transferred = writer.post(path(made) + "/transfer", """
                {"to": {"organization": "%s", "text": "UBND"}, "on": "2018-02-20", "note": "Không thuộc thẩm quyền"}""".formatted(
                                TestOrganization.root().code()))
                .is(200);
        ObjectNode patched =
                (ObjectNode) writer.ifMatch("2").patch(path(made), "{}").is(200).json();
        ObjectNode before = (ObjectNode) transferred.json();
        patched.remove(List.of("updatedAt", "etag"));
        before.remove(List.of("updatedAt", "etag"));
        assertThat(patched).isEqualTo(before);
        assertThat(patched.at("/transferredTo/text").asText()).isEqualTo("UBND");
    }

    @Test
    void nullRemovesEveryFieldThatMayBeLeftOut() {
        Answer made = writer.post("/v1/petitions", full().json()).is(201);
        ObjectNode left =
                (ObjectNode) writer.ifMatch("1").patch(path(made), """
                {"people": null, "receivedOn": null}""").is(200).json();
        assertThat(left.has("people")).isFalse();
        assertThat(left.has("receivedOn")).isFalse();
        Answer refused = writer.ifMatch("2").patch(path(made), """
                {"period": null}""").is(422);
        assertThat(refused.errorCodes()).containsExactly("date-or-period");
        ObjectNode changed =
                (ObjectNode) writer.ifMatch("2").patch(path(made), """
                {"period": null, "receivedOn": "2018-02-06", "kind": "PETITION", "people": 0, "about": "Khác"}""").is(200).json();
        changed.remove(List.of("id", "organization", "status", "createdAt", "updatedAt", "etag"));
        assertThat(changed).isEqualTo(Json.parse("""
                {"receivedOn": "2018-02-06", "kind": "PETITION", "people": 0, "about": "Khác"}"""));
    }

    @Test
    void aPetitionIsResolvedOnADay() {
        Answer made = made();
        Answer resolved = writer.post(path(made) + "/resolve", """
                {"resolvedOn": "2018-03-01", "note": "Đã trả lời bằng văn bản"}""").is(200);
        assertThat(resolved.text("/status")).isEqualTo("RESOLVED");
        assertThat(resolved.text("/resolvedOn")).isEqualTo("2018-03-01");
        assertThat(resolved.text("/note")).isEqualTo("Đã trả lời bằng văn bản");
        assertThat(resolved.text("/etag")).isEqualTo("2");
        assertThat(resolved.json().has("transferredTo")).isFalse();
        assertThat(reader.get(path(made)).json()).isEqualTo(resolved.json());
    }

    @Test
    void aPetitionIsTransferredToSomeone() {
        Answer made = made();
        Answer transferred = writer.post(path(made) + "/transfer", """
                {"to": {"text": "Thanh tra tỉnh"}, "on": "2018-03-01"}""").is(200);
        assertThat(transferred.text("/status")).isEqualTo("TRANSFERRED");
        assertThat(transferred.text("/resolvedOn")).isEqualTo("2018-03-01");
        assertThat(transferred.text("/transferredTo/text")).isEqualTo("Thanh tra tỉnh");
        Answer nobody = writer.post(path(made()) + "/transfer", """
                {"to": {"organization": "no-such-body"}, "on": "2018-03-01"}""").is(422);
        assertThat(nobody.errorCodes()).containsExactly("unknown-reference");
        assertThat(nobody.pointers()).containsExactly("/to/organization");
        writer.post(path(made()) + "/transfer", "{}").is(400);
    }

    @Test
    void aReopenedPetitionIsPendingForTheReasonGiven() throws SQLException {
        Answer made = made();
        writer.post(path(made) + "/transfer", """
                {"to": {"text": "Thanh tra tỉnh"}, "on": "2018-03-01", "note": "Chuyển"}""").is(200);
        Answer reopened = writer.post(path(made) + "/reopen", """
                {"reason": "Thanh tra tỉnh trả lại"}""").is(200);
        assertThat(reopened.text("/status")).isEqualTo("PENDING");
        assertThat(reopened.text("/note")).isEqualTo("Thanh tra tỉnh trả lại");
        assertThat(reopened.json().has("resolvedOn")).isFalse();
        assertThat(reopened.json().has("transferredTo")).isFalse();
        assertThat(audited(made.text("/id")))
                .containsExactly("CREATED null", "TRANSFERRED null", "REOPENED Thanh tra tỉnh trả lại");
    }

    private static List<String> audited(String id) throws SQLException {
        try (var connection = TestDatabase.shared().connect();
                var statement = connection.prepareStatement(
                        "SELECT change_type, detail FROM audit_entry WHERE resource_id = ? ORDER BY version")) {
            statement.setString(1, id);
            List<String> all = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            return all;
        }
    }

    @Test
    void aMoveThatTheStatusDoesNotAllowNamesThoseItDoes() {
        Answer made = made();
        Answer pending = writer.post(path(made) + "/reopen", """
                {"reason": "x"}""").is(409);
        assertThat(pending.problem()).isEqualTo("invalid-transition");
        assertThat(pending.at("/allowed").toString()).isEqualTo("[\"resolve\",\"transfer\"]");
        writer.post(path(made) + "/resolve", """
                {"resolvedOn": "2018-03-01"}""").is(200);
        for (String move : List.of("resolve", "transfer")) {
            Answer settled = writer.post(path(made) + "/" + move, move.equals("resolve") ? "{}" : """
                            {"to": {"text": "x"}}""")
                    .is(409);
            assertThat(settled.problem()).isEqualTo("invalid-transition");
            assertThat(settled.at("/allowed").toString()).isEqualTo("[\"reopen\"]");
        }
    }

    @Test
    void aDaySettledLiesBetweenTheDayReceivedAndToday() {
        Answer made = made();
        Answer early = writer.post(path(made) + "/resolve", """
                {"resolvedOn": "2018-02-04"}""").is(422);
        assertThat(early.errorCodes()).containsExactly("dates-reversed");
        assertThat(early.pointers()).containsExactly("/resolvedOn");
        Answer late = writer.post(path(made) + "/transfer", """
                {"to": {"text": "x"}, "on": "2150-01-01"}""").is(422);
        assertThat(late.errorCodes()).containsExactly("date-later");
        assertThat(late.pointers()).containsExactly("/on");
        writer.post(path(made) + "/resolve", """
                {"resolvedOn": "2018-02-05"}""").is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "transfer"})
    void withoutADayItIsSettledByTheEndOfItsPeriod(String move) {
        String body = move.equals("resolve") ? "{}" : """
                {"to": {"text": "x"}}""";
        Answer refused = writer.post(path(made()) + "/" + move, body).is(422);
        assertThat(refused.errorCodes()).containsExactly("date-or-period");
        assertThat(refused.pointers()).containsExactly(move.equals("resolve") ? "/resolvedOn" : "/on");
        Answer made = writer.post("/v1/petitions", full().json()).is(201);
        Answer settled = writer.post(path(made) + "/" + move, body).is(200);
        assertThat(settled.json().has("resolvedOn")).isFalse();
        Answer needed = writer.ifMatch("2").patch(path(made), """
                {"period": null}""").is(422);
        assertThat(needed.errorCodes()).containsExactly("date-or-period");
        assertThat(needed.pointers()).containsExactly("/period");
    }

    @Test
    void aSettledPetitionWasNotReceivedLater() {
        Answer made = made();
        writer.post(path(made) + "/resolve", """
                {"resolvedOn": "2018-03-01"}""").is(200);
        Answer answer = writer.ifMatch("2").patch(path(made), """
                {"receivedOn": "2018-03-02"}""").is(422);
        assertThat(answer.errorCodes()).containsExactly("dates-reversed");
        assertThat(answer.pointers()).containsExactly("/receivedOn");
        writer.ifMatch("2").patch(path(made), """
                {"receivedOn": "2018-03-01"}""").is(200);
    }

    @Test
    void theStatusIsNeverPatched() {
        Answer answer = writer.ifMatch("1").patch(path(made()), """
                {"status": "RESOLVED", "resolvedOn": "2018-03-01"}""").is(400);
        assertThat(answer.errorCodes()).containsOnly("unknown-field");
    }

    @Test
    void movesHeedTheVersionWhenItIsSentAndAreReplayedUnderTheirKey() {
        Answer made = made();
        String body = """
                {"resolvedOn": "2018-03-01"}""";
        writer.ifMatch("9").post(path(made) + "/resolve", body).is(412);
        Api keyed = writer.ifMatch("1").idempotencyKey("resolve-once");
        Answer first = keyed.post(path(made) + "/resolve", body).is(200);
        Answer again = keyed.post(path(made) + "/resolve", body).is(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void whatIsNotInOrderIsRefusedWithEveryFinding() {
        Answer answer = writer.post(
                        "/v1/petitions",
                        new PetitionBuilder()
                                .of(department)
                                .with("receivedOn", "2150-01-01")
                                .with("period", "2018-Q9")
                                .json())
                .is(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/receivedOn", "/period");
        Answer empty = writer.post(
                        "/v1/petitions",
                        new PetitionBuilder()
                                .of(department)
                                .without("receivedOn")
                                .json())
                .is(422);
        assertThat(empty.errorCodes()).containsExactly("date-or-period");
    }

    @Test
    void aPetitionIsDeletedUnderItsVersion() {
        Answer made = made();
        writer.delete(path(made)).is(428);
        writer.ifMatch("3").delete(path(made)).is(412);
        writer.ifMatch("1").delete(path(made)).is(204);
        reader.get(path(made)).is(404);
        writer.post(path(made) + "/resolve", "{}").is(404);
    }

    @Test
    void anotherOrganizationsPetitionIsNotThere() {
        Answer made = made();
        Api caller = new OrganizationBuilder().create().admin().ifMatch("1");
        caller.get(path(made)).is(404);
        caller.patch(path(made), "{}").is(404);
        caller.delete(path(made)).is(404);
        caller.post(path(made) + "/resolve", "{}").is(404);
        caller.post(path(made) + "/transfer", """
                {"to": {"text": "x"}}""").is(404);
        caller.post(path(made) + "/reopen", """
                {"reason": "x"}""").is(404);
        assertThat(caller.post(
                                "/v1/petitions",
                                new PetitionBuilder().of(department).json())
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }
}
