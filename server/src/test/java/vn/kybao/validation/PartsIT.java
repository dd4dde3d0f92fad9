package vn.kybao.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.SubmissionBuilder;

/** Parts and their total, balances. */
class PartsIT {
    private static String split(IndicatorBuilder indicator, String dimension, boolean exhaustive, String... codes) {
        StringBuilder listed = new StringBuilder();
        for (String code : codes) {
            listed.append(listed.isEmpty() ? "" : ", ").append("""
                    {"code": "%s", "name": {"vi": "%s"}}""".formatted(code, code));
        }
        return indicator
                .withJson("breakdowns", """
                        [{"dimension": "%s", "name": {"vi": "Phân tổ"}, "exhaustive": %s, "codes": [%s]}]""".formatted(dimension, exhaustive, listed))
                .create();
    }

    private static SubmissionBuilder part(
            SubmissionBuilder filing, String indicator, String dimension, String code, String value) {
        return filing.valueJson("""
                {"itemRef": "%s", "indicator": "%s", "measure": "ESTIMATE", "value": "%s", "breakdown": {"%s": "%s"}}""".formatted(code, indicator, value, dimension, code));
    }

    /** 18 tasks, of which 9 of one kind and 9 of the other. */
    @Test
    void exhaustivePartsThatMakeTheTotalPass() {
        String tasks = split(new IndicatorBuilder(), "kind", true, "assigned", "own");
        Returns returns = Returns.brokenDown("kind", tasks);
        SubmissionBuilder filing = returns.filing("2018-Q1").value(tasks, "ESTIMATE", "18");
        part(part(filing, tasks, "kind", "assigned", "9"), tasks, "kind", "own", "9");
        assertThat(Returns.found(filing.file(returns.operator()).is(201))).isEmpty();
    }

    /** 38 received are not 36 + 1. */
    @Test
    void exhaustivePartsThatDoNotMakeTheTotalAreRefusedWithWhatTheyMake() {
        String received = split(new IndicatorBuilder(), "state", true, "done", "open");
        Returns returns = Returns.brokenDown("state", received);
        SubmissionBuilder filing = returns.filing("2018-Q1").value(received, "ESTIMATE", "38");
        part(part(filing, received, "state", "done", "36"), received, "state", "open", "1");
        Answer refused = filing.file(returns.operator()).is(422);
        JsonNode finding = Returns.findings(refused, "parts-equal-total").getFirst();
        assertThat(finding.path("pointer").asText()).isEqualTo("/values/0/value");
        assertThat(finding.path("actual").asText()).isEqualTo("38");
        assertThat(finding.path("expected").asText()).isEqualTo("37");
        assertThat(finding.path("message").asText())
                .contains("38")
                .contains("37")
                .contains("2 phần");
    }

    @Test
    void nothingIsSaidWhileAPartIsMissingOrTheSplitIsNotExhaustive() {
        String received = split(new IndicatorBuilder(), "state", true, "done", "open");
        Returns returns = Returns.brokenDown("state", received);
        SubmissionBuilder filing = returns.filing("2018-Q1").value(received, "ESTIMATE", "38");
        part(filing, received, "state", "done", "36");
        assertThat(Returns.found(filing.file(returns.operator()).is(201))).isEmpty();

        String loose = split(new IndicatorBuilder(), "state", false, "done", "open");
        Returns others = Returns.brokenDown("state", loose);
        SubmissionBuilder all = others.filing("2018-Q1").value(loose, "ESTIMATE", "38");
        part(part(all, loose, "state", "done", "3"), loose, "state", "open", "3");
        assertThat(Returns.found(all.file(others.operator()).is(201))).isEmpty();
    }

