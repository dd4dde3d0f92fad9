package vn.kybao.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.kybao.api.model.Qualifier;

/**
 * Whether a number that a text states may be said of a figure. The figure is rounded half up to the digits that the text
 * prints. {@code Trên 45} is said of 45 and more. {@code Khoảng 500} is said of what rounds to 500 by its last digit that
 * is not zero, at least 2 % and at most 10 % either way; {@code gần 500} of as much below it by one such digit, and of
 * nothing above.
 *
 * @param value what the text states
 * @param digits the fraction digits that it prints
 * @param qualifier how exactly it is meant
 */
record Agreement(BigDecimal value, int digits, Qualifier qualifier) {
    private static final BigDecimal LEAST = new BigDecimal("0.02");
    private static final BigDecimal MOST = new BigDecimal("0.1");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Whether it may be said of the figure. */
    boolean holds(BigDecimal figure) {
        // "Giảm hơn 5%" is said of -6: more of a decrease is less.
        boolean mirrored = value.signum() < 0;
        BigDecimal stated = mirrored ? value.negate() : value;
        BigDecimal found = rounded(mirrored ? figure.negate() : figure);
        int order = found.compareTo(stated);
        return switch (qualifier) {
            case EXACT -> order == 0;
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case NEARLY -> order <= 0 && stated.subtract(found).compareTo(tolerance(stated, BigDecimal.ONE)) <= 0;
            case ABOUT -> stated.subtract(found).abs().compareTo(tolerance(stated, HALF)) <= 0;
        };
    }

    /** Whether two statements may be about one figure. */
    boolean isCompatible(Agreement other) {
        return holds(other.value) || other.holds(value);
    }

    private BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal tolerance(BigDecimal stated, BigDecimal share) {
        BigDecimal last =
                BigDecimal.ONE.scaleByPowerOfTen(-stated.stripTrailingZeros().scale());
        return last.multiply(share).max(stated.multiply(LEAST)).min(stated.multiply(MOST));
    }
}
