package vn.kybao.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.ComparisonReason;
import vn.kybao.api.model.ComparisonResult;
import vn.kybao.api.model.ValueType;

/** One figure against another: the percentage, half up to one decimal, and the difference. */
public final class Comparing {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Comparing() {}

    /**
     * Compares.
     *
     * @param current the figure, or null
     * @param base what it is compared with, or null
     * @param valueType a rank has a difference only
     * @param reading how the percentage is to be read
     * @param obstacle why the two cannot be compared although both are there, or null
     */
    public static ComparisonResult compare(
            @Nullable BigDecimal current,
            @Nullable BigDecimal base,
            ValueType valueType,
            ComparisonReading reading,
            @Nullable ComparisonReason obstacle) {
        ComparisonResult result = new ComparisonResult().reading(reading);
        if (current == null) {
            return result.comparable(false).reason(ComparisonReason.NO_FIGURE);
        }
        if (base == null) {
            return result.comparable(false).reason(ComparisonReason.NO_BASE);
        }
        result.difference(current.subtract(base));
        if (valueType == ValueType.RANK) {
            return result.comparable(obstacle == null).reason(ComparisonReason.NOT_MEANINGFUL);
        }
        if (base.signum() == 0) {
            return result.comparable(false).reason(ComparisonReason.DIVISION_BY_ZERO);
        }
        BigDecimal percent = current.multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
        return result.percent(percent).comparable(obstacle == null).reason(obstacle);
    }
}
