package vn.kybao.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RecommendationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.TestOrganization;

/** Raising a recommendation, changing and deleting it, and who may. */
class RecommendationIT {
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
    void whatIsRaisedIsRead() {
        Answer made = new RecommendationBuilder(department)
                .with("addressee", Map.of("organization", committee.code(), "text", "UBND tỉnh Hà Tĩnh"))
                .with("reason", "Thiếu kinh phí")
                .raise(api)
                .is(201);
        assertThat(made.text("/organization")).isEqualTo(department.code());
        assertThat(made.text("/text")).startsWith("Đề nghị bố trí");
        assertThat(made.text("/addressee/organization")).isEqualTo(committee.code());
        assertThat(made.text("/addressee/text")).isEqualTo("UBND tỉnh Hà Tĩnh");
        assertThat(made.text("/reason")).isEqualTo("Thiếu kinh phí");
        assertThat(made.text("/raisedIn")).isEqualTo("2018-Q1");
        assertThat(made.text("/status")).isEqualTo("OPEN");
        assertThat(made.at("/timesRaised").asInt()).isEqualTo(1);
        for (String absent : new String[] {"response", "repeats", "repeatedBy", "limitation"}) {
            assertThat(made.json().has(absent)).as(absent).isFalse();
        }
        assertThat(made.header("Location").orElseThrow()).endsWith(path(made));
        Answer read = api.get(path(made)).is(200);
        assertThat(read.text()).isEqualTo(made.text());
        assertThat(read.etag()).isEqualTo(made.etag());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Answer refused = api.post("/v1/recommendations", """
                {"organization": "nobody-at-all", "text": "x", "addressee": {"organization": "nobody-either"},
                 "raisedIn": "2018-Q7"}""").is(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/organization", "/addressee/organization", "/raisedIn");
        assertThat(refused.errorCodes())
                .containsExactlyInAnyOrder("unknown-reference", "unknown-reference", "unknown-period");
        assertThat(api.post("/v1/recommendations", """
                {"organization": "%s", "text": "", "addressee": {}}""".formatted(department.code()))
                        .is(400)
                        .pointers())
                .containsExactlyInAnyOrder("/text", "/addressee", "/raisedIn");
    }

    @Test
    void onlyOnesOwnAreRaised() {
        assertThat(new RecommendationBuilder(department)
                        .raise(committee.admin())
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }

    @Test
    void aRepeatedRequestIsAnsweredAlike() {
        Api keyed = api.idempotencyKey(Builder.uniqueCode("key"));
        RecommendationBuilder recommendation = new RecommendationBuilder(department);
        Answer first = recommendation.raise(keyed).is(201);
        assertThat(recommendation.raise(keyed).is(201).text()).isEqualTo(first.text());
        assertThat(listed("organization=" + department.code())).hasSize(1);
    }

    @Test
    void whoIsAskedReadsItAndDoesNotChangeIt() {
        TestOrganization office = new OrganizationBuilder().under(committee).create();
        Answer made =
                new RecommendationBuilder(department).to(office).raise(api).is(201);
        for (Api reader : List.of(office.admin(), committee.admin())) {
            assertThat(reader.get(path(made)).is(200).text()).isEqualTo(made.text());
            assertThat(reader.get("/v1/recommendations?organization=" + department.code())
                            .is(200)
                            .items("id"))
                    .containsExactly(made.text("/id"));
            assertThat(reader.ifMatch("1").patch(path(made), "{}").is(403).problem())
                    .isEqualTo("not-owner");
            assertThat(reader.ifMatch("1").delete(path(made)).is(403).problem()).isEqualTo("not-owner");
            assertThat(reader.post(path(made) + "/repeat", """
                    {"period": "2018-Q2"}""").is(403).problem())
                    .isEqualTo("not-owner");
        }
    }

    @Test
    void strangersDoNotKnowOfIt() {
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        TestOrganization unit = new OrganizationBuilder().under(department).create();
        for (Api stranger : List.of(committee.admin(), unit.admin())) {
            stranger.get(path(made)).is(404);
            assertThat(stranger.ifMatch("1").patch(path(made), "{}").is(404).problem())
                    .isEqualTo("not-found");
            stranger.ifMatch("1").delete(path(made)).is(404);
            stranger.post(path(made) + "/respond", """
                    {"answer": "ACCEPTED", "text": "Đồng ý"}""").is(404);
            assertThat(stranger.get("/v1/recommendations").is(200).at("/items")).isEmpty();
        }
    }

    @Test
    void itIsChangedBeforeItIsAnswered() {
        Answer made = new RecommendationBuilder(department)
                .with("reason", "Thiếu kinh phí")
                .raise(api)
                .is(201);
        Answer after = patch(made, """
                {"text": "Đề nghị khác", "addressee": {"organization": "%s"}}""".formatted(committee.code())).is(200);
        assertThat(after.text("/text")).isEqualTo("Đề nghị khác");
        assertThat(after.text("/addressee/text")).isEqualTo("UBND tỉnh");
        assertThat(after.text("/addressee/organization")).isEqualTo(committee.code());
        assertThat(after.text("/reason")).isEqualTo("Thiếu kinh phí");
        assertThat(after.text("/etag")).isEqualTo("2");
        assertThat(api.get(path(made)).text()).isEqualTo(after.text());
        Answer bare = patch(after, """
                {"reason": null, "limitation": null, "addressee": {"text": null}}""").is(200);
        assertThat(bare.json().has("reason")).isFalse();
        assertThat(bare.at("/addressee").has("text")).isFalse();
        assertThat(listed("organization=" + department.code() + "&q=khac")).hasSize(1);
        assertThat(listed("organization=" + department.code() + "&q=kinh%20phi"))
                .isEmpty();
    }

    @Test
    void aSectionThatIsGoneIsNotAskedAboutAgain() {
        Scene scene = Scene.create();
        Api reporter = scene.operator().admin();
        Answer section = SectionBuilder.of(scene).post(reporter).is(201);
        Answer made = new RecommendationBuilder(scene.operator())
                .in("2018-Q2")
                .with("limitation", section.text("/id"))
                .raise(reporter)
                .is(201);
        reporter.ifMatch("1").delete("/v1/sections/" + section.text("/id")).is(204);
        Answer changed = reporter.ifMatch("1").patch(path(made), """
                {"text": "Khác"}""").is(200);
        assertThat(changed.text("/limitation")).isEqualTo(section.text("/id"));
        assertThat(reporter.ifMatch("2").patch(path(made), """
                {"limitation": "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f"}""").is(422).pointers())
                .containsExactly("/limitation");
    }

    @Test
    void whatItNeedsCannotBeRemoved() {
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        assertThat(patch(made, """
                {"text": null, "addressee": null}""").is(400).pointers()).containsExactlyInAnyOrder("/text", "/addressee");
        assertThat(patch(made, """
                {"addressee": {"text": null}}""").is(400).pointers()).containsExactly("/addressee");
        assertThat(patch(made, """
                {"addressee": {"organization": "nobody-at-all"}}""").is(422).pointers()).containsExactly("/addressee/organization");
        assertThat(patch(made, """
                {"status": "ACCEPTED", "raisedIn": "2018-Q2"}""").is(400).errorCodes()).containsOnly("unknown-field");
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        assertThat(api.patch(path(made), "{}").is(428).problem()).isEqualTo("if-match-required");
        assertThat(api.delete(path(made)).is(428).problem()).isEqualTo("if-match-required");
        patch(made, "{}").is(200);
        assertThat(patch(made, "{}").is(412).text("/etag")).isEqualTo("2");
        api.ifMatch("1").delete(path(made)).is(412);
        for (String action : List.of("/respond", "/repeat")) {
            String body = action.equals("/repeat") ? """
                    {"period": "2018-Q2"}""" : """
                    {"answer": "ACCEPTED", "text": "Đồng ý"}""";
            api.ifMatch("1").post(path(made) + action, body).is(412);
        }
    }

    @Test
    void whatWasRaisedByMistakeIsDeleted() {
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        api.ifMatch("1").delete(path(made)).is(204);
        api.get(path(made)).is(404);
        api.ifMatch("1").delete(path(made)).is(404);
    }

    @Test
    void whatWasAnsweredStays() {
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        api.post(path(made) + "/respond", """
                {"answer": "ACKNOWLEDGED", "text": "Đã nhận"}""").is(200);
        for (Answer refused : List.of(
                api.ifMatch("2").patch(path(made), "{}").is(409),
                api.ifMatch("2").delete(path(made)).is(409))) {
            assertThat(refused.problem()).isEqualTo("invalid-transition");
            assertThat(refused.at("/allowed").toString()).isEqualTo("[\"respond\",\"repeat\"]");
        }
    }

    @Test
    void whatWasReportedStaysAsItWas() {
        String collection = collection("2018-Q1");
        Answer made = new RecommendationBuilder(department).raise(api).is(201);
        Collections.close(collection);
        Answer refused = new RecommendationBuilder(department).raise(api).is(409);
        assertThat(refused.problem()).isEqualTo("period-closed");
        assertThat(refused.pointers()).containsExactly("/raisedIn");
        assertThat(refused.at("/errors/0/evidence").toString()).contains("/v1/collections/" + collection);
        assertThat(patch(made, "{}").is(409).problem()).isEqualTo("period-closed");
        assertThat(api.ifMatch("1").delete(path(made)).is(409).problem()).isEqualTo("period-closed");
        // It is answered after the report, and raised again in the next one.
        api.post(path(made) + "/respond", """
                {"answer": "ACCEPTED", "text": "Đồng ý"}""").is(200);
        api.post(path(made) + "/repeat", """
                {"period": "2018-Q2"}""").is(201);
        new RecommendationBuilder(department).in("2018-Q2").raise(api).is(201);
        new RecommendationBuilder(committee).raise(committee.admin()).is(201);
    }

    @Test
    void aPeriodThatIsNotOpenYetCanBeWrittenFor() {
        Collections.planned(regime(), "2018-Q1");
        new RecommendationBuilder(department).raise(api).is(201);
    }

    private String regime() {
        return new RegimeBuilder()
                .reporters(department.code())
                .owner(department)
                .create();
    }

    private String collection(String period) {
        return Collections.open(regime(), period);
    }

    private List<String> listed(String query) {
        return api.get("/v1/recommendations?" + query).is(200).items("id");
    }

    private Answer patch(Answer before, String body) {
        return api.ifMatch(before.text("/etag")).patch(path(before), body);
    }

    private static String path(Answer recommendation) {
        return "/v1/recommendations/" + recommendation.text("/id");
    }
}
