package vn.kybao.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.ComparisonResult;
import vn.kybao.api.model.ValueType;

class ComparingTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "87.9,86.93,COUNT,101.1,0.97,-",
                "650,610,MONEY,106.6,40,-",
                "30,20,PERCENT,150.0,10,-",
                "1,8,COUNT,12.5,-7,-",
                "0.0005,1,RATIO,0.1,-0.9995,-",
                "0,15,COUNT,0.0,-15,-",
                "0,0,COUNT,-,0,division-by-zero",
                "5,0,COUNT,-,5,division-by-zero",
                "3,5,RANK,-,-2,not-meaningful",
                "-,5,COUNT,-,-,no-figure",
                "5,-,COUNT,-,-,no-base",
                "-5,10,MONEY,-50.0,-15,-"
            })
    void percentHalfUpToOneDecimalAndDifference(
            BigDecimal current,
            BigDecimal base,
            ValueType type,
            BigDecimal percent,
            BigDecimal difference,
            String why) {
        ComparisonResult result = Comparing.compare(current, base, type, ComparisonReading.CLOSENESS, null);
        assertThat(result.getPercent()).isEqualTo(percent);
        assertThat(result.getDifference()).isEqualTo(difference);
        assertThat(result.getReason() == null ? null : result.getReason().getValue())
                .isEqualTo(why);
        assertThat(result.getComparable()).isEqualTo(why == null || why.equals("not-meaningful"));
    }
}
