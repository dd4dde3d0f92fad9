package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** A warning that needs an answer keeps the submission waiting; the values before it stay in force. */
class JustificationIT {
    private static final String ANSWER = """
            {"justifications": [{"finding": "%s", "text": "%s"}]}""";

    private final Scene scene = Scene.create();
    private final Api operator = scene.operator().with("read", "submissions:write");
    private final Api reviewer = scene.department().with("read", "submissions:review");
    private final String revenue = IndicatorBuilder.revenue().create();
    private final String other = new IndicatorBuilder().create();
    private String regime;

    @BeforeEach
    void aRegimeWithAQuarterBehindIt() {
        regime = regime(false);
    }

    private String regime(boolean autoApprove) {
        RegimeBuilder builder = new RegimeBuilder()
                .owner(scene.department())
                .expects(revenue, "QUARTER")
                .expects(other, "QUARTER");
        String code = (autoApprove ? builder.autoApprove() : builder).create();
        for (String period : new String[] {"2017-Q4", "2018-Q1"}) {
            Collections.open(code, period);
        }
        return code;
    }

    private SubmissionBuilder filing(String period) {
        return new SubmissionBuilder(regime, scene.operator()).period(period);
    }

    private void before(String value) {
        Answer filed = filing("2017-Q4")
                .value(revenue, "ESTIMATE", value)
                .file(operator)
                .is(201);
        if (filed.text("/status").equals("AWAITING_REVIEW")) {
            reviewer.ifMatch(filed.etag())
                    .post("/v1/submissions/" + filed.text("/id") + "/approve")
                    .is(200);
        }
    }

    private Answer jump() {
        before("610000");
        return filing("2018-Q1")
                .valueJson("""
                        {"itemRef": "dt", "indicator": "%s", "measure": "ESTIMATE", "value": "650"}""".formatted(revenue))
                .file(operator)
                .is(201);
    }

    private String inForce() {
        return operator.get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1")
                .is(200)
                .at("/items")
                .toString();
    }

    private Answer justify(Answer filed, String text) {
        return operator.post(
                "/v1/submissions/" + filed.text("/id") + "/justifications",
                ANSWER.formatted(filed.text("/findings/0/id"), text));
    }

    @Test
    void itWaitsUntilTheFindingIsAnsweredAndThenForTheReview() {
        Answer filed = jump();
        assertThat(filed.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        Answer refused = reviewer.ifMatch(filed.etag())
                .post("/v1/submissions/" + filed.text("/id") + "/approve")
                .is(409);
        assertThat(refused.problem()).isEqualTo("invalid-transition");
        assertThat(refused.at("/allowed").toString()).isEqualTo("[\"justify\",\"return\",\"withdraw\"]");

        Answer answered = justify(filed, "Tính theo triệu đồng từ kỳ này.").is(200);
        assertThat(answered.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(answered.text("/justifications/0/text")).isEqualTo("Tính theo triệu đồng từ kỳ này.");
        assertThat(answered.text("/justifications/0/code")).isEqualTo("magnitude-jump");
        assertThat(inForce()).isEqualTo("[]");
        reviewer.ifMatch(answered.etag())
                .post("/v1/submissions/" + filed.text("/id") + "/approve")
                .is(200);
        assertThat(inForce()).contains("\"value\":\"650\"");
    }

    @Test
    void theReviewerSeesWarningValueAndAnswerTogether() {
        Answer filed = jump();
        justify(filed, "Có dự án lớn kết thúc.").is(200);
        Answer seen = reviewer.get("/v1/submissions/" + filed.text("/id") + "/findings")
                .is(200);
        assertThat(seen.text("/items/0/finding/code")).isEqualTo("magnitude-jump");
        assertThat(seen.text("/items/0/value/value")).isEqualTo("650");
        assertThat(seen.text("/items/0/value/itemRef")).isEqualTo("dt");
        assertThat(seen.text("/items/0/justification/text")).isEqualTo("Có dự án lớn kết thúc.");
    }

    @Test
    void anAnswerSentWithTheValuesSavesTheWaiting() {
        before("610000");
        Answer filed = filing("2018-Q1")
                .valueJson("""
                        {"itemRef": "dt", "indicator": "%s", "measure": "ESTIMATE", "value": "650"}""".formatted(revenue))
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "itemRef": "dt", "text": "Đúng đơn vị."}]""")
                .file(operator)
                .is(201);
        assertThat(filed.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(filed.text("/justifications/0/text")).isEqualTo("Đúng đơn vị.");
    }

    @Test
    void anAnswerForAnotherRowAnswersNothing() {
        before("610000");
        Answer filed = filing("2018-Q1")
                .valueJson("""
                        {"itemRef": "dt", "indicator": "%s", "measure": "ESTIMATE", "value": "650"}""".formatted(revenue))
                .valueJson("""
                        {"itemRef": "khac", "indicator": "%s", "measure": "ESTIMATE", "value": "3"}""".formatted(other))
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "itemRef": "khac", "text": "Đúng đơn vị."}]""")
                .file(operator)
                .is(201);
        assertThat(filed.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        assertThat(filed.at("/findings").findValuesAsText("code"))
                .containsExactly("magnitude-jump", "justification-unused");
    }

