package vn.kybao.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "989342; 989.342; 989,342",
                "62.85; 62,85; 62.85",
                "1234.5; 1.234,5; 1,234.5",
                "62.850; 62,85; 62.85",
                "-1500.25; -1.500,25; -1,500.25",
                "0.00; 0; 0",
                "0.00005; 0,00005; 0.00005",
                "73.94955; 73,94955; 73.94955",
                "1E+6; 1.000.000; 1,000,000",
                "12345678901234567890123456789.123456789; 12.345.678.901.234.567.890.123.456.789,123456789; 12,345,678,901,234,567,890,123,456,789.123456789"
            })
    void aNumberIsWrittenWithEveryDigitItHas(String value, String vietnamese, String english) {
        BigDecimal number = new BigDecimal(value);
        assertThat(Numbers.in(Language.VI, number)).isEqualTo(vietnamese);
        assertThat(Numbers.in(Language.EN, number)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"98; 2; 98,00", "62.85; 1; 62,85", "6.6; 1; 6,6", "-7; 1; -7,0", "1234; 0; 1.234", "0; 3; 0,000"})
    void aNumberHasNoFewerDigitsAfterTheCommaThanAreAskedFor(BigDecimal value, int fewest, String written) {
        assertThat(Numbers.in(Language.VI, value, fewest)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"33.333333333333, 33.5, 4", "1.00004, 1, 5", "1.000044, 1.00004, 6", "1, 1.0, 4", "0.00005, 0.0001, 5"})
    void calculatedNumbersHaveTheDigitsThatTellThemApart(BigDecimal one, BigDecimal other, int digits) {
        assertThat(Numbers.telling(one, other)).isEqualTo(digits);
    }

    @Test
    void numbersThatDifferBeyondAllMeasureAreShownAllTheSame() {
        assertThat(Numbers.telling(new BigDecimal("1e-90"), BigDecimal.ZERO)).isEqualTo(4);
    }
}
