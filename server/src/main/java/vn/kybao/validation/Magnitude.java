package vn.kybao.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How many times one number is another, as far as that makes one doubt its unit. */
public final class Magnitude {
    /** Half an order of magnitude below a thousand: √10⁵. Nearer to a thousand than to a hundred counts. */
    private static final BigDecimal JUMP = new BigDecimal("316");

    private static final BigDecimal MANY = new BigDecimal("10000");

    private Magnitude() {}

    /** The factor between the two, as it is shown; empty when it is too small to doubt a unit, or one of them is 0. */
    public static Optional<BigDecimal> jump(BigDecimal one, BigDecimal other) {
        if (one.signum() == 0 || other.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal small = one.abs().min(other.abs());
        BigDecimal large = one.abs().max(other.abs());
        if (large.compareTo(small.multiply(JUMP)) < 0) {
            return Optional.empty();
        }
        BigDecimal factor = large.divide(small, MathContext.DECIMAL64);
        return Optional.of(
                factor.compareTo(MANY) < 0
                        ? factor.setScale(0, RoundingMode.HALF_UP)
                        : new BigDecimal(factor.round(new MathContext(2)).toPlainString()));
    }
}
