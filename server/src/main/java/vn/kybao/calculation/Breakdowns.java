package vn.kybao.calculation;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Breakdowns in canonical form: {@code area=42;payment=prepaid}, empty for the total. */
public final class Breakdowns {
    private Breakdowns() {}

    public static String canonical(@Nullable Map<String, String> breakdown) {
        return breakdown == null
                ? ""
                : new TreeMap<>(breakdown)
                        .entrySet().stream()
                                .map(part -> part.getKey() + "=" + part.getValue())
                                .collect(Collectors.joining(";"));
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
