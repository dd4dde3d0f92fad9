package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** Each rule for a value with its case, and everything that is wrong told at once. */
class ValueRulesIT {
    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private String share() {
        String share = new IndicatorBuilder()
                .withJson("unit", """
                        {"code": "percent", "name": {"vi": "%"}}""")
                .with("valueType", "PERCENT")
                .with("kind", "RATIO")
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE")
                .withJson("denominatorName", """
                        {"vi": "Tổng số xã"}""")
                .create();
        return share;
    }

    private SubmissionBuilder under(String indicator) {
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        return new SubmissionBuilder(regime, scene.operator());
    }

    @Test
    void fiveDifferentMistakesAreToldInOneProblemEachWithItsPointer() {
        String share = share();
        Answer refused = under(share)
                .period("2018-Q5")
                .with("clientRef", "misspelt")
                .valueJson("""
                        {"itemRef": "row-1", "indicator": "%s", "measure": "ESTIMATE", "value": 98.10}""".formatted(share))
                .value("no-such-indicator", "ESTIMATE", "1")
                .value(share, "PLAN", "140")
                .file(operator)
                .is(400);
        assertThat(refused.errorCodes())
                .containsExactlyInAnyOrder(
                        "unknown-field", "decimal-as-string", "unknown-period", "unknown-reference", "value-range");
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/clientRef", "/values/0/value", "/period", "/values/1/indicator", "/values/2/value");
        assertThat(refused.text("/totalErrors")).isEqualTo("5");
        var decimal = refused.json().path("errors").findValue("itemRef");
        assertThat(decimal.asText()).isEqualTo("row-1");
        assertThat(refused.text()).contains("\\\"98.1\\\"").contains("clientReference");
    }

