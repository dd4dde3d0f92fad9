package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.SubmissionBuilder;

/** Stated ratios beside what their inputs make, and the population that they leave room for. */
class RatiosIT {
    private final String done = new IndicatorBuilder().create();
    private final String received = new IndicatorBuilder().create();

    private static IndicatorBuilder percent() {
        return new IndicatorBuilder()
                .withJson("name", """
                        {"vi": "Tỷ lệ hoàn thành", "en": "Share completed"}""")
                .withJson("unit", """
                        {"code": "percent", "name": {"vi": "%"}}""")
                .with("valueType", "PERCENT")
                .with("kind", "RATIO")
                .with("decimals", 1)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE");
    }

    private Answer stated(String share, String value) {
        Returns returns = Returns.of(done, received, share);
        return returns.filing("2018-Q1")
                .value(done, "ESTIMATE", "88")
                .value(received, "ESTIMATE", "119")
                .value(share, "ESTIMATE", value)
                .file(returns.operator())
                .is(201);
    }

    private String share() {
        return percent().with("numerator", done).with("denominator", received).create();
    }

    /** 88 of 119 are 73,9496 %. */
    @Test
    void aRatioThatWasCutOffSaysSoAndWhatHalfUpGives() {
        JsonNode finding =
                Returns.findings(stated(share(), "73"), "stated-ratio").getFirst();
        assertThat(finding.path("severity").asText()).isEqualTo("WARNING");
        assertThat(finding.path("expected").asText()).isEqualTo("74");
        assertThat(finding.path("message").asText())
                .isEqualTo(
                        "“Tỷ lệ hoàn thành” nêu 73 là do bỏ phần lẻ; tính từ số liệu được 73,9, làm tròn phải là 74.");
        assertThat(finding.path("pointer").asText()).isEqualTo("/values/2/value");
        assertThat(finding.path("evidence"))
                .as("what is only being filed has no address")
                .isEmpty();
    }

    @Test
    void aRatioThatNoRoundingGivesSaysSo() {
        JsonNode finding =
                Returns.findings(stated(share(), "75"), "stated-ratio").getFirst();
        assertThat(finding.path("message").asText()).contains("đều không ra");
    }

    @Test
    void aRatioRoundedHalfUpAtTheDigitsPrintedPasses() {
        assertThat(Returns.found(stated(share(), "74"))).isEmpty();
        assertThat(Returns.found(stated(share(), "73.95"))).isEmpty();
    }

    @Test
    void aDerivedIndicatorThatIsStatedTooIsHeldAgainstItsFormula() {
        String share =
                percent().formula("100 * {%s} / {%s}".formatted(done, received)).create();
        assertThat(Returns.found(stated(share, "73.9"))).isEmpty();
        assertThat(Returns.found(stated(share, "73.8"))).containsExactly("stated-ratio WARNING");
    }

    @Test
    void aStatedDerivedValueWithoutItsInputsIsWarnedOfWithTheirNames() {
        String share =
                percent().formula("100 * {%s} / {%s}".formatted(done, received)).create();
        Returns returns = Returns.of(done, received, share);
        Answer filed = returns.filing("2018-Q1")
                .value(done, "ESTIMATE", "88")
                .value(share, "ESTIMATE", "73.9")
                .file(returns.operator())
                .is(201);
        JsonNode finding = Returns.findings(filed, "inputs-missing").getFirst();
        assertThat(finding.path("expected").asText()).isEqualTo(received);
        assertThat(finding.path("evidence").toString()).contains("/v1/indicators/" + received);
        assertThat(Returns.found(returns.filing("2018-Q1")
                        .value(received, "ESTIMATE", "119")
                        .file(returns.operator())
                        .is(201)))
                .isEmpty();
    }

    /** A later input moves the ratio that stands. */
    @Test
    void anInputThatIsFiledLaterIsHeldAgainstTheStatedRatio() {
        String share = share();
        Returns returns = Returns.of(done, received, share);
        returns.filing("2018-Q1")
                .value(received, "ESTIMATE", "119")
                .value(share, "ESTIMATE", "73.9")
                .file(returns.operator())
                .is(201);
        Answer filed = returns.file("2018-Q1", done, "ESTIMATE", "90").is(201);
        assertThat(Returns.found(filed)).containsExactly("stated-ratio WARNING");
        assertThat(filed.text("/findings/0/pointer")).isEqualTo("/values/0/value");
    }

