package vn.kybao.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RecommendationBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Answers to recommendations. */
class ResponseIT {
    private TestOrganization department;
    private TestOrganization committee;
    private String path;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        committee = new OrganizationBuilder().create();
        path = "/v1/recommendations/"
                + new RecommendationBuilder(department).to(committee).create();
    }

    @Test
    void whoIsAskedAnswers() {
        String document = new DocumentBuilder(committee).create();
        Answer answer = committee
                .admin()
                .post(path + "/respond", """
                {"answer": "ACCEPTED", "text": "Đồng ý, giao Sở Tài chính", "document": "%s", "on": "2018-05-02"}""".formatted(document))
                .is(200);
        assertThat(answer.text("/status")).isEqualTo("ACCEPTED");
        assertThat(answer.text("/response/text")).isEqualTo("Đồng ý, giao Sở Tài chính");
        assertThat(answer.text("/response/document")).isEqualTo(document);
        assertThat(answer.text("/response/on")).isEqualTo("2018-05-02");
        assertThat(answer.text("/response/by")).startsWith("kb_");
        assertThat(answer.text("/response/at")).isEqualTo(answer.text("/updatedAt"));
        assertThat(answer.text("/etag")).isEqualTo("2");
        assertThat(department.admin().get(path).is(200).text()).isEqualTo(answer.text());
    }

    @Test
    void theAnswerIsOfTodayUnlessItSaysOtherwise() {
        try (var _ = TestServer.shared().clock().set("2030-05-01T18:00:00Z")) {
            Api api = committee.admin();
            Answer refused = api.post(path + "/respond", """
                    {"answer": "ACKNOWLEDGED", "text": "Đã nhận", "on": "2030-05-03"}""").is(422);
            assertThat(refused.pointers()).containsExactly("/on");
            assertThat(refused.errorCodes()).containsExactly("date-later");
            // Past midnight in Vietnam.
            assertThat(respond(api, "ACKNOWLEDGED").is(200).text("/response/on"))
                    .isEqualTo("2030-05-02");
        }
    }

    @Test
    void thoseAboveAnswerForIt() {
        TestOrganization office = new OrganizationBuilder().under(committee).create();
        path = "/v1/recommendations/"
                + new RecommendationBuilder(department).to(office).create();
        respond(committee.admin(), "ACKNOWLEDGED").is(200);
        respond(office.admin(), "ACCEPTED").is(200);
        respond(Api.admin(), "IMPLEMENTED").is(200);
    }

    @Test
    void whoRaisedItDoesNotAnswerForAnOrganization() {
        Answer refused = respond(department.admin(), "ACCEPTED").is(403);
        assertThat(refused.problem()).isEqualTo("not-owner");
        assertThat(refused.text("/detail")).contains(committee.code());
    }

    @Test
    void whoRaisedItNotesTheAnswerOfABodyInWords() {
        path = "/v1/recommendations/" + new RecommendationBuilder(department).create();
        respond(committee.admin(), "ACCEPTED").is(404);
        respond(department.admin(), "ACCEPTED").is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                          | ACKNOWLEDGED |
                          | ACCEPTED     |
                          | REJECTED     |
                          | IMPLEMENTED  |
            ACKNOWLEDGED  | ACKNOWLEDGED | ACCEPTED,REJECTED,IMPLEMENTED
            ACKNOWLEDGED  | ACCEPTED     |
            ACKNOWLEDGED  | REJECTED     |
            ACKNOWLEDGED  | IMPLEMENTED  |
            ACCEPTED      | ACKNOWLEDGED | REJECTED,IMPLEMENTED
            ACCEPTED      | ACCEPTED     | REJECTED,IMPLEMENTED
            ACCEPTED      | REJECTED     |
            ACCEPTED      | IMPLEMENTED  |
            REJECTED      | ACKNOWLEDGED | –
            REJECTED      | ACCEPTED     | –
            REJECTED      | REJECTED     | –
            REJECTED      | IMPLEMENTED  | –
            IMPLEMENTED   | ACKNOWLEDGED | –
            IMPLEMENTED   | ACCEPTED     | –
            IMPLEMENTED   | REJECTED     | –
            IMPLEMENTED   | IMPLEMENTED  | –
            """)
    void anAnswerFollowsFromTheOneBefore(String before, String answer, String allowed) {
        Api api = committee.admin();
        if (before != null) {
            respond(api, before).is(200);
        }
        if (allowed == null) {
            assertThat(respond(api, answer).is(200).text("/status")).isEqualTo(answer);
            return;
        }
        Answer refused = respond(api, answer).is(409);
        assertThat(refused.problem()).isEqualTo("invalid-transition");
        assertThat(refused.text("/detail")).contains(before);
        if (allowed.equals("–")) {
            assertThat(refused.json().has("allowed")).isFalse();
        } else {
            assertThat(refused.at("/allowed").valueStream().map(one -> one.asText()))
                    .containsExactlyInAnyOrder(allowed.split(",", -1));
        }
        assertThat(api.get(path).text("/status")).isEqualTo(before);
    }

    @Test
    void whatWasRaisedAgainIsAnsweredWhereItWasRaisedLast() {
        String last = path;
        for (String period : List.of("2018-Q2", "2018-Q3")) {
            last = "/v1/recommendations/"
                    + department
                            .admin()
                            .post(path + "/repeat", """
                                    {"period": "%s"}""".formatted(period))
                            .is(201)
                            .text("/id");
        }
        Answer refused = respond(committee.admin(), "REJECTED").is(409);
        assertThat(refused.problem()).isEqualTo("already-repeated");
        assertThat(refused.text("/link")).isEqualTo(last);
        assertThat(refused.text("/detail")).contains("2018-Q3");
        assertThat(department.admin().get(path).text("/status")).isEqualTo("OPEN");
        path = last;
        respond(committee.admin(), "REJECTED").is(200);
    }

    @Test
    void whoReadsTheAnswerReadsItsDocument() {
        String document = "/v1/documents/" + new DocumentBuilder(committee).create();
        department.admin().get(document).is(404);
        committee
                .admin()
                .post(path + "/respond", """
                {"answer": "ACCEPTED", "text": "Đồng ý", "document": "%s"}""".formatted(document.substring(14)))
                .is(200);
        Answer read = department.with("read").get(document).is(200);
        assertThat(read.text("/organization")).isEqualTo(committee.code());
        assertThat(department.admin().ifMatch("1").patch(document, "{}").is(403).problem())
                .isEqualTo("not-owner");
        assertThat(department.admin().get("/v1/documents").is(200).items("id")).isEmpty();
        new OrganizationBuilder().create().admin().get(document).is(404);
    }

    @Test
    void theDocumentIsOneThatIsOpen() {
        String foreign = new DocumentBuilder(department).create();
        for (String document : List.of(foreign, "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f")) {
            Answer refused = committee
                    .admin()
                    .post(path + "/respond", """
                    {"answer": "ACCEPTED", "text": "Đồng ý", "document": "%s", "on": "2199-01-01"}""".formatted(document))
                    .is(422);
            assertThat(refused.pointers()).containsExactlyInAnyOrder("/document", "/on");
        }
    }

    @Test
    void anAnswerThatIsRepeatedIsGivenOnce() {
        Api keyed = committee.admin().idempotencyKey(Builder.uniqueCode("key"));
        Answer first = respond(keyed, "ACKNOWLEDGED").is(200);
        Answer second = respond(keyed, "ACKNOWLEDGED").is(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(committee.admin().get(path).text("/etag")).isEqualTo("2");
    }

    @Test
    void anAnswerMayNameTheVersionItIsTo() {
        Api api = committee.admin();
        respond(api.ifMatch("1"), "ACKNOWLEDGED").is(200);
        respond(api.ifMatch("1"), "ACCEPTED").is(412);
        respond(api, "ACCEPTED").is(200);
    }

    @Test
    void anAnswerSaysWhatAndWhy() {
        Answer refused = committee.admin().post(path + "/respond", """
                {"answer": "OPEN"}""").is(400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/answer", "/text");
    }

    private Answer respond(Api caller, String answer) {
        return caller.post(path + "/respond", """
                {"answer": "%s", "text": "Trả lời"}""".formatted(answer));
    }
}
