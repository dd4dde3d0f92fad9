package vn.kybao.contract;

import java.math.BigDecimal;

/** Decimals as the wire carries them. */
public final class Decimals {
    private Decimals() {}

    /** Plain notation without trailing zeros and without a negative zero: {@code 7}, {@code 86.93}. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
