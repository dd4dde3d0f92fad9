package vn.kybao.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SanctionBuilder;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** What the audit says of texts and of the documents that work names, from the scan of a text on. */
class ReportAuditIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final Api api = operator.admin();
    private final String revenue =
            IndicatorBuilder.revenue().withJson("name", """
                    {"vi": "Doanh thu dịch vụ nội dung", "en": "Revenue of content services"}""").create();
    private final String regime = new RegimeBuilder()
            .owner(department)
            .expects(revenue, "QUARTER")
            .autoApprove()
            .create();

    private List<String> found() {
        List<String> found = new ArrayList<>();
        for (JsonNode item : api.get("/v1/findings?period=2018-Q1&organization=" + operator.code())
                .is(200)
                .at("/items")) {
            found.add(item.path("severity").asText() + " " + item.path("code").asText());
        }
        return found;
    }

    private void file(String period, String value) {
        Collections.open(regime, period);
        new SubmissionBuilder(regime, operator)
                .period(period)
                .value(revenue, "ESTIMATE", value)
                .file(api)
                .is(201);
    }

    private Answer section(String body) {
        return new SectionBuilder(regime, operator).body(body).post(api).is(201);
    }

    @Test
    void aTypedNumberIsProposedAsAClaimAndHeldAgainstItsFigure() {
        file("2018-Q1", "412");
        Answer made = section("Doanh thu dịch vụ nội dung đạt 421 triệu đồng.");
        assertThat(found()).isEmpty();
        Answer scanned = api.post("/v1/sections/" + made.text("/id") + "/scan").is(200);
        JsonNode claim = scanned.at("/claims/0");
        assertThat(claim.path("indicator").asText()).isEqualTo(revenue);
        assertThat(claim.path("value").asText()).isEqualTo("421");
        assertThat(claim.path("unit").asText()).isEqualTo("million-vnd");
        assertThat(claim.path("status").asText()).isEqualTo("PROPOSED");
        String body = scanned.text("/body");
        int start = claim.path("start").asInt();
        assertThat(body.substring(start, start + claim.path("length").asInt()))
                .isEqualTo(claim.path("text").asText());
        assertThat(found()).containsExactly("WARNING claim-differs");

        Answer again = api.post("/v1/sections/" + made.text("/id") + "/scan").is(200);
        assertThat(again.text("/etag")).isEqualTo(scanned.text("/etag"));
        String dismissed = scanned.at("/claims").toString().replace("PROPOSED", "DISMISSED");
        api.ifMatch(scanned.text("/etag"))
                .patch("/v1/sections/" + made.text("/id"), "{\"claims\": %s}".formatted(dismissed))
                .is(200);
        assertThat(found()).isEmpty();
    }

    @Test
    void aNumberOfAnotherUnitIsAJumpAndTheRightOneIsFine() {
        file("2018-Q1", "412");
        Answer wrong = section("Doanh thu dịch vụ nội dung đạt 412 tỷ đồng.");
        api.post("/v1/sections/" + wrong.text("/id") + "/scan").is(200);
        assertThat(found()).containsExactly("WARNING magnitude-jump");
        Answer right =
                api.ifMatch("2").patch("/v1/sections/" + wrong.text("/id"), """
                        {"body": "Doanh thu dịch vụ nội dung đạt 412 triệu đồng.", "claims": []}""").is(200);
        api.post("/v1/sections/" + right.text("/id") + "/scan").is(200);
        assertThat(found()).isEmpty();
    }

    @Test
    void aReferenceWithoutAFigureIsToldWithItsSection() {
        Collections.open(regime, "2018-Q1");
        Answer made = section("Doanh thu: {{%s}}".formatted(revenue));
        assertThat(found()).containsExactly("WARNING figure-missing");
        Answer audit = api.english()
                .get("/v1/findings?period=2018-Q1&organization=" + operator.code())
                .is(200);
        assertThat(audit.text("/items/0/evidence/0")).isEqualTo("/v1/sections/" + made.text("/id"));
        assertThat(audit.text("/items/0/actual")).isEqualTo("{{%s}}".formatted(revenue));
        file2018();
        assertThat(found()).isEmpty();
    }

    private void file2018() {
        new SubmissionBuilder(regime, operator)
                .value(revenue, "ESTIMATE", "412")
                .file(api)
                .is(201);
    }

    /** Its plan says nothing of the quarter that is reported. */
    @Test
    void whatAPlanSaysIsHeldAgainstThePeriodThatIsPlanned() {
        file("2018-Q1", "412");
        Answer made = new SectionBuilder(regime, operator)
                .with("planFor", "2018-Q2")
                .body("Doanh thu dịch vụ nội dung đạt 500 triệu đồng.")
                .post(api)
                .is(201);
        api.post("/v1/sections/" + made.text("/id") + "/scan").is(200);
        assertThat(found()).isEmpty();
    }

    @Test
    void theDocumentsOfTasksAndSanctionsAreDoubtedToo() {
        Collections.open(regime, "2018-Q1");
        String decree = document("49/2018/NĐ-CP", "Thủ tướng Chính phủ");
        String order = document("9/QĐ-UBNDD", "UBND tỉnh");
        new TaskBuilder(operator)
                .with("sourceDocument", decree)
                .assignedOn("2018-02-01")
                .post(api)
                .is(201);
        api.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(operator)
                                .with("document", order)
                                .with("decidedOn", "2018-02-01")
                                .json())
                .is(201);
        assertThat(found()).containsExactly("WARNING document-number", "WARNING symbol-unknown");
        Answer audit = api.get("/v1/findings?period=2018-Q1&organization=" + operator.code());
        assertThat(audit.text("/items/0/evidence/0")).isEqualTo("/v1/documents/" + decree);
        assertThat(audit.text("/items/1/evidence/0")).isEqualTo("/v1/documents/" + order);
        // The task is carried over, the sanction is not.
        Answer next = api.get("/v1/findings?period=2018-Q2&organization=" + operator.code());
        assertThat(next.at("/totalFindings").asInt()).isEqualTo(1);
        assertThat(next.text("/items/0/evidence/0")).isEqualTo("/v1/documents/" + decree);
    }

    private String document(String raw, String issuer) {
        return new DocumentBuilder(operator)
                .raw(raw)
                .issuer(issuer)
                .register(api)
                .is(201)
                .text("/id");
    }

    /** A document of somebody else is like one that is not there, wherever it is named. */
    @Test
    void aForeignDocumentOrSectionCannotBeNamed() {
        Collections.open(regime, "2018-Q1");
        TestOrganization other = new OrganizationBuilder().create();
        String foreign = new DocumentBuilder(other).create();
        Answer task = new TaskBuilder(operator)
                .with("sourceDocument", foreign)
                .post(api)
                .is(422);
        assertThat(task.pointers()).containsExactly("/sourceDocument");
        Answer sanction = api.post(
                        "/v1/sanctions",
                        new SanctionBuilder()
                                .of(operator)
                                .with("document", foreign)
                                .json())
                .is(422);
        assertThat(sanction.pointers()).containsExactly("/document");
        Answer section = section("Theo 12/QĐ-UBND");
        Answer claim = api.ifMatch("1")
                .patch("/v1/sections/" + section.text("/id"), """
                        {"claims": [{"start": 5, "length": 10, "text": "12/QĐ-UBND", "kind": "DOCUMENT",
                                     "document": "%s", "status": "CONFIRMED"}]}""".formatted(foreign))
                .is(422);
        assertThat(claim.pointers()).containsExactly("/claims/0/document");
        assertThat(claim.errorCodes()).containsExactly("unknown-reference");
        String body = """
                {"organization": "%s", "text": "Bố trí kinh phí", "addressee": {"text": "UBND tỉnh"},
                 "raisedIn": "2018-Q1", "limitation": "%s"}""";
        api.post("/v1/recommendations", body.formatted(operator.code(), section.text("/id")))
                .is(201);
        Answer refused = other.admin()
                .post("/v1/recommendations", body.formatted(other.code(), section.text("/id")))
                .is(422);
        assertThat(refused.pointers()).containsExactly("/limitation");
    }
}