    @ParameterizedTest
    @CsvSource({"0,201", "100,201", "62.85,201", "140,422", "-0.1,422", "100.0001,422"})
    void aShareLiesBetweenZeroAndAHundred(String value, int status) {
        String share = share();
        Answer answer =
                under(share).value(share, "ESTIMATE", value).file(operator).is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("value-range");
        }
    }

    @Test
    void aShareWithoutADenominatorTakesNoValue() {
        String share = new IndicatorBuilder()
                .with("valueType", "PERCENT")
                .with("kind", "RATIO")
                .create();
        Answer refused =
                under(share).value(share, "ESTIMATE", "5").file(operator).is(422);
        assertThat(refused.errorCodes()).containsExactly("denominator-named");
    }

    @ParameterizedTest
    @CsvSource({"3,201", "0,201", "3.0,201", "3.5,422", "-3,422"})
    void aCountIsWholeAndNotNegative(String value, int status) {
        Answer answer = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", value)
                .file(operator)
                .is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("count-integral");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "REPORTED,null,422",
                "REPORTED,0,201",
                "NONE_DECLARED,0,201",
                "NONE_DECLARED,1,422",
                "NONE_DECLARED,null,422",
                "NOT_REPORTED,null,201",
                "NOT_REPORTED,0,422",
                "NOT_APPLICABLE,null,201",
                "NOT_APPLICABLE,0,422"
            })
    void stateAndValueAgreeBecauseNullIsNotZero(String state, String value, int status) {
        Answer answer = SubmissionBuilder.of(scene)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "state": "%s", "value": %s}""".formatted(scene.indicator(), state, value == null ? "null" : '"' + value + '"'))
                .file(operator)
                .is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("null-not-zero");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "ACTUAL,2018-03-23,null,422",
                "ACTUAL,2018-03-31,null,422",
                "ACTUAL,2018-04-01,null,201",
                "ACTUAL,2018-04-01,2018-04-02,422",
                "PRELIMINARY,2018-03-23,null,201",
                "ESTIMATE,2018-03-23,2018-03-31,201"
            })
    void anEstimateIsNotFiledAsActual(String measure, String compiledOn, String asOf, int status) {
        Answer answer = SubmissionBuilder.of(scene)
                .with("compiledOn", compiledOn)
                .valueJson("""
                        {"indicator": "%s", "measure": "%s", "value": "1", "asOf": %s}""".formatted(scene.indicator(), measure, asOf == null ? "null" : '"' + asOf + '"'))
                .file(operator)
                .is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("estimate-flagged");
        }
    }

    @Test
    void theDayOfCompilationIsNotInTheFuture() {
        Answer refused = SubmissionBuilder.of(scene)
                .with("compiledOn", "2099-01-01")
                .value(scene.indicator(), "ESTIMATE", "1")
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("compiled-later");
    }

    @Test
    void theIndicatorsOwnSchemaSeesTheValueAsAnExactNumber() {
        String indicator = IndicatorBuilder.revenue().withJson("schema", """
                        {"properties": {"value": {"multipleOf": 0.05}}, "required": ["note"]}""").create();
        Answer refused = under(indicator)
                .value(indicator, "ESTIMATE", "0.12")
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactlyInAnyOrder("required-schema", "required-schema");
        under(indicator).valueJson("""
                        {"indicator": "%s", "measure": "PLAN", "value": "0.15", "note": "x"}""".formatted(indicator)).file(operator).is(201);
    }

    @Test
    void theRegimeSaysWhatItTakes() {
        String other = new IndicatorBuilder().create();
        Answer refused = SubmissionBuilder.of(scene)
                .value(other, "ESTIMATE", "1")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "1", "breakdown": {"payment": "prepaid"}}""".formatted(scene.indicator()))
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("not-expected", "unknown-breakdown");
        assertThat(refused.pointers()).containsExactly("/values/0/indicator", "/values/1/breakdown/payment");
    }

    @Test
    void theSameFigureIsNotSentTwice() {
        Answer refused = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", "1")
                .value(scene.indicator(), "ESTIMATE", "2")
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("duplicate-observation", "duplicate-observation");
    }

    @Test
    void anotherReporterIsUnknownAndOneThatMayOnlyBeReadIsForbidden() {
        Scene stranger = Scene.autoApproved();
        SubmissionBuilder filing = SubmissionBuilder.of(stranger).value(stranger.indicator(), "ESTIMATE", "1");
        Answer refused = filing.file(operator).is(422);
        assertThat(refused.errorCodes()).contains("unknown-reference");
        assertThat(refused.pointers()).contains("/organization");
    }

    @Test
    void validateFindsTheSameAndStoresNothing() {
        String body = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", "-3")
                .json();
        Answer rejected = operator.post("/v1/submissions/validate", body).is(200);
        assertThat(rejected.text("/wouldBe")).isEqualTo("REJECTED");
        assertThat(rejected.text("/findings/0/code")).isEqualTo("count-integral");
        String good = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", "3")
                .json();
        assertThat(operator.post("/v1/submissions/validate", good).is(200).text("/wouldBe"))
                .isEqualTo("IN_FORCE");
        assertThat(operator.get("/v1/submissions?regime=" + scene.regime()).at("/items"))
                .isEmpty();
        operator.post("/v1/submissions/validate", "{").is(400);
    }

    @Test
    void precisionIsKeptAsPrinted() {
        String indicator = IndicatorBuilder.revenue().create();
        under(indicator)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "7", "text": "7,0"}""".formatted(indicator))
                .valueJson("""
                        {"indicator": "%s", "measure": "PLAN", "value": "1501", "text": "1.501"}""".formatted(indicator))
                .valueJson("""
                        {"indicator": "%s", "measure": "TARGET", "value": "7.20"}""".formatted(indicator))
                .file(operator)
                .is(201);
        Answer read = operator.get(
                "/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1&indicator=" + indicator);
        assertThat(read.items("measure")).containsExactly("ESTIMATE", "PLAN", "TARGET");
        assertThat(read.items("precision")).containsExactly("1", "0", "2");
        assertThat(read.items("value")).containsExactly("7", "1501", "7.2");
    }

    private Answer printed(String indicator, String value, String text) {
        return under(indicator).valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "%s", "text": "%s"}""".formatted(indicator, value, text)).file(operator);
    }

    @Test
    void aDecimalDotInAPrintedNumberIsWarnedOfAndACommaIsNot() {
        Answer dot = printed(share(), "87.9", "87.9").is(201);
        assertThat(dot.text("/findings/0/code")).isEqualTo("separator-ambiguous");
        assertThat(dot.text("/findings/0/severity")).isEqualTo("WARNING");
        assertThat(dot.text("/findings/0/pointer")).isEqualTo("/values/0/text");
        assertThat(printed(share(), "87.9", "87,9").is(201).at("/findings")).isEmpty();
        assertThat(printed(scene.indicator(), "1501", "1.501").is(201).at("/findings"))
                .as("three digits after the dot of a count are thousands")
                .isEmpty();
    }

    @Test
    void aDotBeforeThreeDigitsOfARatioIsRefusedUntilItIsClear() {
        assertThat(printed(share(), "12.345", "12.345").is(422).errorCodes()).containsExactly("separator-ambiguous");
        assertThat(printed(share(), "12.345", "12,345").is(201).at("/findings")).isEmpty();
    }

    @Test
    void aPrintedNumberThatIsAnotherThanTheValueIsWarnedOf() {
        Answer differs =
                printed(new IndicatorBuilder().create(), "412000", "41.200").is(201);
        assertThat(differs.text("/findings/0/code")).isEqualTo("text-differs");
        assertThat(differs.text("/findings/0/message")).contains("41.200").contains("412.000");
        assertThat(printed(new IndicatorBuilder().create(), "412000", "khoảng bốn trăm nghìn")
                        .is(201)
                        .at("/findings"))
                .as("words that are no number say nothing")
                .isEmpty();
    }
}
