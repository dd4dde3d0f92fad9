package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.SubmissionBuilder;

/** Which figures a split concerns: those of one measure and of one breakdown, stated exactly. */
class BreakdownsIT {
    private static String dimension(String name, boolean exhaustive, String... codes) {
        StringBuilder listed = new StringBuilder();
        for (String code : codes) {
            listed.append(listed.isEmpty() ? "" : ", ").append("""
                    {"code": "%s", "name": {"vi": "%s"}}""".formatted(code, code));
        }
        return """
                {"dimension": "%s", "name": {"vi": "Phân tổ"}, "exhaustive": %s, "codes": [%s]}""".formatted(name, exhaustive, listed);
    }

    private static String split(IndicatorBuilder indicator, String... dimensions) {
        return indicator
                .withJson("breakdowns", "[" + String.join(", ", dimensions) + "]")
                .create();
    }

    private static IndicatorBuilder ratio(String valueType, String kind) {
        return new IndicatorBuilder()
                .with("valueType", valueType)
                .with("kind", kind)
                .with("decimals", 2)
                .withJson("denominatorName", """
                        {"vi": "Tổng số"}""")
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE");
    }

    /** One value of an indicator under a breakdown such as {@code "kind": "a"}. */
    private static String value(String indicator, String measure, String value, String breakdown, String more) {
        return """
                {"indicator": "%s", "measure": "%s", "value": "%s", "breakdown": {%s}%s}""".formatted(indicator, measure, value, breakdown, more);
    }

    private static String estimate(String indicator, String value, String breakdown) {
        return value(indicator, "ESTIMATE", value, breakdown, "");
    }

    private static Answer file(Returns returns, String period, String... values) {
        SubmissionBuilder filing = returns.filing(period);
        for (String value : values) {
            filing.valueJson(value);
        }
        return filing.file(returns.operator());
    }

    private static final String A = "\"kind\": \"a\"";
    private static final String B = "\"kind\": \"b\"";

