package vn.kybao.calculation;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Breakdowns in canonical form: {@code area=42;payment=prepaid}, empty for the total. */
public final class Breakdowns {
    private Breakdowns() {}

    public static String canonical(@Nullable Map<String, String> breakdown) {
        if (breakdown == null || breakdown.isEmpty()) {
            return "";
        }
        StringBuilder canonical = new StringBuilder();
        Map<String, String> sorted = breakdown.size() == 1 ? breakdown : new TreeMap<>(breakdown);
        sorted.forEach((dimension, code) -> canonical
                .append(canonical.isEmpty() ? "" : ";")
                .append(dimension)
                .append('=')
                .append(code));
        return canonical.toString();
    }

    public static Map<String, String> parse(String canonical) {
        Map<String, String> breakdown = new TreeMap<>();
        if (!canonical.isEmpty()) {
            Arrays.stream(canonical.split(";", -1)).forEach(part -> {
                int sign = part.indexOf('=');
                breakdown.put(part.substring(0, sign), part.substring(sign + 1));
            });
        }
        return breakdown;
    }
}