    private Answer parts(String above, String below, String value, String more) {
        String share =
                percent().with("numerator", received).with("denominator", done).create();
        Returns returns = Returns.of(done, received, share);
        return returns.filing("2018-Q1")
                .value(received, "ESTIMATE", above)
                .value(done, "ESTIMATE", below)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "%s"%s}""".formatted(share, value, more))
                .file(returns.operator())
                .is(201);
    }

    /** 1 of 8 are 12,5 %, and 12,49998 % are shown with the digits that make them 12 %. */
    @Test
    void halfIsRoundedUpAndTheExactFigureIsNotRoundedTwice() {
        assertThat(Returns.found(parts("1", "8", "13", ""))).isEmpty();
        assertThat(parts("12499980", "100000000", "13", "").text("/findings/0/message"))
                .contains("tính từ số liệu được 12,49998; làm tròn (12)");
    }

    @Test
    void aRatioThatIsOnlyAboutSoMuchIsNotHeldAgainstItsInputs() {
        assertThat(Returns.found(parts("1", "8", "20", ", \"qualifier\": \"ABOUT\"")))
                .isEmpty();
    }

    /** −88 of 119 are −73,9 %. */
    @Test
    void aNegativeRatioIsCutOffTowardsZero() {
        String loss = IndicatorBuilder.revenue().create();
        String margin = percent()
                .with("valueType", "RATIO")
                .withJson("unit", """
                        {"code": "per-100", "name": {"vi": "trên 100"}}""")
                .with("numerator", loss)
                .with("denominator", received)
                .create();
        Returns returns = Returns.of(loss, received, margin);
        Answer filed = returns.filing("2018-Q1")
                .value(loss, "ESTIMATE", "-88")
                .value(received, "ESTIMATE", "119")
                .value(margin, "ESTIMATE", "-73")
                .file(returns.operator())
                .is(201);
        assertThat(filed.text("/findings/0/message")).contains("bỏ phần lẻ; tính từ số liệu được -73,9");
    }

    @Test
    void eachMeasureIsHeldAgainstItsOwnInputs() {
        String share = share();
        Returns returns = Returns.of(done, received, share);
        Answer planned = returns.filing("2018-Q1")
                .value(done, "PLAN", "50")
                .value(received, "PLAN", "100")
                .value(share, "PLAN", "60")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(planned)).containsExactly("stated-ratio WARNING");
        returns.filing("2018-Q1")
                .value(done, "ACTUAL", "88")
                .value(received, "ACTUAL", "119")
                .value(share, "ACTUAL", "75")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(
                        returns.file("2018-Q1", share, "ESTIMATE", "50").is(201)))
                .as("the actual figure is doubtful, not this one")
                .isEmpty();
    }

    private static final String FIXED = "31618";
    private static final String MOBILE = "1238047";
    private static final String BROADBAND = "168021";

    /** Three densities per 100 inhabitants, whose population nobody filed. */
    private static Answer densities(String measure, String fixed, String mobile, String broadband) {
        String population = new IndicatorBuilder().withJson("name", """
                        {"vi": "Dân số", "en": "Population"}""").create();
        String[] counts = new String[3];
        String[] ratios = new String[3];
        for (int i = 0; i < 3; i++) {
            counts[i] = new IndicatorBuilder().create();
            ratios[i] = new IndicatorBuilder()
                    .withJson("unit", """
                            {"code": "per-100-inhabitants", "name": {"vi": "thuê bao/100 dân"}}""")
                    .with("valueType", "RATIO")
                    .with("kind", "RATIO")
                    .with("decimals", 2)
                    .with("timeAggregation", "NONE")
                    .with("organizationAggregation", "NONE")
                    .with("numerator", counts[i])
                    .with("denominator", population)
                    .create();
        }
        Returns returns = Returns.of(counts[0], counts[1], counts[2], ratios[0], ratios[1], ratios[2], population);
        SubmissionBuilder filing = returns.filing("2018-Q1");
        filing.value(counts[0], measure, FIXED)
                .value(counts[1], measure, MOBILE)
                .value(counts[2], measure, BROADBAND);
        filing.value(ratios[0], measure, fixed)
                .value(ratios[1], measure, mobile)
                .value(ratios[2], measure, broadband);
        return filing.file(returns.operator()).is(201);
    }

    @Test
    void densitiesThatLeaveOnePopulationPass() {
        assertThat(Returns.found(densities("ESTIMATE", "2.45", "95.93", "13.02")))
                .isEmpty();
    }

    @Test
    void densitiesThatLeaveNoCommonPopulationAreToldWithTheIntervalOfEach() {
        Answer filed = densities("ESTIMATE", "2.45", "95.93", "13.12");
        JsonNode finding = Returns.findings(filed, "one-population").getFirst();
        assertThat(Returns.found(filed)).containsExactly("one-population WARNING");
        assertThat(finding.path("message").asText())
                .contains("Dân số")
                .contains("1.290.507–1.290.640")
                .contains("1.280.161–1.281.136")
                .contains("1.287.903–1.293.169");
        assertThat(finding.path("evidence")).hasSize(3);
    }

    /** 13 is any number from 12,5 to 13,5; 13,00 is not. */
    @Test
    void theIntervalsAreThoseOfThePrintedPrecision() {
        assertThat(Returns.found(densities("ESTIMATE", "2.45", "95.93", "13"))).isEmpty();
        assertThat(Returns.found(densities("ESTIMATE", "2.45", "95.93", "13.00")))
                .containsExactly("one-population WARNING");
    }

    /** 31.618 of 1.291.000 are 2,4491; 1.238.047 are 95,8983; cut off that is 2,44 and 95,89. */
    @Test
    void densitiesThatWereCutOffPassToo() {
        assertThat(Returns.found(densities("ESTIMATE", "2.44", "95.89", "13.01")))
                .isEmpty();
    }
}
