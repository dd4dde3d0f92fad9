package vn.kybao.number;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units of money that have a scale: đồng, triệu đồng, tỷ đồng. */
public final class Money {
    private static final Map<String, Integer> SHIFTS = Map.of("vnd", 0, "million-vnd", 6, "billion-vnd", 9);

    private Money() {}

    /** How many zeros the unit stands for; null when it is no unit of money. */
    public static @Nullable Integer shift(String unit) {
        return SHIFTS.get(unit);
    }

    /** An amount in another unit of money, exactly; null when one of the two is none. */
    public static @Nullable BigDecimal convert(BigDecimal amount, String from, String to) {
        Integer of = shift(from);
        Integer in = shift(to);
        return of == null || in == null ? null : amount.scaleByPowerOfTen(of - in);
    }
}
