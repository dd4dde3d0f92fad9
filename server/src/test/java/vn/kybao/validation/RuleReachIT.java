package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RuleBuilder;

/** Which figures bear on a rule of the catalogue, where it is told, and what its message may say. */
class RuleReachIT {
    private final String small = split();
    private final String large = split();
    private final Returns returns = Returns.brokenDown("kind", small, large);

    private static String split() {
        return new IndicatorBuilder().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false,
                          "codes": [{"code": "a", "name": {"vi": "a"}}]}]""").create();
    }

    private RuleBuilder rule(String expression) {
        return new RuleBuilder().owner(returns.scene().department()).expression(expression);
    }

    private RuleBuilder smallNotMoreThanLarge() {
        return rule("{%s} <= {%s}".formatted(small, large));
    }

    private Answer file(String period, String indicator, String value) {
        return returns.file(period, indicator, "ESTIMATE", value).is(201);
    }

    private Answer both(String smallValue, String largeValue) {
        return returns.filing("2018-Q1")
                .value(small, "ESTIMATE", smallValue)
                .value(large, "ESTIMATE", largeValue)
                .file(returns.operator())
                .is(201);
    }

    @Test
    void aPartDoesNotBearOnARuleAboutTheWhole() {
        smallNotMoreThanLarge().create();
        assertThat(both("2", "1").at("/findings")).hasSize(1);
        Answer part = returns.filing("2018-Q1")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "1", "breakdown": {"kind": "a"}}""".formatted(small))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(part)).isEmpty();
    }

    @Test
    void aFigureOfThisPeriodDoesNotBearOnARuleAboutTheLast() {
        rule("{%s} <= {%s period=previous}".formatted(small, large)).create();
        file("2017-Q4", large, "5");
        assertThat(file("2018-Q1", small, "10").at("/findings")).hasSize(1);
        assertThat(Returns.found(file("2018-Q1", large, "20"))).isEmpty();
    }

    @Test
    void whatAFigureIsMadeOfBearsOnTheRule() {
        String twice = new IndicatorBuilder()
                .with("organizationAggregation", "NONE")
                .formula("2 * {%s}".formatted(small))
                .create();
        String code = rule("{%s} <= {%s}".formatted(twice, large)).create();
        file("2018-Q1", large, "10");
        assertThat(Returns.found(file("2018-Q1", small, "5"))).isEmpty();
        assertThat(Returns.found(file("2018-Q1", small, "6"))).containsExactly(code + " WARNING");
    }

    @Test
    void itIsToldWhereSomethingIsNew() {
        file("2018-Q1", small, "2");
        smallNotMoreThanLarge().create();
        assertThat(both("2", "1").text("/findings/0/pointer")).isEqualTo("/values/1/value");
    }

    @Test
    void ofAFilingInPartsAllThatItIsAboutIsLeftOut() {
        smallNotMoreThanLarge().with("severity", "ERROR").create();
        String third = new IndicatorBuilder().create();
        Returns others = Returns.of(third);
        assertThat(others.file("2018-Q1", third, "ESTIMATE", "1").status()).isEqualTo(201);
        Answer filed = returns.filing("2018-Q1")
                .with("mode", "PARTIAL")
                .value(small, "ESTIMATE", "2")
                .value(large, "ESTIMATE", "1")
                .value(small, "PLAN", "9")
                .file(returns.operator())
                .is(201);
        assertThat(filed.text("/counts/rejected")).isEqualTo("2");
        assertThat(filed.text("/counts/created")).isEqualTo("1");
    }

    @Test
    void theMessageHasTheDifferenceTheToleranceAndTheReporter() {
        rule("{%s} / 3 = {%s}".formatted(small, large))
                .with("tolerance", "0.5")
                .message("{organization}: {left} và {right} lệch {difference}, quá {tolerance}.")
                .create();
        assertThat(both("10", "1").text("/findings/0/message"))
                .as("a third of ten is shown with four digits")
                .endsWith(": 3,3333 và 1 lệch 2,3333, quá 0,5.");
    }

    /** 10,0001 and 10,00009 look alike with four digits, and are not. */
    @Test
    void numbersThatDifferAreShownToDiffer() {
        String price = IndicatorBuilder.revenue()
                .with("kind", "STOCK")
                .with("timeAggregation", "LAST")
                .create();
        Returns own = Returns.of(price);
        new RuleBuilder()
                .owner(own.scene().department())
                .expression("{%s} = 10.00009".formatted(price))
                .create();
        assertThat(own.file("2018-Q1", price, "ESTIMATE", "10.0001").is(201).text("/findings/0/message"))
                .isEqualTo("Vế trái 10,0001 khác vế phải 10,00009.");
    }

    @Test
    void theFiguresThatStandAreLinked() {
        rule("{%s} <= {%s period=previous}".formatted(small, large)).create();
        file("2017-Q4", large, "5");
        assertThat(file("2018-Q1", small, "10").at("/findings/0/evidence").toString())
                .contains("/v1/observations/");
    }
}
