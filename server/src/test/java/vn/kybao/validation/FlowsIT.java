package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;

/** The chain of what counts from New Year, what is filed again and again, and the days of a window. */
class FlowsIT {
    private final String revenue = IndicatorBuilder.revenue().create();
    private final Returns returns = Returns.of(revenue);

    private Answer file(String period, String measure, String value) {
        return returns.file(period, revenue, measure, value).is(201);
    }

    @Test
    void eachLinkOfTheYearIsHeldAgainstTheNearestBeforeAndAfter() {
        file("2018-Q1", "ESTIMATE", "100");
        file("2018-H1", "ESTIMATE", "300");
        Answer nine = file("2018-9M", "ESTIMATE", "280");
        assertThat(nine.text("/findings/0/message")).contains("280 không thể nhỏ hơn 300 đã có ở kỳ 2018-H1");
        Answer year = file("2018", "ESTIMATE", "270");
        assertThat(year.text("/findings/0/message")).contains("270 không thể nhỏ hơn 280 đã có ở kỳ 2018-9M");
        Answer first = file("2018-Q1", "ESTIMATE", "301");
        assertThat(Returns.findings(first, "cumulative-decreases"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path("message").asText())
                        .contains("301 không thể lớn hơn 300 đã có ở kỳ 2018-H1 dài hơn"));
        assertThat(Returns.found(file("2018-Q1", "ESTIMATE", "300"))).isEmpty();
    }

    @Test
    void aQuarterThatIsNotTheFirstIsNoLinkAndAnotherYearIsAnotherChain() {
        file("2018-H1", "ESTIMATE", "300");
        assertThat(Returns.found(file("2018-Q3", "ESTIMATE", "120"))).isEmpty();
        assertThat(Returns.found(file("2019-Q1", "ESTIMATE", "150"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PLAN", "TARGET"})
    void whatIsPlannedIsNoFlow(String measure) {
        file("2018-H1", "ESTIMATE", "300");
        assertThat(Returns.found(file("2018-9M", measure, "280"))).isEmpty();
    }

    @Test
    void aPartIsHeldAgainstItsOwnYear() {
        String split = IndicatorBuilder.revenue().withJson("breakdowns", """
                        [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false,
                          "codes": [{"code": "a", "name": {"vi": "a"}}]}]""").create();
        Returns own = Returns.brokenDown("kind", split);
        own.file("2018-H1", split, "ESTIMATE", "300").is(201);
        Answer filed = own.filing("2018-9M")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "61", "breakdown": {"kind": "a"}}""".formatted(split))
                .file(own.operator())
                .is(201);
        assertThat(Returns.found(filed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2017-H1, 2017-H2, 2018-H1", "2017-Q3, 2017-Q4, 2018-Q1", "2017-11, 2017-12, 2018-01"})
    void theThirdInARowIsNotedHoweverLongAndAcrossTheNewYear(String first, String second, String third) {
        file(first, "ESTIMATE", "120");
        assertThat(Returns.found(file(second, "ESTIMATE", "120.0"))).isEmpty();
        Answer noted = file(third, "ESTIMATE", "120.00");
        assertThat(Returns.found(noted)).containsExactly("stale-carry-over INFO");
        assertThat(noted.text("/findings/0/message")).contains("từ kỳ " + first);
    }

    @Test
    void twoOfThreeAreNoRow() {
        file("2018-01", "ESTIMATE", "120");
        file("2018-02", "ESTIMATE", "121");
        assertThat(Returns.found(file("2018-03", "ESTIMATE", "120"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-14, true",
        "2017-12-15, false",
        "2018-03-14, false",
        "2018-03-15, true",
    })
    void theDaysAreThoseOfTheRegimesCalendar(String day, boolean outside) {
        String stock = new IndicatorBuilder().create();
        String regime = new RegimeBuilder()
                .owner(returns.scene().department())
                .with("calendar", "ADMINISTRATIVE_15_14")
                .expects(stock, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        Answer filed = new SubmissionBuilder(regime, returns.scene().operator())
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "7", "asOf": "%s"}""".formatted(stock, day))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed).contains("outside-window WARNING")).isEqualTo(outside);
    }

    @ParameterizedTest
    @CsvSource({"2017-12-31, true", "2018-01-01, false", "2018-03-31, false", "2018-04-01, true"})
    void theFirstAndTheLastDayAreWithin(String day, boolean outside) {
        Answer filed = returns.filing("2018-Q1")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "7", "asOf": "%s"}""".formatted(revenue, day))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed).contains("outside-window WARNING")).isEqualTo(outside);
    }
}
