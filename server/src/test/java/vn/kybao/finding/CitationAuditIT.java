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
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** What the audit says of documents that are cited, and of what it did not read. */
class CitationAuditIT {
    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final Api api = operator.admin();
    private final String indicator = new IndicatorBuilder().create();
    private final String regime = new RegimeBuilder()
            .owner(department)
            .expects(indicator, "QUARTER")
            .autoApprove()
            .create();

    {
        Collections.open(regime, "2018-Q1");
    }

    private Answer audit(Api reader) {
        return reader.english()
                .get("/v1/findings?period=2018-Q1&organization=" + operator.code())
                .is(200);
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (JsonNode item : audit(api).at("/items")) {
            messages.add(item.path("message").asText());
        }
        return messages;
    }

    /** A section that cites a number, with more of what the claim says. */
    private Answer cite(String number, String more) {
        Answer made = new SectionBuilder(regime, operator)
                .body("Theo " + number)
                .post(api)
                .is(201);
        return api.ifMatch("1")
                .patch("/v1/sections/" + made.text("/id"), """
                        {"claims": [{"start": 5, "length": %d, "text": "%s", "kind": "DOCUMENT",
                                     "status": "CONFIRMED"%s}]}""".formatted(number.length(), number, more))
                .is(200);
    }

    private DocumentBuilder document(String raw) {
        return new DocumentBuilder(operator).raw(raw);
    }

    private static String linked(String document) {
        return ", \"document\": \"%s\"".formatted(document);
    }

    private static String issuedOn(String day) {
        return ", \"issuedOn\": \"%s\"".formatted(day);
    }

    @Test
    void aCitationSaysWhatTheRegisteredDocumentSays() {
        String registered = document("0749/QĐ-TTg")
                .issuedOn("2020-06-03")
                .issuer("Thủ tướng Chính phủ")
                .register(api)
                .is(201)
                .text("/id");
        cite("749/QĐ-TTg", linked(registered) + issuedOn("2020-06-03") + """
                , "issuer": {"text": "Thủ tướng Chính phủ"}""");
        cite("749/QĐ-TTg", linked(registered));
        assertThat(messages()).isEmpty();
        cite("748/QĐ-TTg", linked(registered));
        assertThat(messages())
                .containsExactly(
                        "748/QĐ-TTg is cited, but the registered document that is linked has the number 0749/QĐ-TTg.");
        assertThat(audit(api).at("/items/0/evidence").toString()).contains("/v1/documents/" + registered);
        assertThat(audit(api).at("/items/0/position/start").asInt()).isEqualTo(5);
    }

    @Test
    void itsDayAndIssuerAreThoseOfTheRegisteredDocument() {
        String registered = document("27/QĐ-TTg")
                .issuedOn("2020-06-03")
                .issuer("Thủ tướng Chính phủ")
                .register(api)
                .is(201)
                .text("/id");
        cite("27/QĐ-TTg", linked(registered) + issuedOn("2021-06-30"));
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("27/QĐ-TTg is cited with the date", "but the registered document is of");
        String order =
                document("28/QĐ-TTg").issuer("Chính phủ").register(api).is(201).text("/id");
        cite("28/QĐ-TTg", linked(order) + """
                , "issuer": {"text": "Thủ tướng Chính phủ"}""");
        assertThat(messages())
                .anyMatch(
                        message -> message.equals(
                                "28/QĐ-TTg is cited as issued by “Thủ tướng Chính phủ”, but the registered document is by “Chính phủ”."));
    }

    @Test
    void anIssuerMayBeAnOrganizationOfTheService() {
        TestOrganization minister =
                new OrganizationBuilder().withJson("name", """
                        {"vi": "Thủ tướng Chính phủ"}""").create();
        cite("49/2018/NĐ-CP", """
                , "issuer": {"organization": "%s"}""".formatted(minister.code()));
        assertThat(messages()).singleElement().asString().contains("49/2018/NĐ-CP", "“Thủ tướng Chính phủ”");
    }

