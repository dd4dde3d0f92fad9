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

class FormulaTest {
    private static final Map<String, BigDecimal> FIGURES = Map.of(
            "aa", new BigDecimal("0.1"),
            "mobile-subscriptions", new BigDecimal("1238047"),
            "population", new BigDecimal("1290572"),
            "zero", BigDecimal.ZERO);

    private static BigDecimal evaluate(String source) throws Formula.UnreadableException {
        return Formula.parse(source)
                .evaluate(reference -> FIGURES.get(reference.indicator()))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{mobile-subscriptions} - {population} | -52525",
                "100 * {mobile-subscriptions} / {population} | 95.93",
                "MAX({zero}, MIN(3, 2)) | 2",
                "2 * {aa} / 3 | 0.07",
                "IF({zero} = 0, 5, 6) | 5",
                "-({zero} + 1) | -1"
            })
    void formulasAreEvaluatedExactly(String source, BigDecimal expected) throws Formula.UnreadableException {
        assertThat(evaluate(source).setScale(expected.scale(), java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @Test
    void decimalsAreNotDoubles() throws Formula.UnreadableException {
        assertThat(Formula.parse("{tenth} + {tenth} + {tenth}").evaluate(r -> new BigDecimal("0.1")))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("0.3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{aa} / {zero}", "{population} + {unknown-one}", "{population} * {population} * {population}"})
    void aMissingFigureAZeroDivisorAndWhatIsNoFigureAreNoValue(String source) throws Formula.UnreadableException {
        assertThat(evaluate(source)).isNull();
    }

    @Test
    void referencesTakeMeasurePeriodAndBreakdown() throws Formula.UnreadableException {
        Formula formula = Formula.parse(
                "1 + {mobile-subscriptions measure=PLAN period=previous-year breakdown.payment=prepaid} * 2");
        Reference reference = formula.references().getFirst();
        assertThat(reference.indicator()).isEqualTo("mobile-subscriptions");
        assertThat(reference.measure()).isEqualTo(Measure.PLAN);
        assertThat(reference.period()).isEqualTo("previous-year");
        assertThat(reference.breakdown()).containsExactly(Map.entry("payment", "prepaid"));
        assertThat(reference.position()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{population} + | 15",
                "{population measure=GUESS} | 12",
                "1 + {population period=2018-Q5} | 16",
                "1 + {Population} | 4",
                "{population} + x | 15",
                "{population} + RANDOM() | 15",
                "{population} ^ 2 | 13",
                "{population} * 1e99 | 15",
                "{population} + r0 | 15",
                "2{population} | 1",
                "{population}0 | 0",
                "{population} + 'a' | 15",
                "{population} > 1 | 0",
                "5 | 0",
                "{population} + (2 | 0",
                "{population | 0"
            })
    void whatCannotBeReadSaysWhere(String source, int position) {
        assertThatThrownBy(() -> Formula.parse(source))
                .isInstanceOfSatisfying(
                        Formula.UnreadableException.class,
                        e -> assertThat(e.position()).isBetween(Math.max(0, position - 2), position + 1));
    }
}
