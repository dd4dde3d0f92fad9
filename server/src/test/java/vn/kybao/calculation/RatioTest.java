package vn.kybao.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.ValueType;

class RatioTest {
    private static Optional<BigDecimal> scale(ValueType type, String unit, @Nullable String formula)
            throws Formula.UnreadableException {
        return Ratio.of("above", "below", type, unit, formula == null ? null : Formula.parse(formula))
                .map(Ratio::scale);
    }

    @Test
    void aPercentageIsOfAHundred() throws Formula.UnreadableException {
        assertThat(scale(ValueType.PERCENT, "percent", null)).contains(new BigDecimal("100"));
    }

    @ParameterizedTest
    @CsvSource({"per-1, 1", "per-100-inhabitants, 100", "per-1000, 1000", "per-100000-inhabitants, 100000"})
    void aUnitSaysPerHowMany(String unit, BigDecimal scale) throws Formula.UnreadableException {
        assertThat(scale(ValueType.RATIO, unit, null)).contains(scale);
    }

    @Test
    void anyOtherUnitSaysNothing() throws Formula.UnreadableException {
        assertThat(scale(ValueType.RATIO, "subscription", null)).isEmpty();
        assertThat(scale(ValueType.RATIO, "per-inhabitant", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{above} / {below}, 1", "100 * {above} / {below}, 100", "{above} / ({below} / 1000), 1000"})
    void aFormulaThatIsAQuotientHasItsFactor(String formula, BigDecimal scale) throws Formula.UnreadableException {
        assertThat(scale(ValueType.RATIO, "any", formula))
                .get()
                .satisfies(found -> assertThat(found).isEqualByComparingTo(scale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{above} - {below}",
                "({above} + 1) / {below}",
                "{above} / ({below} + 1)",
                "{above} * {below}",
                "0 - {above} / {below}",
                "{above} / ({above} + {below})",
                "{above} / {below} + {other} - {other}",
                "{above period=previous} / {below}"
            })
    void anyOtherFormulaIsNoQuotientOfTheTwo(String formula) throws Formula.UnreadableException {
        assertThat(scale(ValueType.PERCENT, "percent", formula)).isEmpty();
    }
}