    @Test
    void aDocumentHasOneDayInAYear() {
        cite("749/QĐ-TTg", issuedOn("2020-06-03"));
        cite("749/QĐ-TTg", issuedOn("2020-06-03") + """
                , "issuer": {"text": "Thủ tướng Chính phủ"}""");
        cite("749/QĐ-TTg", issuedOn("2019-06-30"));
        cite("749/QĐ-UBND", issuedOn("2020-06-30"));
        assertThat(messages()).isEmpty();
        cite("749/QĐ-TTg", issuedOn("2020-06-30"));
        cite("749/QĐ-TTg", issuedOn("2020-06-30"));
        assertThat(messages()).singleElement().asString().startsWith("749/QĐ-TTg is cited with two dates of one year:");
    }

    @Test
    void theDocumentsOfFiguresExtensionsAndAnswersAreDoubtedToo() {
        String figure = document("11/QĐ-UBNDD").register(api).is(201).text("/id");
        String extension = document("12/QĐ-UBNDD").register(api).is(201).text("/id");
        String answer = document("13/QĐ-UBNDD").register(api).is(201).text("/id");
        new SubmissionBuilder(regime, operator)
                .valueJson("""
                        {"indicator": "%s", "measure": "ACTUAL", "value": "1", "document": "%s"}""".formatted(indicator, figure))
                .file(api)
                .is(201);
        String task = new TaskBuilder(operator).create();
        api.post(task + "/extend", """
                {"extendedTo": "2018-04-30", "reason": "x", "document": "%s"}""".formatted(extension)).is(200);
        Answer raised =
                api.post("/v1/recommendations", """
                        {"organization": "%s", "text": "Bố trí kinh phí", "addressee": {"text": "UBND tỉnh"},
                         "raisedIn": "2018-Q1"}""".formatted(operator.code())).is(201);
        api.post("/v1/recommendations/" + raised.text("/id") + "/respond", """
                {"answer": "ACCEPTED", "text": "Đồng ý", "document": "%s"}""".formatted(answer))
                .is(200);
        assertThat(audit(api).at("/items").findValuesAsText("code"))
                .containsExactly("symbol-unknown", "symbol-unknown", "symbol-unknown");
        assertThat(audit(api).at("/items").toString()).contains(figure, extension, answer);
        Answer next = api.get("/v1/findings?period=2018-Q3&organization=" + operator.code());
        assertThat(next.at("/items").toString()).contains(extension).doesNotContain(figure, answer);
    }

    /** A reader who may not see a figure is not told that there is none. */
    @Test
    void aFigureThatIsWithheldIsNotMissing() {
        TestOrganization other = new OrganizationBuilder().create();
        String secret = new IndicatorBuilder().create();
        String elsewhere = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(other)
                .reporters(operator.code())
                .expects(secret, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(elsewhere, "2018-Q1");
        new SectionBuilder(elsewhere, operator)
                .body("{{%s}} {{%s}}".formatted(indicator, secret))
                .post(api)
                .is(201);
        new SubmissionBuilder(regime, operator)
                .value(indicator, "ACTUAL", "7654")
                .file(api)
                .is(201);
        Answer told = audit(other.admin());
        assertThat(told.at("/items").findValuesAsText("actual")).containsExactly("{{" + secret + "}}");
        assertThat(told.text()).doesNotContain("7654", "7,654");
    }

    @Test
    void whatIsTooMuchToReadIsSaid() {
        String body = "Kết quả. ".repeat(22_000);
        for (int i = 0; i < 42; i++) {
            new SectionBuilder(regime, operator).body(body).post(api).is(201);
        }
        Answer audit = audit(api);
        assertThat(audit.text("/items/0/code")).isEqualTo("audit-incomplete");
        assertThat(audit.text("/items/0/severity")).isEqualTo("INFO");
        assertThat(audit.text("/items/0/message"))
                .isEqualTo(
                        "The report has more sections than one audit reads; the text of the last ones was not audited.");
    }
}
