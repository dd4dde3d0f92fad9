package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.TestOrganization;

/** Sanctions stand on their own or come from an inspection; nothing about them is invented. */
class SanctionIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final Api writer = department.with("inspections:write");
    private final Api reader = department.with("inspections:read");

    private SanctionBuilder full() {
        Answer inspection = new InspectionBuilder().of(department).create();
        return new SanctionBuilder()
                .of(department)
                .with("inspection", inspection.text("/id"))
                .with("subject", "INDIVIDUAL")
                .with("domain", "Xuất bản")
                .with("measure", "FINE")
                .with("amountVnd", "999999999999999")
                .with("quantity", "50.25")
                .with("unit", "cuốn")
                .with("document", new DocumentBuilder(department).create())
                .with("decidedOn", "2018-03-01")
                .with("period", "2018-Q1")
                .with("note", "Tái phạm");
    }

    private static String path(Answer sanction) {
        return "/v1/sanctions/" + sanction.text("/id");
    }

    @Test
    void everythingThatWasSentIsAnswered() {
        SanctionBuilder wanted = full();
        Answer made = writer.post("/v1/sanctions", wanted.json()).is(201);
        assertThat(made.header("Location").orElseThrow()).endsWith(path(made));
        ObjectNode answered = (ObjectNode) made.json();
        answered.remove(List.of("id", "createdAt", "updatedAt", "etag"));
        assertThat(answered).isEqualTo(Json.parse(wanted.json()));
        assertThat(reader.get(path(made)).is(200).json()).isEqualTo(made.json());
        ObjectNode patched =
                (ObjectNode) writer.ifMatch("1").patch(path(made), "{}").is(200).json();
        patched.remove(List.of("id", "createdAt", "updatedAt", "etag"));
        assertThat(patched).isEqualTo(answered);
    }

    @Test
    void nullRemovesEveryFieldThatMayBeLeftOut() {
        Answer made = writer.post("/v1/sanctions", full().json()).is(201);
        ObjectNode left =
                (ObjectNode) writer.ifMatch("1").patch(path(made), """
                {"inspection": null, "subject": null, "domain": null, "amountVnd": null, "quantity": null, "unit": null,
                 "document": null, "decidedOn": null, "note": null}""").is(200).json();
        left.remove(List.of("id", "createdAt", "updatedAt", "etag"));
        assertThat(left).isEqualTo(Json.parse("""
                {"organization": "%s", "measure": "FINE", "period": "2018-Q1"}""".formatted(department.code())));
    }

    @Test
    void everyFieldCanBeChanged() {
        Answer made = new SanctionBuilder().of(department).create();
        ObjectNode wanted = Json.object(full().json());
        wanted.remove("organization");
        ObjectNode patched = (ObjectNode)
                writer.ifMatch("1").patch(path(made), wanted.toString()).is(200).json();
        patched.remove(List.of("id", "organization", "createdAt", "updatedAt", "etag"));
        assertThat(patched).isEqualTo(wanted);
    }

    @Test
    void aFineMayHaveNoAmountNoInspectionAndNoDate() {
        Answer made =
                writer.post("/v1/sanctions", """
                {"organization": "%s", "measure": "FINE", "period": "2018"}""".formatted(department.code())).is(201);
        assertThat(made.json().has("amountVnd")).isFalse();
        Answer refused =
                writer.post("/v1/sanctions", """
                {"organization": "%s", "measure": "FINE"}""".formatted(department.code())).is(422);
        assertThat(refused.errorCodes()).containsExactly("date-or-period");
        assertThat(refused.pointers()).containsExactly("/period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "-0.25", "12500000.0001"})
    void anAmountIsWholeDongAndNotNegative(String amount) {
        Answer answer = writer.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(department)
                                .with("amountVnd", amount)
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("count-integral");
        assertThat(answer.pointers()).containsExactly("/amountVnd");
        assertThat(answer.text("/errors/0/message")).startsWith("“Số tiền phạt” tính bằng đồng");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12500000.000, 12500000", "999999999999999, 999999999999999"})
    void anAmountIsKeptExactly(String sent, String kept) {
        Answer made =
                new SanctionBuilder().of(department).with("amountVnd", sent).create();
        assertThat(made.text("/amountVnd")).isEqualTo(kept);
        assertThat(reader.get(path(made)).text("/amountVnd")).isEqualTo(kept);
    }

    @Test
    void anAmountThatIsANumberIsNotADecimal() {
        Answer answer = writer.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(department)
                                .with("amountVnd", 12500000)
                                .json())
                .is(400);
        assertThat(answer.errorCodes()).containsExactly("decimal-as-string");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("\"12500000\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEIZURE", "LICENCE_REVOCATION", "REMINDER", "CORRECTION", "COMMITMENT"})
    void onlyAFineHasAnAmount(String measure) {
        SanctionBuilder wanted = new SanctionBuilder().of(department).with("measure", measure);
        Answer answer = writer.english().post("/v1/sanctions", wanted.json()).is(422);
        assertThat(answer.errorCodes()).containsExactly("value-range");
        assertThat(answer.pointers()).containsExactly("/amountVnd");
        assertThat(answer.text("/errors/0/message"))
                .isEqualTo("“Amount of the fine” goes with the measure “Fine” only; leave it out for others.");
        writer.post("/v1/sanctions", wanted.without("amountVnd").json()).is(201);
    }

    @Test
    void aFineThatBecomesAReminderLosesItsAmount() {
        Answer made = new SanctionBuilder().of(department).create();
        Answer refused = writer.ifMatch("1").patch(path(made), """
                {"measure": "REMINDER"}""").is(422);
        assertThat(refused.pointers()).containsExactly("/amountVnd");
        writer.ifMatch("1").patch(path(made), """
                {"measure": "REMINDER", "amountVnd": null}""").is(200);
    }

    @Test
    void aQuantityIsNotNegative() {
        Answer answer = writer.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(department)
                                .with("measure", "SEIZURE")
                                .without("amountVnd")
                                .with("quantity", "-0.5")
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("value-range");
        assertThat(answer.pointers()).containsExactly("/quantity");
        assertThat(answer.text("/errors/0/message")).isEqualTo("“Số lượng” bằng -0,5, nằm ngoài khoảng cho phép ≥ 0.");
    }

    @Test
    void anInspectionHasToBeOneOfTheSameOrganization() {
        TestOrganization child = new OrganizationBuilder().under(department).create();
        TestOrganization stranger = new OrganizationBuilder().create();
        for (String id : List.of(
                new InspectionBuilder().of(child).create().text("/id"),
                new InspectionBuilder().of(stranger).create().text("/id"),
                "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f")) {
            Answer answer = writer.post(
                            "/v1/sanctions",
                            new SanctionBuilder()
                                    .of(department)
                                    .with("inspection", id)
                                    .json())
                    .is(422);
            assertThat(answer.errorCodes()).containsExactly("unknown-reference");
            assertThat(answer.pointers()).containsExactly("/inspection");
            Answer made = new SanctionBuilder().of(department).create();
            writer.ifMatch("1")
                    .patch(path(made), "{\"inspection\": \"" + id + "\"}")
                    .is(422);
        }
    }

    @Test
    void datesAreNotLaterThanToday() {
        Answer answer = writer.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(department)
                                .with("decidedOn", "2150-01-01")
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("date-later");
        assertThat(answer.pointers()).containsExactly("/decidedOn");
    }

    @Test
    void aSanctionIsDeletedUnderItsVersion() {
        Answer made = new SanctionBuilder().of(department).create();
        writer.delete(path(made)).is(428);
        writer.ifMatch("2").delete(path(made)).is(412);
        writer.ifMatch("1").delete(path(made)).is(204);
        reader.get(path(made)).is(404);
    }

    @Test
    void aStaleVersionDoesNotOverwrite() {
        Answer made = new SanctionBuilder().of(department).create();
        writer.patch(path(made), "{}").is(428);
        writer.ifMatch("1").patch(path(made), "{\"note\": \"a\"}").is(200);
        writer.ifMatch("1").patch(path(made), "{\"note\": \"b\"}").is(412);
        assertThat(reader.get(path(made)).text("/note")).isEqualTo("a");
    }

    @Test
    void anotherOrganizationsSanctionIsNotThere() {
        Answer made = new SanctionBuilder().of(department).create();
        Api caller = new OrganizationBuilder().create().admin().ifMatch("1");
        caller.get(path(made)).is(404);
        caller.patch(path(made), "{}").is(404);
        caller.delete(path(made)).is(404);
        assertThat(caller.post(
                                "/v1/sanctions",
                                new SanctionBuilder().of(department).json())
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }

    @Test
    void aRepeatedRequestMakesOneSanction() {
        Api keyed = writer.idempotencyKey("one-sanction");
        String body = new SanctionBuilder().of(department).json();
        Answer first = keyed.post("/v1/sanctions", body).is(201);
        assertThat(keyed.post("/v1/sanctions", body).is(201).json()).isEqualTo(first.json());
        assertThat(reader.get("/v1/sanctions?organization=" + department.code()).items("id"))
                .hasSize(1);
    }
}
