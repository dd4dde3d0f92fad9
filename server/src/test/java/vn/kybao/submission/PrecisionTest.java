package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.ValueType;

class PrecisionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "98 | - | PERCENT | 0",
                "98.00 | - | PERCENT | 2",
                "7 | 7,0 | RATIO | 1",
                "86.93 | 86,93 | PERCENT | 2",
                "87.9 | 87.9 | RATIO | 1",
                "1501 | 1.501 | COUNT | 0",
                "2500 | 2.500 | MONEY | 0",
                "1234567 | 1.234.567 | COUNT | 0",
                "62.85 | 62,85% | PERCENT | 2",
                "3 | 03 | COUNT | 0",
                "0 | Không có | COUNT | 0",
                "1234.5 | 1.234,5 | QUANTITY | 1",
                "1.5 | 1.501 | QUANTITY | 1",
                "12 | khoảng một tá | COUNT | 0"
            })
    void fractionDigitsAreThoseOfThePrintedFigure(BigDecimal value, String text, ValueType type, int digits) {
        assertThat(Precision.of(value, text, type, 2, "unit")).isEqualTo(digits);
    }
}
