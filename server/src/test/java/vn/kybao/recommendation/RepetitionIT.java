package vn.kybao.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RecommendationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.TestOrganization;

/** Recommendations that are raised again until they are settled, and lists of them. */
class RepetitionIT {
    private TestOrganization department;
    private TestOrganization committee;
    private Api api;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        committee = new OrganizationBuilder().create();
        api = department.admin();
    }

    @Test
    void whatIsRaisedAgainIsANewOne() {
        Answer first = new RecommendationBuilder(department)
                .to(committee)
                .with("reason", "Thiếu kinh phí")
                .raise(api)
                .is(201);
        Answer second = repeat(first, "2018-Q2").is(201);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
        assertThat(second.text("/repeats")).isEqualTo(first.text("/id"));
        assertThat(second.at("/timesRaised").asInt()).isEqualTo(2);
        assertThat(second.text("/raisedIn")).isEqualTo("2018-Q2");
        assertThat(second.text("/status")).isEqualTo("OPEN");
        assertThat(second.text("/etag")).isEqualTo("1");
        for (String same : new String[] {"/organization", "/text", "/addressee", "/reason"}) {
            assertThat(second.at(same)).isEqualTo(first.at(same));
        }
        assertThat(second.header("Location").orElseThrow()).endsWith(path(second));
        Answer old = api.get(path(first)).is(200);
        assertThat(old.text("/repeatedBy")).isEqualTo(second.text("/id"));
        assertThat(old.at("/timesRaised").asInt()).isEqualTo(1);
        assertThat(committee.admin().get(path(second)).is(200).text()).isEqualTo(second.text());
        assertThat(committee.admin().get("/v1/recommendations").is(200).items("repeatedBy"))
                .containsExactly("", second.text("/id"));
    }

    @Test
    void itGoesOnFromTheLastTime() {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        Answer second = api.post(path(first) + "/repeat", """
                {"period": "2018-Q2", "text": "Tiếp tục đề nghị"}""").is(201);
        Answer third = repeat(first, "2018-Q3").is(201);
        assertThat(third.text("/repeats")).isEqualTo(second.text("/id"));
        assertThat(third.at("/timesRaised").asInt()).isEqualTo(3);
        assertThat(third.text("/text")).isEqualTo("Tiếp tục đề nghị");
    }

    @Test
    void onceForEachPeriod() {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        Answer second = repeat(first, "2018-Q3").is(201);
        for (String period : new String[] {"2018-Q2", "2018-Q3", "2018-08"}) {
            Answer refused = repeat(first, period).is(409);
            assertThat(refused.problem()).isEqualTo("already-repeated");
            assertThat(refused.text("/link")).isEqualTo(path(second));
            assertThat(refused.text("/detail")).contains("2018-Q3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-Q1, 2018-Q1, 422",
        "2018-Q1, 2017-Q4, 422",
        "2018-Q1, 2018-03, 422",
        "2018-Q2, 2018-H1, 422",
        "2018-Q1, 2018-04, 201",
        "2018-Q1, 2018-H1, 201",
        "2018-Q1, 2018, 201",
        "2018-H1, 2018-9M, 201"
    })
    void aLaterPeriodEndsLater(String raised, String again, int status) {
        Answer first =
                new RecommendationBuilder(department).in(raised).raise(api).is(201);
        Answer answer = repeat(first, again).is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("period-order");
            assertThat(answer.pointers()).containsExactly("/period");
            assertThat(answer.text("/errors/0/message")).contains(raised).contains(again);
        }
    }

    @Test
    void thePeriodHasToBeThereAndOpen() {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        assertThat(repeat(first, "2018-Q7").is(422).errorCodes()).containsExactly("unknown-period");
        String regime = new RegimeBuilder()
                .reporters(department.code())
                .owner(department)
                .create();
        Collections.close(Collections.open(regime, "2018-Q2"));
        Answer refused = repeat(first, "2018-Q2").is(409);
        assertThat(refused.problem()).isEqualTo("period-closed");
        assertThat(refused.pointers()).containsExactly("/period");
    }

    @Test
    void whatIsSettledIsNotRaisedAgain() {
        for (String answer : new String[] {"REJECTED", "IMPLEMENTED"}) {
            Answer first = new RecommendationBuilder(department).raise(api).is(201);
            Answer second = repeat(first, "2018-Q2").is(201);
            respond(second, answer).is(200);
            for (Answer one : List.of(first, second)) {
                Answer refused = repeat(one, "2018-Q3").is(409);
                assertThat(refused.problem()).isEqualTo("invalid-transition");
                assertThat(refused.text("/detail")).contains(answer);
            }
        }
        for (String answer : new String[] {"ACKNOWLEDGED", "ACCEPTED"}) {
            Answer first = new RecommendationBuilder(department).raise(api).is(201);
            respond(first, answer).is(200);
            repeat(first, "2018-Q2").is(201);
        }
    }

    @Test
    void whatWasRaisedAgainIsNotDeleted() {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        Answer second = repeat(first, "2018-Q2").is(201);
        Answer refused = api.ifMatch("1").delete(path(first)).is(409);
        assertThat(refused.problem()).isEqualTo("in-use");
        assertThat(refused.text("/link")).isEqualTo(path(second));
        api.ifMatch("1").delete(path(second)).is(204);
        assertThat(api.get(path(first)).is(200).json().has("repeatedBy")).isFalse();
        assertThat(repeat(first, "2018-Q2").is(201).at("/timesRaised").asInt()).isEqualTo(2);
    }

    @Test
    void aRequestThatIsRepeatedRaisesItOnce() {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        Api keyed = api.idempotencyKey(Builder.uniqueCode("key"));
        String body = """
                {"period": "2018-Q2"}""";
        Answer one = keyed.post(path(first) + "/repeat", body).is(201);
        assertThat(keyed.post(path(first) + "/repeat", body).is(201).text()).isEqualTo(one.text());
        api.ifMatch("1").post(path(first) + "/repeat", """
                {"period": "2018-Q3"}""").is(201);
    }

    @Test
    void ofManyThatRaiseItAtOnceOneDoes() throws Exception {
        Answer first = new RecommendationBuilder(department).raise(api).is(201);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> repeat(first, "2018-Q2"));
        }
        List<Answer> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> future : pool.invokeAll(calls)) {
                answers.add(future.get());
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    @Test
    void aReportIsOfferedWhatIsNotSettledAndNotInItYet() {
        Answer open = new RecommendationBuilder(department).text("a").raise(api).is(201);
        Answer accepted =
                new RecommendationBuilder(department).text("b").raise(api).is(201);
        respond(accepted, "ACCEPTED").is(200);
        Answer rejected =
                new RecommendationBuilder(department).text("c").raise(api).is(201);
        respond(rejected, "REJECTED").is(200);
        new RecommendationBuilder(department).text("d").in("2018-Q2").raise(api).is(201);
        assertThat(offered("2018-Q2", "text")).containsExactly("b", "a");
        assertThat(offered("2018-Q1", "text")).isEmpty();
        assertThat(offered("2018-Q3", "text")).containsExactly("d", "b", "a");
        Answer again = repeat(open, "2018-Q2").is(201);
        assertThat(offered("2018-Q2", "text")).containsExactly("b");
        assertThat(offered("2018-Q3", "id"))
                .hasSize(3)
                .contains(again.text("/id"))
                .doesNotContain(open.text("/id"));
        respond(again, "IMPLEMENTED").is(200);
        assertThat(offered("2018-Q3", "text")).containsExactly("d", "b");
        assertThat(offered("adhoc-nothing", "text")).isEmpty();
    }

    @Test
    void theLatestPeriodComesFirstAndPagesGoOn() {
        for (String period : new String[] {"2018-Q2", "2017", "2018-Q1", "2018-H1", "2018-03"}) {
            new RecommendationBuilder(department).in(period).raise(api).is(201);
        }
        List<String> all = api.get("/v1/recommendations").is(200).items("raisedIn");
        assertThat(all).containsExactly("2018-H1", "2018-Q2", "2018-03", "2018-Q1", "2017");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Answer page = api.get("/v1/recommendations?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .is(200);
            paged.addAll(page.items("raisedIn"));
            cursor = page.at("/nextCursor").isNull() ? null : page.text("/nextCursor");
        } while (cursor != null);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void theyAreFoundByWhatIsKnownOfThem() {
        TestOrganization unit = new OrganizationBuilder().under(department).create();
        new RecommendationBuilder(department)
                .text("Bố trí xe ô tô")
                .with("reason", "Mùa mưa bão")
                .raise(api)
                .is(201);
        Answer other = new RecommendationBuilder(unit)
                .text("Phê duyệt Quy hoạch")
                .to(committee)
                .in("2018-Q2")
                .raise(api)
                .is(201);
        respond(other, "ACKNOWLEDGED", Api.admin()).is(200);
        assertThat(texts("")).containsExactly("Phê duyệt Quy hoạch", "Bố trí xe ô tô");
        assertThat(texts("q=xe%20o%20to")).containsExactly("Bố trí xe ô tô");
        assertThat(texts("q=MUA%20MUA")).containsExactly("Bố trí xe ô tô");
        assertThat(texts("q=ubnd")).containsExactly("Bố trí xe ô tô");
        assertThat(texts("organization=" + unit.code())).containsExactly("Phê duyệt Quy hoạch");
        assertThat(texts("organization=" + committee.code())).isEmpty();
        assertThat(texts("addressee=" + committee.code())).containsExactly("Phê duyệt Quy hoạch");
        assertThat(texts("period=2018-Q1")).containsExactly("Bố trí xe ô tô");
        assertThat(texts("status=ACKNOWLEDGED")).containsExactly("Phê duyệt Quy hoạch");
        assertThat(texts("status=OPEN&period=2018-Q2")).isEmpty();
    }

    private List<String> texts(String query) {
        return api.get("/v1/recommendations?" + query).is(200).items("text");
    }

    private List<String> offered(String period, String field) {
        return api.get("/v1/recommendations?offeredFor=" + period).is(200).items(field);
    }

    private Answer repeat(Answer recommendation, String period) {
        return api.post(path(recommendation) + "/repeat", """
                {"period": "%s"}""".formatted(period));
    }

    private Answer respond(Answer recommendation, String answer) {
        return respond(recommendation, answer, api);
    }

    private static Answer respond(Answer recommendation, String answer, Api caller) {
        return caller.post(path(recommendation) + "/respond", """
                {"answer": "%s", "text": "Trả lời"}""".formatted(answer));
    }

    private static String path(Answer recommendation) {
        return "/v1/recommendations/" + recommendation.text("/id");
    }
}
