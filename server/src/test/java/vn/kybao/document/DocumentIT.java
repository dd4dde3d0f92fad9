package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kybao.testing.DocumentBuilder.uniqueNumber;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;

/** Registering a document, reading it, completing it. */
class DocumentIT {
    private TestOrganization department;
    private Api api;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        api = department.admin();
    }

    @Test
    void aNumberAloneIsADocument() {
        Answer answer = register("2926 /UBND-TH₁").is(201);
        assertThat(answer.text("/raw")).isEqualTo("2926 /UBND-TH₁");
        assertThat(answer.at("/parsed").asBoolean()).isTrue();
        assertThat(answer.text("/fullNumber")).isEqualTo("2926/UBND-TH1");
        assertThat(answer.text("/number")).isEqualTo("2926");
        assertThat(answer.text("/issuerSymbol")).isEqualTo("UBND");
        assertThat(answer.text("/unitSymbol")).isEqualTo("TH1");
        assertThat(answer.text("/family")).isEqualTo("LETTER");
        assertThat(answer.at("/findings")).isEmpty();
        for (String absent : new String[] {"year", "type", "issuer", "issuedOn", "title"}) {
            assertThat(answer.json().has(absent)).as(absent).isFalse();
        }
        assertThat(answer.header("Location").orElseThrow()).endsWith("/v1/documents/" + answer.text("/id"));
        Answer read = api.get("/v1/documents/" + answer.text("/id")).is(200);
        assertThat(read.json()).isEqualTo(answer.json());
        assertThat(read.etag()).isEqualTo(answer.etag());
    }

    @Test
    void aCitationGivesDateAndIssuer() {
        Answer answer = register("Nghị quyết số 68/2017/NQ-HĐND ngày 13/12/2017 của HĐND tỉnh về nhiệm vụ")
                .is(201);
        assertThat(answer.text("/fullNumber")).isEqualTo("68/2017/NQ-HĐND");
        assertThat(answer.at("/year").asInt()).isEqualTo(2017);
        assertThat(answer.text("/type")).isEqualTo("NQ");
        assertThat(answer.text("/family")).isEqualTo("STATE");
        assertThat(answer.text("/issuedOn")).isEqualTo("2017-12-13");
        assertThat(answer.text("/issuer/text")).isEqualTo("HĐND tỉnh");
    }

    @Test
    void whatIsGivenStandsInPlaceOfWhatTheCitationSays() {
        Answer answer = new DocumentBuilder(department)
                .raw("Quyết định 5/QĐ-UBND ngày 13/12/2017 của UBND tỉnh")
                .issuedOn("2017-12-14")
                .with("issuer", java.util.Map.of("organization", department.code(), "text", "UBND huyện"))
                .with("title", "Về việc giao chỉ tiêu")
                .register(api)
                .is(201);
        assertThat(answer.text("/issuedOn")).isEqualTo("2017-12-14");
        assertThat(answer.text("/issuer/organization")).isEqualTo(department.code());
        assertThat(answer.text("/issuer/text")).isEqualTo("UBND huyện");
        assertThat(answer.text("/title")).isEqualTo("Về việc giao chỉ tiêu");
        assertThat(api.get("/v1/documents/" + answer.text("/id")).text()).isEqualTo(answer.text());
    }

    @Test
    void whatCannotBeReadIsKept() {
        Answer answer = register("Kế hoạch 81 của tỉnh").is(201);
        assertThat(answer.at("/parsed").asBoolean()).isFalse();
        assertThat(answer.json().has("fullNumber")).isFalse();
        assertThat(answer.json().has("family")).isFalse();
        assertThat(answer.text("/findings/0/code")).isEqualTo("document-number");
        assertThat(answer.text("/findings/0/severity")).isEqualTo("WARNING");
        assertThat(answer.text("/findings/0/pointer")).isEqualTo("/raw");
        assertThat(register("kế hoạch  81 của\u00A0tỉnh").is(200).text("/id")).isEqualTo(answer.text("/id"));
        register("Kế hoạch 82 của tỉnh").is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/%1$s-%1$s-%1$s-%1$s-%1$s", "Thông tư 1/TTLT-%1$s-%1$s-%1$s-%1$s của hai bộ"})
    void symbolsBeyondAllMeasureAreNone(String form) {
        Answer answer = register(form.formatted("A".repeat(30))).is(201);
        assertThat(answer.at("/parsed").asBoolean()).isFalse();
        assertThat(answer.json().has("issuerSymbol")).isFalse();
        assertThat(answer.json().has("unitSymbol")).isFalse();
        assertThat(answer.text("/findings/0/code")).isEqualTo("document-number");
    }

    @Test
    void symbolsOfAllTheLengthThereIsAreRead() {
        String units = ("A".repeat(25) + "-").repeat(3) + "B".repeat(22);
        Answer answer = register("1/UBND-" + units).is(201);
        assertThat(answer.at("/parsed").asBoolean()).isTrue();
        assertThat(answer.text("/unitSymbol")).isEqualTo(units).hasSize(100);
    }

    @Test
    void doubtsAreToldInTheReadersLanguage() {
        Answer answer =
                register("Nghị định 49/2017/NĐ-CP của Thủ tướng Chính phủ").is(201);
        assertThat(answer.text("/findings/0/code")).isEqualTo("document-number");
        assertThat(answer.text("/findings/0/pointer")).isEqualTo("/issuer");
        assertThat(answer.text("/findings/0/actual")).isEqualTo("Thủ tướng Chính phủ");
        assertThat(answer.text("/findings/0/expected")).isEqualTo("Chính phủ");
        assertThat(answer.text("/findings/0/message")).contains("49/2017/NĐ-CP").startsWith("Ký hiệu CP");
        String english =
                api.english().get("/v1/documents/" + answer.text("/id")).is(200).text("/findings/0/message");
        assertThat(english).contains("49/2017/NĐ-CP").startsWith("The symbol CP");
    }

    @Test
    void aSymbolThatNobodyKnowsIsDoubted() {
        Answer answer = register("Văn bản số 372/BHXXH-TTKT ngày 07/02/2024 của Bảo hiểm xã hội Việt Nam")
                .is(201);
        assertThat(answer.at("/findings")).hasSize(1);
        assertThat(answer.text("/findings/0/code")).isEqualTo("symbol-unknown");
        assertThat(answer.text("/findings/0/pointer")).isEqualTo("/raw");
        assertThat(answer.text("/findings/0/actual")).isEqualTo("BHXXH");
        assertThat(answer.text("/findings/0/expected")).isEqualTo("BHXH");
    }

    @Test
    void anAliasOfAnOrganizationIsAKnownSymbol() {
        String symbol = "ZQ" + Builder.uniqueCode("x").replaceAll("\\D", "") + "X";
        String number = "5/BC-" + symbol;
        assertThat(register(number).is(201).text("/findings/0/code")).isEqualTo("symbol-unknown");
        TestOrganization centre = new OrganizationBuilder()
                .withJson("name", """
                        {"vi": "Trung tâm Điều hành thông minh"}""")
                .with("aliases", List.of(symbol, "Trung tâm IOC"))
                .under(department)
                .create();
        assertThat(register(number).is(200).at("/findings")).isEmpty();
        Answer named = new DocumentBuilder(department)
                .raw(number)
                .with("issuer", java.util.Map.of("organization", centre.code()))
                .register(api)
                .is(201);
        assertThat(named.at("/findings")).isEmpty();
        Answer other = new DocumentBuilder(department)
                .raw(number)
                .issuer("UBND tỉnh")
                .register(api)
                .is(201);
        assertThat(other.text("/findings/0/expected")).isEqualTo("Trung tâm Điều hành thông minh");
    }

    @Test
    void anIssuerThatIsAnOrganizationIsComparedByItsName() {
        TestOrganization council =
                new OrganizationBuilder().withJson("name", """
                        {"vi": "Ủy ban nhân dân tỉnh Hà Tĩnh"}""").create();
        Answer answer = new DocumentBuilder(department)
                .raw("68/2017/NQ-HĐND")
                .with("issuer", java.util.Map.of("organization", council.code()))
                .register(api)
                .is(201);
        assertThat(answer.text("/findings/0/expected")).isEqualTo("Hội đồng nhân dân");
        assertThat(answer.text("/findings/0/actual")).isEqualTo("Ủy ban nhân dân tỉnh Hà Tĩnh");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Answer answer = api.post("/v1/documents", """
                {"organization": "nobody-at-all", "raw": "23/BC-STTTT", "issuer": {"organization": "nobody-either"}}""").is(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/organization", "/issuer/organization");
        assertThat(answer.errorCodes()).containsOnly("unknown-reference");
        assertThat(api.post("/v1/documents", """
                {"organization": "%s", "raw": "", "issuer": {}, "issuedOn": "31/3/2018"}""".formatted(department.code()))
                        .is(400)
                        .pointers())
                .containsExactlyInAnyOrder("/raw", "/issuer", "/issuedOn");
    }

    @Test
    void anotherOrganizationRegistersItsOwn() {
        String number = uniqueNumber("QĐ-UBND");
        String own = register(number).is(201).text("/id");
        TestOrganization other = new OrganizationBuilder().create();
        assertThat(new DocumentBuilder(other)
                        .raw(number)
                        .register(other.admin())
                        .is(201)
                        .text("/id"))
                .isNotEqualTo(own);
        assertThat(new DocumentBuilder(department)
                        .raw(number)
                        .register(other.admin())
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }

    @Test
    void aRepeatedRequestIsAnsweredAlike() {
        Api keyed = api.idempotencyKey(Builder.uniqueCode("key"));
        DocumentBuilder document = new DocumentBuilder(department);
        Answer first = document.register(keyed).is(201);
        Answer second = document.register(keyed).is(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(document.register(api).is(200).text()).isEqualTo(first.text());
    }

    @Test
    void aDocumentIsCompleted() {
        Answer made = register(uniqueNumber("QĐ-UBND")).is(201);
        Answer after = patch(made, """
                {"issuer": {"text": "UBND tỉnh"}, "issuedOn": "2018-03-15", "title": "Giao chỉ tiêu"}""").is(200);
        assertThat(after.text("/issuer/text")).isEqualTo("UBND tỉnh");
        assertThat(after.text("/issuedOn")).isEqualTo("2018-03-15");
        assertThat(after.text("/title")).isEqualTo("Giao chỉ tiêu");
        assertThat(after.text("/etag")).isEqualTo("2");
        assertThat(after.at("/createdAt")).isEqualTo(made.at("/createdAt"));
        assertThat(api.get("/v1/documents/" + made.text("/id")).text()).isEqualTo(after.text());
        Answer same = patch(after, "{}").is(200);
        assertThat(same.text("/title")).isEqualTo("Giao chỉ tiêu");
        Answer bare = patch(same, """
                {"issuer": null, "issuedOn": null, "title": null}""").is(200);
        for (String gone : new String[] {"issuer", "issuedOn", "title"}) {
            assertThat(bare.json().has(gone)).as(gone).isFalse();
        }
    }

    @Test
    void whatWasReadFromTheCitationCanBeRemoved() {
        Answer made = register(uniqueNumber("NQ-HĐND") + " ngày 13/12/2017 của HĐND tỉnh")
                .is(201);
        Answer bare = patch(made, """
                {"issuer": null, "issuedOn": null}""").is(200);
        assertThat(bare.json().has("issuer")).isFalse();
        assertThat(bare.json().has("issuedOn")).isFalse();
        assertThat(bare.text("/raw")).isEqualTo(made.text("/raw"));
    }

    @Test
    void anIssuerInWordsBecomesAnOrganization() {
        Answer made = new DocumentBuilder(department)
                .issuer("UBND tỉnh")
                .register(api)
                .is(201);
        Answer both = patch(made, """
                {"issuer": {"organization": "%s"}}""".formatted(department.code())).is(200);
        assertThat(both.text("/issuer/text")).isEqualTo("UBND tỉnh");
        Answer one = patch(both, """
                {"issuer": {"text": null}}""").is(200);
        assertThat(one.at("/issuer").has("text")).isFalse();
        assertThat(one.text("/issuer/organization")).isEqualTo(department.code());
        assertThat(patch(one, """
                {"issuer": {"organization": null}}""").is(400).pointers()).containsExactly("/issuer");
        assertThat(patch(one, """
                {"issuer": {"organization": "nobody-at-all"}}""").is(422).pointers()).containsExactly("/issuer/organization");
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        String path = "/v1/documents/" + register(uniqueNumber("QĐ-UBND")).text("/id");
        assertThat(api.patch(path, "{}").is(428).problem()).isEqualTo("if-match-required");
        api.ifMatch("1").patch(path, "{}").is(200);
        assertThat(api.ifMatch("1").patch(path, "{}").is(412).text("/etag")).isEqualTo("2");
        assertThat(api.ifMatch("2").patch(path, """
                {"raw": "5/QĐ-UBND"}""").is(400).errorCodes()).containsExactly("unknown-field");
    }

    private Answer register(String raw) {
        return new DocumentBuilder(department).raw(raw).register(api);
    }

    private Answer patch(Answer before, String body) {
        return api.ifMatch(before.text("/etag")).patch("/v1/documents/" + before.text("/id"), body);
    }
}
