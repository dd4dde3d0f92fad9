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

/** Two ratios over a denominator that nobody filed: where the numbers that each allows begin and end. */
class PopulationIT {
    private static final String SPLIT = """
            [{"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false,
              "codes": [{"code": "a", "name": {"vi": "a"}}]}]""";

    private final String population = count();
    private final String[] counts = {count(), count()};
    private final String[] ratios = {ratio(counts[0], 1), ratio(counts[1], 1)};

    private static String count() {
        return new IndicatorBuilder().withJson("breakdowns", SPLIT).create();
    }

    private String ratio(String count, int per) {
        return new IndicatorBuilder()
                .withJson("unit", """
                        {"code": "per-%d", "name": {"vi": "trên đầu người"}}""".formatted(per))
                .withJson("breakdowns", SPLIT)
                .with("valueType", "RATIO")
                .with("kind", "RATIO")
                .with("decimals", 2)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE")
                .with("numerator", count)
                .with("denominator", population)
                .create();
    }

    private Returns returns() {
        return Returns.brokenDown("kind", counts[0], counts[1], ratios[0], ratios[1], population);
    }

    private SubmissionBuilder pairs(
            Returns returns, String measure, String one, String first, String two, String second) {
        return returns.filing("2018-Q1")
                .value(counts[0], measure, one)
                .value(ratios[0], measure, first)
                .value(counts[1], measure, two)
                .value(ratios[1], measure, second);
    }

    /** Rounded, 10 at 2 leaves 5 and 6, at 3 it leaves 3 and 4; 399 at 99,8 leaves 4 alone, and cut off no number. */
    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void theLeastIsLeftOutAndTheMostIsNot(String stated, boolean passes) {
        Returns returns = returns();
        Answer filed = pairs(returns, "ESTIMATE", "10", stated, "399", "99.8")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed).isEmpty())
                .as("10/4 and 399/4 lie in the middle of two printed numbers and round up")
                .isEqualTo(passes);
    }

    /** Cut off, 12 at 2 leaves 5 and 6, at 3 only 4, and at 2,0 only 6; 10 at 1 leaves 6 to 10. */
    @ParameterizedTest
    @CsvSource({"12, 2, 12, 3, false", "12, 2.0, 10, 1, true"})
    void cuttingOffHasEndsOfItsOwn(String one, String first, String two, String second, boolean passes) {
        Returns returns = returns();
        Answer filed = pairs(returns, "ESTIMATE", one, first, two, second)
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed).isEmpty()).isEqualTo(passes);
    }

    @Test
    void whatIsPlannedIsNotMixedWithWhatIsEstimated() {
        Returns returns = returns();
        Answer filed = returns.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .value(counts[1], "PLAN", "100")
                .value(ratios[1], "PLAN", "50")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed)).isEmpty();
        Returns planned = returns();
        assertThat(Returns.found(pairs(planned, "PLAN", "100", "10", "100", "50")
                        .file(planned.operator())
                        .is(201)))
                .as("told once, of plans as of estimates")
                .containsExactly("one-population WARNING");
    }

    @Test
    void thePopulationOfAPartIsItsOwn() {
        String part = """
                {"indicator": "%s", "measure": "ESTIMATE", "value": "%s", "breakdown": {"kind": "a"}}""";
        Returns returns = returns();
        SubmissionBuilder filing = returns.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .valueJson(part.formatted(counts[1], "100"))
                .valueJson(part.formatted(ratios[1], "50"));
        assertThat(Returns.found(filing.file(returns.operator()).is(201))).isEmpty();
        Answer both = returns.filing("2018-Q1")
                .valueJson(part.formatted(counts[0], "100"))
                .valueJson(part.formatted(ratios[0], "10"))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(both)).containsExactly("one-population WARNING");
    }

    @Test
    void whereThePopulationIsThereEachRatioIsHeldAgainstIt() {
        Returns returns = returns();
        Answer filed = pairs(returns, "ESTIMATE", "100", "10", "100", "50")
                .value(population, "ESTIMATE", "10")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed)).containsExactly("stated-ratio WARNING");
    }

    @Test
    void whatIsOnlyAboutSoMuchAndWhatIsZeroSayNothingOfThePopulation() {
        Returns returns = returns();
        Answer about = returns.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .value(counts[1], "ESTIMATE", "100")
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "50", "qualifier": "ABOUT"}""".formatted(ratios[1]))
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(about)).isEmpty();
        Returns others = returns();
        assertThat(Returns.found(pairs(others, "ESTIMATE", "100", "10", "5", "0")
                        .file(others.operator())
                        .is(201)))
                .isEmpty();
    }

    @Test
    void aRatioIsTakenPerWhatItsUnitSays() {
        String perThousand = ratio(counts[1], 1000);
        Returns returns = Returns.of(counts[0], counts[1], ratios[0], perThousand, population);
        Answer filed = returns.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .value(counts[1], "ESTIMATE", "2")
                .value(perThousand, "ESTIMATE", "200")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed)).as("both leave ten").isEmpty();
    }

    /** A ratio over the same denominator stands under a regime of its own. */
    @Test
    void aRatioIsHeldAgainstThoseOfOtherRegimes() {
        Returns returns = returns();
        String other = new RegimeBuilder()
                .owner(returns.scene().department())
                .expects(counts[1], "QUARTER")
                .expects(ratios[1], "QUARTER")
                .autoApprove()
                .create();
        Collections.open(other, "2018-Q1");
        new SubmissionBuilder(other, returns.scene().operator())
                .value(counts[1], "ESTIMATE", "100")
                .value(ratios[1], "ESTIMATE", "50")
                .file(returns.operator())
                .is(201);
        Returns first = returns.also(counts[0], ratios[0]);
        Answer filed = first.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed)).containsExactly("one-population WARNING");
    }

    /** The second ratio stands since an earlier filing. */
    @Test
    void aRatioIsHeldAgainstThoseThatStand() {
        Returns returns = returns();
        returns.filing("2018-Q1")
                .value(counts[0], "ESTIMATE", "100")
                .value(ratios[0], "ESTIMATE", "10")
                .file(returns.operator())
                .is(201);
        Answer filed = returns.filing("2018-Q1")
                .value(counts[1], "ESTIMATE", "100")
                .value(ratios[1], "ESTIMATE", "50")
                .file(returns.operator())
                .is(201);
        assertThat(Returns.found(filed)).containsExactly("one-population WARNING");
    }
}
