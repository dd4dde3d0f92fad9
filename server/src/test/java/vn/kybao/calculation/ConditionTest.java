package vn.kybao.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.Condition.Verdict;
import vn.kybao.calculation.Formula.UnreadableException;
import vn.kybao.calculation.Formula.UnreadableException.Reason;

class ConditionTest {
    private static final Map<String, BigDecimal> FIGURES = Map.of(
            "broadband-subscriptions", new BigDecimal("168021"),
            "fixed-subscriptions", new BigDecimal("31618"),
            "mobile-subscriptions", new BigDecimal("1238047"),
            "ten", BigDecimal.TEN,
            "zero", BigDecimal.ZERO);

    private static Verdict verdict(String source, String tolerance) throws UnreadableException {
        return Condition.parse(source)
                .evaluate(reference -> FIGURES.get(reference.indicator()), new BigDecimal(tolerance))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "=, 9.4, false",
        "=, 9.5, true",
        "=, 10, true",
        "=, 10.5, true",
        "=, 10.6, false",
        "==, 9.4, false",
        "==, 10.5, true",
        "!=, 9.4, true",
        "!=, 9.5, false",
        "!=, 10.5, false",
        "!=, 10.6, true",
        "<>, 10.5, false",
        "<>, 10.6, true",
        "<, 9.5, false",
        "<, 9.6, true",
        "<, 11, true",
        "<=, 9.4, false",
        "<=, 9.5, true",
        "<=, 11, true",
        ">, 10.4, true",
        ">, 10.5, false",
        ">, 9, true",
        ">=, 10.5, true",
        ">=, 10.6, false",
        ">=, 9, true"
    })
    void eachComparisonHoldsUpToTheToleranceAndNoFurther(String operator, String right, boolean holds)
            throws UnreadableException {
        assertThat(verdict("{ten} " + operator + " " + right, "0.5").holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "=, true, false, false",
        "!=, false, true, true",
        "<, false, true, false",
        "<=, true, true, false",
        ">, false, false, true",
        ">=, true, false, true"
    })
    void withoutToleranceTheFourthDecimalDecides(String operator, boolean same, boolean above, boolean below)
            throws UnreadableException {
        assertThat(verdict("{ten}" + operator + "10.0000", "0").holds()).isEqualTo(same);
        assertThat(verdict("{ten}" + operator + "10.0001", "0").holds()).isEqualTo(above);
        assertThat(verdict("{ten}" + operator + "9.9999", "0").holds()).isEqualTo(below);
    }

    @Test
    void theVerdictTellsBothSidesAndTheirDifference() throws UnreadableException {
        Verdict verdict = verdict("{broadband-subscriptions} <= {mobile-subscriptions} + {fixed-subscriptions}", "0");
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.left()).isEqualByComparingTo("168021");
        assertThat(verdict.right()).isEqualByComparingTo("1269665");
        assertThat(verdict.difference()).isEqualByComparingTo("-1101644");
    }

    @Test
    void aHyphenInACodeIsNoMinusAndDecimalsAreExact() throws UnreadableException {
        Condition condition = Condition.parse("{fixed-subscriptions} + {tenth} + {tenth} + {tenth} = 0.3");
        assertThat(condition.references()).extracting(Reference::indicator).startsWith("fixed-subscriptions", "tenth");
        assertThat(condition.evaluate(
                        r -> r.indicator().equals("tenth") ? new BigDecimal("0.1") : BigDecimal.ZERO, BigDecimal.ZERO))
                .hasValueSatisfying(verdict -> assertThat(verdict.holds()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 <= {ten} | true",
                "({ten} + 2) * 3 = 36 | true",
                "IF({zero} = 0, {ten}, 5) > 9 | true",
                "9 > IF({zero} >= 1, 5, {ten}) | false",
                "SUM({ten}, {zero}, 1) == 11 | true",
                "ABS({zero} - {ten}) = MAX({ten}, MIN({zero}, 3)) | true",
                "AVERAGE({ten}, {zero}) != 5 | false",
                "3 * {ten} / 3 = {ten} | true",
                "-{ten} < {zero} | true"
            })
    void aSideMayCalculateAndAComparisonInParenthesesIsItsOwn(String source, boolean holds) throws UnreadableException {
        assertThat(verdict(source, "0").holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{unknown-one} <= {ten}",
                "{ten} >= {unknown-one}",
                "{ten} / {zero} = 0",
                "0 = {ten} / {zero}",
                "{mobile-subscriptions} * {mobile-subscriptions} * {mobile-subscriptions} > 1"
            })
    void aMissingFigureAZeroDivisorAndWhatIsNoFigureGiveNoVerdict(String source) throws UnreadableException {
        assertThat(verdict(source, "0")).isNull();
    }

    @Test
    void referencesTakeArgumentsAndKeepTheirPlacesInTheWholeExpression() throws UnreadableException {
        Condition condition = Condition.parse(
                "2 * {ten measure=PLAN} <= ({zero period=previous-year breakdown.payment=prepaid} + {ten})");
        assertThat(condition.references()).extracting(Reference::position).containsExactly(4, 27, 83);
        assertThat(condition.references()).extracting(Reference::measure).containsExactly(Measure.PLAN, null, null);
        Reference part = condition.references().get(1);
        assertThat(part.period()).isEqualTo("previous-year");
        assertThat(part.breakdown()).containsExactly(Map.entry("payment", "prepaid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ten measure=GUESS} > 1 | 5 | measure=GUESS | SYNTAX",
                "{zero} < {ten  period=2018-Q5} | 15 | period=2018-Q5 | SYNTAX",
                "{zero} < {ten measure=PLAN colour=red} | 27 | colour=red | SYNTAX",
                "1 < {Ten} | 4 | {Ten} | SYNTAX",
                "1 < {} | 4 | {} | SYNTAX",
                "{ten > 1 | 0 | {ten > 1 | SYNTAX",
                "1 > {ten | 4 | {ten | SYNTAX",
                "({ten} + 1) x > 1 | 12 | x | SYNTAX",
                "({ten} + 1) > POWER(2) | 14 | POWER | SYNTAX",
                "{ten} > 1 AND {zero} < 1 | 10 | AND | SYNTAX",
                "OR({ten} > 1, {zero} < 1) | 0 | OR | SYNTAX",
                "{ten} > 1 && {zero} < 1 | 10 | & | SYNTAX",
                "NOT({ten} > 1) | 0 | NOT | SYNTAX",
                "{ten} > 1e99 | 8 | 1e99 | SYNTAX",
                "{ten} ^ 2 > 1 | 6 | ^ | SYNTAX",
                "{ten} > 'a' | 8 | ' | SYNTAX",
                "({ten} > 1 | 0 | ( | SYNTAX",
                "{ten}) > 1 | 5 | ) | SYNTAX",
                "{ten} >  | 6 | > | SYNTAX",
                "<= {ten} | 0 | <= | SYNTAX",
                "1 + ({ten} > 1) = 2 | 0 | 1 + ({ten} > 1) | SYNTAX",
                "2 = ({ten} > 1) | 4 | ({ten} > 1) | SYNTAX",
                "{zero} < {ten} < 11 | 15 | < | SECOND_COMPARISON",
                "{ten} => 1 | 7 | > | SECOND_COMPARISON",
                "{ten} = 1 == 2 | 10 | == | SECOND_COMPARISON",
                "{ten} + 1 | 0 | {ten} + 1 | NO_COMPARISON",
                "({ten} = 10) | 0 | ({ten} = 10) | NO_COMPARISON",
                "1 < 2 | 0 | 1 < 2 | NO_REFERENCE",
                "1 < {ten} / 0 | 4 | {ten} / 0 | NEVER_A_NUMBER",
                "1 / ({ten} - {ten}) < 1 | 0 | 1 / ({ten} - {ten}) | NEVER_A_NUMBER",
                "({ten} = 1) * 2 < 1 | 0 | ({ten} = 1) * 2 | NEVER_A_NUMBER"
            })
    void whatCannotBeReadSaysWhereWhatAndWhy(String source, int position, String found, Reason reason) {
        assertThatThrownBy(() -> Condition.parse(source)).isInstanceOfSatisfying(UnreadableException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.position()).isEqualTo(position);
            assertThat(e.found()).isEqualTo(found);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ten} + > 1", "1 < {ten} * / 2", "{ten}, {zero} < 1", "{ten} 2 < 1", "MAX() < {ten}"})
    void whatTheExpressionLibraryRefusesLiesWithinTheSource(String source) {
        assertThatThrownBy(() -> Condition.parse(source)).isInstanceOfSatisfying(UnreadableException.class, e -> {
            assertThat(e.position()).isBetween(0, source.length() - 1);
            assertThat(source.substring(e.position())).startsWith(e.found());
        });
    }
}
