package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "98 | - | 0",
                "98.00 | - | 2",
                "7 | 7,0 | 1",
                "86.93 | 86,93 | 2",
                "87.9 | 87.9 | 1",
                "1501 | 1.501 | 0",
                "2500 | 2.500 | 0",
                "1234567 | 1.234.567 | 0",
                "62.85 | 62,85% | 2",
                "3 | 03 | 0",
                "0 | Không có | 0",
                "1234.5 | 1.234,5 | 1"
            })
    void fractionDigitsAreThoseOfThePrintedFigure(BigDecimal value, String text, int digits) {
        assertThat(Precision.of(value, text)).isEqualTo(digits);
    }
}
