package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RuleBuilder;

/** Rules of the catalogue run with every filing that they concern, on what would stand. */
class CatalogueRulesIT {
    private final String broadband = named("Thuê bao băng rộng", "Broadband subscriptions");
    private final String mobile = named("Thuê bao di động", "Mobile subscriptions");
    private final Returns returns = Returns.of(broadband, mobile);

    private static String named(String vi, String en) {
        return new IndicatorBuilder().withJson("name", """
                        {"vi": "%s", "en": "%s"}""".formatted(vi, en)).create();
    }

    private RuleBuilder rule(String expression) {
        return new RuleBuilder()
                .owner(returns.scene().department())
                .expression(expression)
                .message("{" + broadband + ".name} ({left}) lớn hơn {" + mobile + ".name} ({right}) kỳ {period}.");
    }

    private String noMoreThanMobile() {
        return "{%s} <= {%s}".formatted(broadband, mobile);
    }

    private Answer file(String broadbandValue, String mobileValue, int status) {
        return returns.filing("2018-Q1")
                .value(broadband, "ESTIMATE", broadbandValue)
                .value(mobile, "ESTIMATE", mobileValue)
                .file(returns.operator())
                .is(status);
    }

    @Test
    void aRuleThatDoesNotHoldIsToldUnderItsOwnCodeInItsOwnWords() {
        String code = rule(noMoreThanMobile()).with("severity", "WARNING").create();
        Answer filed = file("1238048", "1238047", 201);
        JsonNode finding = Returns.findings(filed, code).getFirst();
        assertThat(finding.path("severity").asText()).isEqualTo("WARNING");
        assertThat(finding.path("message").asText())
                .isEqualTo("Thuê bao băng rộng (1.238.048) lớn hơn Thuê bao di động (1.238.047) kỳ 2018-Q1.");
        assertThat(finding.path("pointer").asText()).isEqualTo("/values/0/value");
        assertThat(finding.path("evidence").toString())
                .contains("/v1/rules/" + code)
                .contains("/v1/indicators/" + mobile);
        Answer english = returns.operator()
                .header("Accept-Language", "en")
                .get("/v1/submissions/" + filed.text("/id"))
                .is(200);
        assertThat(english.text("/findings/0/message"))
                .as("there is no English text: the names and numbers are English all the same")
                .isEqualTo("Broadband subscriptions (1,238,048) lớn hơn Mobile subscriptions (1,238,047) kỳ 2018-Q1.");
    }

    @Test
    void aRuleThatHoldsSaysNothing() {
        rule(noMoreThanMobile()).with("severity", "WARNING").create();
        assertThat(Returns.found(file("1238047", "1238047", 201))).isEmpty();
    }

    @Test
    void aRuleOfSeverityErrorRefuses() {
        String code = rule(noMoreThanMobile()).with("severity", "ERROR").create();
        Answer refused = file("2", "1", 422);
        assertThat(refused.errorCodes()).containsExactly(code);
    }

    @Test
    void aRuleMayAskForAJustification() {
        rule(noMoreThanMobile())
                .with("severity", "WARNING")
                .with("needsJustification", true)
                .create();
        Answer filed = file("2", "1", 201);
        assertThat(filed.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        assertThat(filed.text("/findings/0/needsJustification")).isEqualTo("true");
    }

    @Test
    void aMissingFigureMakesTheRuleNotApplicable() {
        rule(noMoreThanMobile()).with("severity", "ERROR").create();
        returns.file("2018-Q1", broadband, "ESTIMATE", "5").is(201);
        returns.file("2018-Q1", mobile, "ESTIMATE", "4").is(422);
        returns.file("2018-Q1", mobile, "ESTIMATE", "5").is(201);
    }

    @Test
    void withinItsToleranceItHolds() {
        rule("{%s} = {%s}".formatted(broadband, mobile))
                .with("severity", "ERROR")
                .with("tolerance", "3")
                .create();
        file("10", "13", 201);
        file("10", "14", 422);
    }

    @Test
    void itReadsTheLastPeriodAndThePlanOfTheYear() {
        rule("{%s} >= {%s period=previous}".formatted(broadband, broadband))
                .with("severity", "WARNING")
                .message("Giảm từ {right} xuống {left}.")
                .create();
        rule("{%s} <= {%s measure=PLAN period=year}".formatted(mobile, mobile))
                .with("severity", "WARNING")
                .message("Vượt kế hoạch {right}.")
                .create();
        returns.file("2017-Q4", broadband, "ACTUAL", "900").is(201);
        returns.file("2018", mobile, "PLAN", "100").is(201);
        Answer filed = file("800", "101", 201);
        assertThat(filed.at("/findings").findValuesAsText("message"))
                .containsExactly("Giảm từ 900 xuống 800.", "Vượt kế hoạch 100.");
        assertThat(Returns.found(file("900", "100", 201))).isEmpty();
    }

    @Test
    void itConcernsOnlyFilingsThatBearOnIt() {
        rule(noMoreThanMobile()).with("severity", "WARNING").create();
        file("2", "1", 201);
        Answer other = returns.filing("2018-Q1")
                .value(mobile, "PLAN", "7")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(other)).isEmpty();
    }

    @Test
    void aStrangersRuleConcernsNobodyElse() {
        new RuleBuilder()
                .owner(Returns.of(mobile).scene().department())
                .expression(noMoreThanMobile())
                .with("severity", "ERROR")
                .create();
        file("2", "1", 201);
    }

    @Test
    void aRuleThatHasEndedIsNotApplied() {
        rule(noMoreThanMobile())
                .with("severity", "ERROR")
                .with("validTo", "2017-12-31")
                .create();
        file("2", "1", 201);
    }

    @Test
    void theSetOfRulesIsStampedOnTheSubmission() {
        String before = Api.admin().get("/v1/rules").is(200).text("/ruleSet");
        Answer filed = file("1", "2", 201);
        assertThat(filed.text("/ruleSet")).matches("\\d+\\.\\d+");
        rule(noMoreThanMobile()).create();
        Answer next = file("1", "3", 201);
        assertThat(number(next.text("/ruleSet"))).isGreaterThan(number(filed.text("/ruleSet")));
        assertThat(number(filed.text("/ruleSet"))).isGreaterThanOrEqualTo(number(before));
        assertThat(returns.operator()
                        .get("/v1/submissions/" + filed.text("/id"))
                        .is(200)
                        .text("/ruleSet"))
                .isEqualTo(filed.text("/ruleSet"));
    }

    private static long number(String ruleSet) {
        return Long.parseLong(ruleSet.substring(ruleSet.indexOf('.') + 1));
    }

    @Test
    void itConcernsTheInputsOfAFormulaInThePartAndMeasureItTakesThemIn() {
        String split = new IndicatorBuilder().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false,
                          "codes": [{"code": "a", "name": {"vi": "a"}}]}]""").create();
        Returns parts = Returns.brokenDown("kind", split);
        String derived = new IndicatorBuilder()
                .formula("{%s breakdown.kind=a measure=PLAN} * 2".formatted(split))
                .create();
        String code = new RuleBuilder()
                .owner(parts.scene().department())
                .expression("{%s} <= 5".formatted(derived))
                .with("severity", "ERROR")
                .create();
        Answer refused = parts.filing("2018-Q1")
                .valueJson("""
                        {"indicator": "%s", "measure": "PLAN", "value": "3", "breakdown": {"kind": "a"}}""".formatted(split))
                .file(parts.operator())
                .is(422);
        assertThat(refused.errorCodes()).containsExactly(code);
    }
}
