package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** Good values land, bad ones come back, and sending only those again completes the filing. */
class PartialIT {
    private final Scene scene = Scene.create();
    private final Api operator = scene.operator().with("read", "submissions:write");
    private final String first = new IndicatorBuilder().create();
    private final String second = new IndicatorBuilder().create();
    private final String third = new IndicatorBuilder().create();
    private final String regime;

    PartialIT() {
        regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(first, "QUARTER")
                .expects(second, "QUARTER")
                .expects(third, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
    }

    private SubmissionBuilder filing() {
        return new SubmissionBuilder(regime, scene.operator()).with("mode", "PARTIAL");
    }

    private String inForce() {
        return operator.get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1")
                .is(200)
                .items("value")
                .toString();
    }

    @Test
    void whatIsGoodLandsAndTheRestIsCountedAndPaged() {
        Answer filed = filing().value(first, "ESTIMATE", "12")
                .value(second, "ESTIMATE", "-3")
                .valueJson("""
                        {"itemRef": "r3", "indicator": "%s", "measure": "ESTIMATE", "value": 5, "extra": 1}""".formatted(third))
                .file(operator)
                .is(201);
        assertThat(filed.text("/mode")).isEqualTo("PARTIAL");
        assertThat(filed.text("/status")).isEqualTo("IN_FORCE");
        assertThat(filed.at("/counts").toString())
                .isEqualTo(
                        "{\"received\":3,\"created\":1,\"updated\":0,\"unchanged\":0,\"rejected\":2,\"warnings\":0}");
        assertThat(inForce()).isEqualTo("[12]");
        Answer findings = operator.get("/v1/submissions/" + filed.text("/id") + "/findings?severity=ERROR&limit=2")
                .is(200);
        assertThat(findings.text("/items/0/finding/code")).isEqualTo("count-integral");
        assertThat(findings.text("/items/0/finding/index")).isEqualTo("1");
        assertThat(findings.text("/items/1/finding/itemRef")).isEqualTo("r3");
        assertThat(findings.text("/nextCursor")).isNotEmpty();
        assertThat(operator.get("/v1/submissions/" + filed.text("/id") + "/findings?code=unknown-field")
                        .is(200)
                        .items("id"))
                .hasSize(1);
        assertThat(filed.at("/totals").toString())
                .contains("{\"code\":\"count-integral\",\"severity\":\"ERROR\",\"count\":1}");
    }

    @Test
    void sendingOnlyTheRejectedOnesAgainCompletesTheFiling() {
        filing().value(first, "ESTIMATE", "12")
                .value(second, "ESTIMATE", "-3")
                .file(operator)
                .is(201);
        Answer again = filing().value(second, "ESTIMATE", "3").file(operator).is(201);
        assertThat(again.text("/counts/rejected")).isEqualTo("0");
        assertThat(inForce()).contains("12").contains("3");
    }

    @Test
    void aFilingInWhichNothingIsGoodIsRefusedAndNothingStored() {
        Answer refused = filing().value(first, "ESTIMATE", "-1").file(operator).is(422);
        assertThat(refused.errorCodes()).containsExactly("count-integral");
        assertThat(operator.get("/v1/submissions?regime=" + regime).is(200).items("id"))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithTheFilingItselfRefusesAll() {
        Answer refused = filing().period("2018-Q2")
                .value(first, "ESTIMATE", "1")
                .file(operator)
                .is(409);
        assertThat(refused.problem()).isEqualTo("period-closed");
        filing().with("compiledOn", "2199-01-01")
                .value(first, "ESTIMATE", "1")
                .file(operator)
                .is(422);
    }

    @Test
    void ofTwoAnswersToOneQuestionNeitherLands() {
        Answer filed = filing().value(first, "ESTIMATE", "1")
                .value(second, "ESTIMATE", "2")
                .value(first, "ESTIMATE", "3")
                .file(operator)
                .is(201);
        assertThat(filed.text("/counts/rejected")).isEqualTo("2");
        assertThat(inForce()).isEqualTo("[2]");
    }

    @Test
    void valuesThatARuleRefusesTogetherAreLeftOutTogether() {
        String split = new IndicatorBuilder().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": true,
                          "codes": [{"code": "a", "name": {"vi": "a"}}, {"code": "b", "name": {"vi": "b"}}]}]""").create();
        String takes = new RegimeBuilder()
                .owner(scene.department())
                .expectsJson(split, """
                        [{"periodType": "QUARTER", "measures": ["ESTIMATE"], "breakdowns": ["kind"]}]""")
                .expects(first, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(takes, "2018-Q1");
        String part = """
                {"indicator": "%s", "measure": "ESTIMATE", "value": "%s", "breakdown": {"kind": "%s"}}""";
        Answer filed = new SubmissionBuilder(takes, scene.operator())
                .with("mode", "PARTIAL")
                .value(split, "ESTIMATE", "5")
                .valueJson(part.formatted(split, "2", "a"))
                .valueJson(part.formatted(split, "2", "b"))
                .value(first, "ESTIMATE", "9")
                .file(operator)
                .is(201);
        assertThat(filed.text("/counts/rejected")).isEqualTo("3");
        assertThat(filed.text("/findings/0/code")).isEqualTo("parts-equal-total");
        assertThat(inForce()).isEqualTo("[9]");
    }

    @Test
    void partsThatDoNotMakeATotalThatWaitsAreLeftOutAndPointedAt() {
        String split = new IndicatorBuilder().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": true,
                          "codes": [{"code": "a", "name": {"vi": "a"}}, {"code": "b", "name": {"vi": "b"}}]}]""").create();
        String reviewed = new RegimeBuilder()
                .owner(scene.department())
                .expectsJson(split, """
                        [{"periodType": "QUARTER", "measures": ["ESTIMATE"], "breakdowns": ["kind"]}]""")
                .expects(first, "QUARTER")
                .create();
        Collections.open(reviewed, "2018-Q1");
        new SubmissionBuilder(reviewed, scene.operator())
                .value(split, "ESTIMATE", "5")
                .file(operator)
                .is(201);
        String part = """
                {"indicator": "%s", "measure": "ESTIMATE", "value": "2", "breakdown": {"kind": "%s"}}""";
        SubmissionBuilder again = new SubmissionBuilder(reviewed, scene.operator())
                .value(first, "ESTIMATE", "9")
                .valueJson(part.formatted(split, "a"))
                .valueJson(part.formatted(split, "b"));
        Answer refused = again.file(operator).is(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/values/1/value");
        Answer filed = again.with("mode", "PARTIAL").file(operator).is(201);
        assertThat(filed.text("/counts/created")).isEqualTo("1");
        assertThat(filed.text("/counts/rejected")).isEqualTo("2");
        assertThat(filed.text("/findings/0/index")).isEqualTo("1");
    }
}