    @Test
    void anAnswerToNothingIsToldAndKeepsNothingWaiting() {
        Answer filed = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "650")
                .withJson("justifications", """
                        [{"code": "magnitude-jmp", "text": "Đúng đơn vị."}]""")
                .file(operator)
                .is(201);
        assertThat(filed.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(filed.text("/findings/0/code")).isEqualTo("justification-unused");
        assertThat(filed.text("/findings/0/pointer")).isEqualTo("/justifications/0");
        Answer paged = operator.get("/v1/submissions/" + filed.text("/id") + "/findings")
                .is(200);
        assertThat(paged.items("id")).containsExactly(filed.text("/findings/0/id"));
        assertThat(paged.at("/items/0").has("value")).as("it is about no value").isFalse();
    }

    @Test
    void whereTheRegimeApprovesByItselfTheAnswerBringsItIntoForce() {
        regime = regime(true);
        Answer filed = jump();
        assertThat(filed.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        assertThat(inForce()).isEqualTo("[]");
        assertThat(justify(filed, "Đúng.").is(200).text("/status")).isEqualTo("IN_FORCE");
        assertThat(inForce()).contains("\"value\":\"650\"");
    }

    @Test
    void aRevisionCarriesTheAnswersOfWhatItTakesThePlaceOf() {
        Answer filed = jump();
        justify(filed, "Đúng.").is(200);
        Answer revised =
                filing("2018-Q1").value(other, "ESTIMATE", "3").file(operator).is(201);
        assertThat(revised.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(revised.text("/supersedes")).isEqualTo(filed.text("/id"));
        assertThat(revised.text("/justifications/0/text")).isEqualTo("Đúng.");
        Answer changed = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "640")
                .file(operator)
                .is(201);
        assertThat(changed.text("/status"))
                .as("another value is another question")
                .isEqualTo("AWAITING_JUSTIFICATION");
    }

    @Test
    void whatWaitsForAnAnswerOrWasReturnedIsCarriedOn() {
        Answer filed = jump();
        Answer second =
                filing("2018-Q1").value(other, "ESTIMATE", "3").file(operator).is(201);
        assertThat(second.text("/supersedes")).isEqualTo(filed.text("/id"));
        assertThat(second.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        reviewer.ifMatch(second.etag())
                .post("/v1/submissions/" + second.text("/id") + "/return", """
                        {"reason": "Sai đơn vị"}""")
                .is(200);
        Answer third =
                filing("2018-Q1").value(other, "ESTIMATE", "4").file(operator).is(201);
        assertThat(third.text("/supersedes")).isEqualTo(second.text("/id"));
        assertThat(third.text("/status"))
                .as("the value that was asked about is still there")
                .isEqualTo("AWAITING_JUSTIFICATION");
    }

    @Test
    void theSameValuesSentAgainWithAnAnswerAreANewRevision() {
        jump();
        Answer again = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "650")
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "text": "Đúng."}]""")
                .file(operator)
                .is(201);
        assertThat(again.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(again.text("/revision")).isEqualTo("2");
    }

    @Test
    void whatStandsIsNotAskedForAgain() {
        Answer filed = jump();
        Answer answered = justify(filed, "Đúng.").is(200);
        reviewer.ifMatch(answered.etag())
                .post("/v1/submissions/" + filed.text("/id") + "/approve")
                .is(200);
        Answer next = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "650")
                .value(other, "ESTIMATE", "4")
                .file(operator)
                .is(201);
        assertThat(next.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(next.text("/findings/0/needsJustification")).isEqualTo("false");
    }

    @Test
    void whileItWaitsItCanBeReturnedOrWithdrawnAndNothingElseChanges() {
        Answer filed = jump();
        Answer returned = reviewer.ifMatch(filed.etag())
                .post("/v1/submissions/" + filed.text("/id") + "/return", """
                        {"reason": "Sai đơn vị"}""")
                .is(200);
        assertThat(returned.text("/status")).isEqualTo("RETURNED");
        assertThat(justify(filed, "Đúng.").is(409).problem()).isEqualTo("invalid-transition");
        Answer corrected = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "650000")
                .file(operator)
                .is(201);
        assertThat(corrected.text("/status")).isEqualTo("AWAITING_REVIEW");
    }

    @Test
    void itMayBeAnsweredAfterTheClosingButNotOncePublished() {
        Answer filed = jump();
        Collections.close(regime + ".2018-Q1");
        assertThat(justify(filed, "Đúng.").is(200).text("/status")).isEqualTo("AWAITING_REVIEW");
        Api.admin().post("/v1/collections/" + regime + ".2018-Q1/publish").is(200);
        assertThat(justify(filed, "Lại nữa.").is(409).problem()).isEqualTo("period-closed");
    }

    @Test
    void anUnknownFindingAndAnothersSubmissionAreRefused() {
        Answer filed = jump();
        Answer unknown = operator.post(
                        "/v1/submissions/" + filed.text("/id") + "/justifications",
                        ANSWER.formatted("01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f", "?"))
                .is(422);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/justifications/0/finding");
        assertThat(scene.department()
                        .with("read", "submissions:write")
                        .post(
                                "/v1/submissions/" + filed.text("/id") + "/justifications",
                                ANSWER.formatted(filed.text("/findings/0/id"), "?"))
                        .status())
                .as("the department is above the operator and may act for it")
                .isEqualTo(200);
        Scene.create()
                .operator()
                .with("read", "submissions:write")
                .post(
                        "/v1/submissions/" + filed.text("/id") + "/justifications",
                        ANSWER.formatted(filed.text("/findings/0/id"), "?"))
                .is(404);
    }

    @Test
    void aRevisionThatSendsTheOtherSideAgainKeepsTheAnswerToTheRule() {
        new RuleBuilder()
                .owner(scene.department())
                .expression("{%s} <= {%s}".formatted(revenue, other))
                .with("needsJustification", true)
                .create();
        Answer filed = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "5")
                .value(other, "ESTIMATE", "3")
                .file(operator)
                .is(201);
        assertThat(justify(filed, "Đúng.").is(200).text("/status")).isEqualTo("AWAITING_REVIEW");
        Answer revised = filing("2018-Q1")
                .value(other, "ESTIMATE", "3")
                .value(other, "PLAN", "4")
                .file(operator)
                .is(201);
        assertThat(revised.text("/findings/0/pointer")).isEqualTo("/values/0/value");
        assertThat(revised.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(revised.text("/justifications/0/text")).isEqualTo("Đúng.");
    }

    @Test
    void blanksAreNoAnswer() {
        Answer filed = jump();
        assertThat(justify(filed, "  ").is(400).errorCodes()).containsExactly("wrong-pattern");
        filing("2018-Q1")
                .value(revenue, "ESTIMATE", "651")
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "text": " "}]""")
                .file(operator)
                .is(400);
        assertThat(justify(filed, "Dòng một.\\nDòng hai.").is(200).text("/status"))
                .isEqualTo("AWAITING_REVIEW");
    }

    @Test
    void whatCameIntoForceUnderAnotherRegimeMeanwhileIsNotCarriedOn() {
        regime = regime(true);
        before("610000");
        Answer waiting = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "650")
                .value(other, "ESTIMATE", "1")
                .file(operator)
                .is(201);
        assertThat(waiting.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        String rival = regime(true);
        new SubmissionBuilder(rival, scene.operator())
                .value(other, "ESTIMATE", "2")
                .file(operator)
                .is(201);
        Answer revised = filing("2018-Q1")
                .value(revenue, "ESTIMATE", "651")
                .withJson("justifications", """
                        [{"code": "magnitude-jump", "text": "Đúng."}]""")
                .file(operator)
                .is(201);
        assertThat(revised.text("/status")).isEqualTo("IN_FORCE");
        assertThat(revised.at("/findings").findValuesAsText("code")).contains("held-by-regime");
        assertThat(inForce())
                .contains("\"value\":\"2\"")
                .contains("\"value\":\"651\"")
                .doesNotContain("\"value\":\"1\"");
    }
}