    /** 3 = 1 + 1 + 1 stands; a later revision of one part alone breaks it. */
    @Test
    void aPartThatIsFiledLaterIsHeldAgainstWhatStands() {
        String cases = split(new IndicatorBuilder(), "kind", true, "a", "b", "c");
        Returns returns = Returns.brokenDown("kind", cases);
        SubmissionBuilder first = returns.filing("2018-Q1").value(cases, "ESTIMATE", "3");
        part(part(part(first, cases, "kind", "a", "1"), cases, "kind", "b", "1"), cases, "kind", "c", "1")
                .file(returns.operator())
                .is(201);
        SubmissionBuilder second = returns.filing("2018-Q1");
        Answer refused =
                part(second, cases, "kind", "c", "2").file(returns.operator()).is(422);
        JsonNode finding = Returns.findings(refused, "parts-equal-total").getFirst();
        assertThat(finding.path("itemRef").asText()).isEqualTo("c");
        assertThat(finding.path("expected").asText()).isEqualTo("4");
    }

    private static IndicatorBuilder density() {
        return new IndicatorBuilder()
                .with("valueType", "RATIO")
                .with("kind", "RATIO")
                .with("decimals", 2)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE");
    }

    /** Two parts, two decimals: the total may be 0,01 away. */
    @Test
    void partsOfADensityAddUpWithinHalfAUnitInTheLastPlaceEach() {
        String density = split(density(), "kind", true, "fixed", "mobile");
        Returns returns = Returns.brokenDown("kind", density);
        SubmissionBuilder within = returns.filing("2018-Q1").value(density, "ESTIMATE", "15.48");
        part(part(within, density, "kind", "fixed", "2.45"), density, "kind", "mobile", "13.02");
        assertThat(Returns.found(within.file(returns.operator()).is(201))).isEmpty();

        SubmissionBuilder beyond = returns.filing("2018-Q2").value(density, "ESTIMATE", "15.49");
        part(part(beyond, density, "kind", "fixed", "2.45"), density, "kind", "mobile", "13.02");
        assertThat(Returns.found(beyond.file(returns.operator()).is(201)))
                .containsExactly("additive-densities WARNING");
    }

    private static String balance() {
        return split(new IndicatorBuilder(), "balance", false, "opening", "in", "out", "closing");
    }

    private static Answer balance(
            Returns returns, String indicator, String period, String open, String in, String out, String close) {
        SubmissionBuilder filing = returns.filing(period);
        part(filing, indicator, "balance", "opening", open);
        part(filing, indicator, "balance", "in", in);
        part(filing, indicator, "balance", "out", out);
        part(filing, indicator, "balance", "closing", close);
        return filing.file(returns.operator()).is(201);
    }

    @Test
    void aBalanceHoldsWithinItsPeriodAndAcrossToTheNext() {
        String mailboxes = balance();
        Returns returns = Returns.brokenDown("balance", mailboxes);
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q1", "100", "20", "5", "115")))
                .isEmpty();
        assertThat(Returns.found(balance(returns, mailboxes, "2018-Q2", "115", "1", "0", "116")))
                .isEmpty();
    }

    @Test
    void aBalanceThatDoesNotHoldIsWarnedOf() {
        String mailboxes = balance();
        Returns returns = Returns.brokenDown("balance", mailboxes);
        Answer within = balance(returns, mailboxes, "2018-Q1", "100", "20", "5", "116");
        JsonNode finding = Returns.findings(within, "stock-identity").getFirst();
        assertThat(finding.path("severity").asText()).isEqualTo("WARNING");
        assertThat(finding.path("expected").asText()).isEqualTo("115");
        Answer across = balance(returns, mailboxes, "2018-Q2", "115", "1", "0", "116");
        assertThat(Returns.findings(across, "stock-identity"))
                .singleElement()
                .satisfies(f -> assertThat(f.path("message").asText())
                        .contains("đầu kỳ 115")
                        .contains("2018-Q1")
                        .contains("116"));
    }

    /** The period after it stands already when an earlier closing is corrected. */
    @Test
    void aClosingIsHeldAgainstTheNextOpeningToo() {
        String mailboxes = balance();
        Returns returns = Returns.brokenDown("balance", mailboxes);
        balance(returns, mailboxes, "2018-Q2", "115", "1", "0", "116");
        SubmissionBuilder filing = returns.filing("2018-Q1");
        Answer late = part(filing, mailboxes, "balance", "closing", "114")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(late)).containsExactly("stock-identity WARNING");
    }
}
