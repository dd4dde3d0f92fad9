package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;

/** Figures beside those of other periods and the plan, and the day they were taken. */
class HistoryIT {
    private static String revenue() {
        return IndicatorBuilder.revenue().withJson("unit", """
                        {"code": "billion-vnd", "name": {"vi": "tỷ đồng", "en": "billion dong"}}""").create();
    }

    /** 650 million where 610 billion stood. */
    @Test
    void aThousandTimesLessThanTheSamePeriodLastYearNeedsAJustification() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        returns.file("2017-Q1", revenue, "ESTIMATE", "610").is(201);
        Answer filed = returns.file("2018-Q1", revenue, "ESTIMATE", "0.65").is(201);
        JsonNode finding = Returns.findings(filed, "magnitude-jump").getFirst();
        assertThat(finding.path("severity").asText()).isEqualTo("WARNING");
        assertThat(finding.path("needsJustification").asBoolean()).isTrue();
        assertThat(finding.path("message").asText())
                .contains("“Doanh thu” bằng 0,65 tỷ đồng, nhỏ hơn khoảng 938 lần so với 610 tỷ đồng của kỳ 2017-Q1");
        assertThat(finding.path("evidence").toString()).contains("/v1/observations/");
        assertThat(filed.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
    }

    @Test
    void aMillionTimesThePlanOfTheYearIsAJumpAndAHundredTimesIsNot() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        returns.file("2018", revenue, "PLAN", "2.5").is(201);
        assertThat(Returns.found(
                        returns.file("2018-Q1", revenue, "ESTIMATE", "650000").is(201)))
                .containsExactly("magnitude-jump WARNING");
        assertThat(Returns.found(
                        returns.file("2018-Q2", revenue, "ESTIMATE", "250").is(201)))
                .isEmpty();
    }

    @Test
    void aPlanIsHeldAgainstThePlanBefore() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        returns.file("2017", revenue, "PLAN", "2200").is(201);
        assertThat(Returns.found(
                        returns.file("2018", revenue, "PLAN", "2500000").is(201)))
                .containsExactly("magnitude-jump WARNING");
        assertThat(Returns.found(returns.file("2018", revenue, "PLAN", "2500").is(201)))
                .isEmpty();
    }

    /** 300 since New Year cannot be 280 half a year on. */
    @Test
    void aCumulativeFlowDoesNotFallWithinItsYear() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        returns.file("2018-H1", revenue, "ESTIMATE", "300").is(201);
        Answer fallen = returns.file("2018-9M", revenue, "ESTIMATE", "280").is(201);
        assertThat(Returns.found(fallen)).containsExactly("cumulative-decreases WARNING");
        assertThat(fallen.text("/findings/0/expected")).isEqualTo("≥ 300");
        assertThat(Returns.found(
                        returns.file("2018-9M", revenue, "ESTIMATE", "300").is(201)))
                .isEmpty();
        assertThat(Returns.found(
                        returns.file("2018-Q1", revenue, "ESTIMATE", "310").is(201)))
                .as("an earlier period, filed later")
                .containsExactly("cumulative-decreases WARNING");
    }

    @Test
    void aStockMayFall() {
        String stock = new IndicatorBuilder().create();
        Returns returns = Returns.of(stock);
        returns.file("2018-H1", stock, "ESTIMATE", "300").is(201);
        assertThat(Returns.found(
                        returns.file("2018-9M", stock, "ESTIMATE", "280").is(201)))
                .isEmpty();
    }

    @Test
    void theSameFlowThreePeriodsRunningIsNoted() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        returns.file("2018-01", revenue, "ESTIMATE", "120").is(201);
        assertThat(Returns.found(
                        returns.file("2018-02", revenue, "ESTIMATE", "120").is(201)))
                .isEmpty();
        assertThat(Returns.found(
                        returns.file("2018-03", revenue, "ESTIMATE", "120").is(201)))
                .containsExactly("stale-carry-over INFO");
        assertThat(Returns.found(
                        returns.file("2018-04", revenue, "ESTIMATE", "121").is(201)))
                .isEmpty();
    }

    @Test
    void zeroMayRepeatItself() {
        String revenue = revenue();
        Returns returns = Returns.of(revenue);
        for (String month : new String[] {"2018-01", "2018-02", "2018-03"}) {
            assertThat(Returns.found(
                            returns.file(month, revenue, "ESTIMATE", "0").is(201)))
                    .isEmpty();
        }
    }

    @Test
    void aFigureTakenOutsideTheWindowIsWarnedOf() {
        String stock = new IndicatorBuilder().create();
        Returns returns = Returns.of(stock);
        String value = """
                {"indicator": "%s", "measure": "ESTIMATE", "value": "7", "asOf": "%s"}""";
        Answer outside = returns.filing("2018-Q1")
                .valueJson(value.formatted(stock, "2018-04-01"))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(outside)).containsExactly("outside-window WARNING");
        assertThat(outside.text("/findings/0/pointer")).isEqualTo("/values/0/asOf");
        assertThat(outside.text("/findings/0/message")).contains("1/4/2018").contains("1/1/2018 – 31/3/2018");
        assertThat(Returns.found(returns.filing("2018-Q1")
                        .valueJson(value.formatted(stock, "2018-03-31"))
                        .file(returns.operator())
                        .is(201)))
                .isEmpty();
    }
}
