package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;

/** How far is a jump, and from what. */
class JumpsIT {
    private final String revenue = IndicatorBuilder.revenue().create();
    private final Returns returns = Returns.of(revenue);

    private Answer file(String period, String measure, String value) {
        return returns.file(period, revenue, measure, value).is(201);
    }

    @ParameterizedTest
    @CsvSource({"1, 315.99, false", "1, 316, true", "316, 1, true", "316, 1.0001, false"})
    void threeHundredAndSixteenTimesIsAJump(String before, String value, boolean jumps) {
        file("2017-Q4", "ESTIMATE", before);
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", value)).contains("magnitude-jump WARNING"))
                .isEqualTo(jumps);
    }

    @Test
    void aLossIsAsLargeAsAProfit() {
        file("2017-Q4", "ESTIMATE", "-610");
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "600"))).isEmpty();
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "-0.61"))).containsExactly("magnitude-jump WARNING");
    }

    @Test
    void nothingIsATimesOfZero() {
        file("2017-Q4", "ESTIMATE", "0");
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "600"))).isEmpty();
        file("2018-Q2", "ESTIMATE", "600");
        assertThat(Returns.found(file("2018-Q3", "ESTIMATE", "0"))).isEmpty();
    }

    @Test
    void itIsToldOnceInTheWordsOfTheNearestPeriod() {
        file("2017-Q1", "ESTIMATE", "2");
        file("2017-Q4", "ESTIMATE", "2.5");
        Answer filed = file("2018-Q1", "ESTIMATE", "650000");
        assertThat(Returns.findings(filed, "magnitude-jump"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path("message").asText())
                        .contains("gấp khoảng 260.000 lần số 2,5 triệu đồng của kỳ 2017-Q4"));
        file("2019-Q4", "ESTIMATE", "650000");
        Answer smaller = file("2020-Q1", "ESTIMATE", "4.8715");
        assertThat(smaller.text("/findings/0/message")).contains("nhỏ hơn khoảng 130.000 lần");
    }

    @Test
    void itIsHeldAgainstThePlanOfItsOwnPeriod() {
        file("2018-Q1", "PLAN", "2");
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "2000"))).containsExactly("magnitude-jump WARNING");
    }

    /** The plan was a thousand times less; the target that took its place is not. */
    @Test
    void theTargetIsPreferredToThePlan() {
        file("2018", "PLAN", "2");
        file("2018", "TARGET", "2000");
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "2000"))).isEmpty();
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "2"))).containsExactly("magnitude-jump WARNING");
    }

    @ParameterizedTest
    @CsvSource({"PLAN", "TARGET"})
    void whatIsPlannedIsHeldAgainstWhatWasPlannedBefore(String measure) {
        file("2017", measure, "2");
        file("2018", "PLAN".equals(measure) ? "TARGET" : "PLAN", "2000");
        assertThat(Returns.findings(file("2018", measure, "2000"), "magnitude-jump"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.path("message").asText()).contains("của kỳ 2017"));
        assertThat(Returns.found(file("2018", measure, "3")))
                .as("a plan and a target of one period may differ")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PERCENT", "RANK"})
    void sharesAndRanksMayBeAnything(String valueType) {
        String bounded = new IndicatorBuilder()
                .with("valueType", valueType)
                .with("kind", valueType.equals("RANK") ? "STOCK" : "RATIO")
                .with("decimals", 2)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE")
                .withJson("denominatorName", """
                        {"vi": "Tổng số"}""")
                .create();
        Returns own = Returns.of(bounded);
        own.file("2017-Q4", bounded, "ESTIMATE", valueType.equals("RANK") ? "1" : "0.1")
                .is(201);
        assertThat(Returns.found(own.file("2018-Q1", bounded, "ESTIMATE", valueType.equals("RANK") ? "400" : "90")
                        .is(201)))
                .isEmpty();
    }

    @Test
    void aPartIsHeldAgainstItsOwnPast() {
        String split = IndicatorBuilder.revenue().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false,
                          "codes": [{"code": "a", "name": {"vi": "a"}}]}]""").create();
        Returns own = Returns.brokenDown("kind", split);
        own.file("2017-Q4", split, "ESTIMATE", "610000").is(201);
        Answer filed = own.filing("2018-Q1")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "61", "breakdown": {"kind": "a"}}""".formatted(split))
                .file(own.operator())
                .is(201);
        assertThat(Returns.found(filed)).isEmpty();
    }

    @Test
    void theBestMeasureOfThePastIsTheBase() {
        file("2017-Q4", "ESTIMATE", "2");
        file("2017-Q4", "ACTUAL", "600");
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "700"))).isEmpty();
    }
}