    @Test
    void aPartOfASplitIsHeldAgainstItsOwnParts() {
        String cases =
                split(new IndicatorBuilder(), dimension("kind", true, "a", "b"), dimension("state", true, "x", "y"));
        Returns returns = Returns.brokenDown("kind\", \"state", cases);
        Answer refused = file(
                returns,
                "2018-Q1",
                estimate(cases, "10", ""),
                estimate(cases, "6", A),
                estimate(cases, "4", B),
                estimate(cases, "3", A + ", \"state\": \"x\""),
                estimate(cases, "2", A + ", \"state\": \"y\""));
        refused.is(422);
        assertThat(Returns.found(refused)).containsExactly("parts-equal-total ERROR");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/values/1/value");
        assertThat(refused.text("/errors/0/expected")).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({"EXACT,422", "ABOUT,201", "AT_LEAST,201"})
    void partsThatAreOnlyAboutSoMuchNeedNotMakeTheTotal(String qualifier, int status) {
        String cases = split(new IndicatorBuilder(), dimension("kind", true, "a", "b"));
        file(
                        Returns.brokenDown("kind", cases),
                        "2018-Q1",
                        estimate(cases, "10", ""),
                        estimate(cases, "6", A),
                        value(cases, "ESTIMATE", "5", B, ", \"qualifier\": \"" + qualifier + '"'))
                .is(status);
    }

    @Test
    void partsOfOneMeasureAreNotHeldAgainstATotalOfAnother() {
        String cases = split(new IndicatorBuilder(), dimension("kind", true, "a", "b"));
        Returns returns = Returns.brokenDown("kind", cases);
        file(returns, "2018-Q1", value(cases, "PLAN", "10", "", ""), estimate(cases, "6", A), estimate(cases, "5", B))
                .is(201);
    }

    @Test
    void aPartThatWasClearedIsMissing() {
        String cases = split(new IndicatorBuilder(), dimension("kind", true, "a", "b"));
        Returns returns = Returns.brokenDown("kind", cases);
        file(returns, "2018-Q1", estimate(cases, "10", ""), estimate(cases, "6", A), estimate(cases, "4", B))
                .is(201);
        file(returns, "2018-Q1", """
                {"indicator": "%s", "measure": "ESTIMATE", "state": "NOT_REPORTED", "value": null, "breakdown": {%s}}""".formatted(cases, B), estimate(cases, "7", A))
                .is(201);
    }

    /** Of the refused value nothing can be said, so nothing is said of its total with what stood before it. */
    @Test
    void aRefusedPartIsHeldAgainstNothing() {
        String cases = split(new IndicatorBuilder(), dimension("kind", true, "a", "b"));
        Returns returns = Returns.brokenDown("kind", cases);
        file(returns, "2018-Q1", estimate(cases, "10", ""), estimate(cases, "6", A), estimate(cases, "4", B))
                .is(201);
        Answer refused = file(returns, "2018-Q1", estimate(cases, "11", ""), estimate(cases, "-5", B))
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("count-integral");
    }

    @Test
    void ranksDoNotAddUp() {
        String rank = split(ratio("RANK", "STOCK"), dimension("kind", true, "a", "b"));
        Answer filed = file(
                Returns.brokenDown("kind", rank),
                "2018-Q1",
                estimate(rank, "3", ""),
                estimate(rank, "5", A),
                estimate(rank, "9", B));
        assertThat(Returns.found(filed.is(201))).isEmpty();
    }

    /** The coarsest of the figures decides: one of them was printed without decimals. */
    @ParameterizedTest
    @CsvSource({"RATIO,RATIO", "QUANTITY,RATIO", "RATIO,STOCK", "PERCENT,STOCK"})
    void aRatioIsAllowedHalfAUnitOfItsCoarsestDigitForEachPart(String valueType, String kind) {
        String density = split(ratio(valueType, kind), dimension("kind", true, "a", "b"));
        Returns returns = Returns.brokenDown("kind", density);
        assertThat(Returns.found(file(
                                returns,
                                "2018-Q1",
                                estimate(density, "16", ""),
                                estimate(density, "2.45", A),
                                estimate(density, "13.02", B))
                        .is(201)))
                .isEmpty();
        assertThat(Returns.found(file(
                                returns,
                                "2018-Q2",
                                estimate(density, "17", ""),
                                estimate(density, "2.45", A),
                                estimate(density, "13.02", B))
                        .is(201)))
                .containsExactly("additive-densities WARNING");
    }

    @Test
    void aRatioOfAPartIsHeldAgainstThatPart() {
        String kinds = dimension("kind", false, "a", "b");
        String done = split(new IndicatorBuilder(), kinds);
        String all = split(new IndicatorBuilder(), kinds);
        String share = split(ratio("PERCENT", "RATIO").with("numerator", done).with("denominator", all), kinds);
        Returns returns = Returns.brokenDown("kind", done, all, share);
        Answer filed = file(
                returns,
                "2018-Q1",
                estimate(done, "50", ""),
                estimate(all, "100", ""),
                estimate(share, "50", ""),
                estimate(done, "1", A),
                estimate(all, "4", A),
                estimate(share, "50", A));
        assertThat(Returns.found(filed.is(201))).containsExactly("stated-ratio WARNING");
        assertThat(filed.text("/findings/0/expected")).isEqualTo("25");
    }

    private static String balance(String side) {
        return "\"balance\": \"" + side + '"';
    }

    private static Answer balance(
            Returns returns, String indicator, String period, String group, String measure, String... values) {
        String[] sides = {"opening", "in", "out", "closing"};
        String[] rows = new String[4];
        for (int i = 0; i < 4; i++) {
            rows[i] =
                    value(indicator, measure, values[i], group + balance(sides[i]), values.length > 4 ? values[4] : "");
        }
        return file(returns, period, rows).is(201);
    }

    private final String mailboxes = split(
            new IndicatorBuilder(),
            dimension("kind", false, "a", "b"),
            dimension("balance", false, "opening", "in", "out", "closing"));

    @Test
    void theBalanceOfAPartIsItsOwn() {
        Returns returns = Returns.brokenDown("kind\", \"balance", mailboxes);
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q1", "", "ESTIMATE", "100", "0", "0", "100")))
                .as("nothing came in and nothing went out")
                .isEmpty();
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q3", "", "ESTIMATE", "0", "3", "0", "4")))
                .as("zero is a figure")
                .containsExactly("stock-identity WARNING");
        Answer wrong = balance(returns, mailboxes, "2018-Q1", A + ", ", "ESTIMATE", "10", "2", "1", "12");
        assertThat(Returns.found(wrong)).as("told once").containsExactly("stock-identity WARNING");
        assertThat(wrong.text("/findings/0/expected")).isEqualTo("11");
        Answer next = balance(returns, mailboxes, "2018-Q2", A + ", ", "ESTIMATE", "12", "0", "0", "12");
        assertThat(Returns.found(next)).isEmpty();
    }

    @Test
    void aBalanceOfOneMeasureIsNotHeldAgainstAWeakerOne() {
        Returns returns = Returns.brokenDown("kind\", \"balance", mailboxes);
        balance(returns, mailboxes, "2018-Q1", "", "ESTIMATE", "100", "0", "0", "100");
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q2", "", "PLAN", "90", "0", "0", "90")))
                .isEmpty();
    }

    @Test
    void aBalanceThatIsOnlyAboutSoMuchIsNotHeldAgainstAnything() {
        Returns returns = Returns.brokenDown("kind\", \"balance", mailboxes);
        String about = ", \"qualifier\": \"ABOUT\"";
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q1", "", "ESTIMATE", "100", "9", "0", "100", about)))
                .isEmpty();
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q2", "", "ESTIMATE", "90", "0", "0", "90")))
                .isEmpty();
    }

    /** After nine months comes the year, not another nine months. */
    @Test
    void nineMonthsDoNotOpenWithWhatOtherNineMonthsClosed() {
        Returns returns = Returns.brokenDown("kind\", \"balance", mailboxes);
        balance(returns, mailboxes, "2017-9M", "", "ESTIMATE", "100", "0", "0", "100");
        assertThat(Returns.found(balance(returns, mailboxes, "2018-9M", "", "ESTIMATE", "90", "0", "0", "90")))
                .isEmpty();
    }
}
