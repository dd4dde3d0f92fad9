package vn.kybao.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fraction digits of a figure as printed: 98 is not 98,00. */
final class Precision {
    private Precision() {}

    /** Those of the text when it shows them, else those of the value as sent. */
    static int of(BigDecimal value, @Nullable String text) {
        int sent = Math.max(0, value.scale());
        if (text == null) {
            return sent;
        }
        String digits = text.replaceAll("[^0-9.,]", "");
        int comma = digits.lastIndexOf(',');
        if (comma >= 0) {
            return capped(digits.length() - comma - 1, sent);
        }
        int dot = digits.lastIndexOf('.');
        if (dot < 0) {
            return 0;
        }
        // A dot groups thousands when leaving it out gives the value: 1.501 is 1501, 87.9 is not 879.
        String ungrouped = digits.replace(".", "");
        boolean grouping = !ungrouped.isEmpty() && new BigDecimal(ungrouped).compareTo(value.abs()) == 0;
        return grouping ? 0 : capped(digits.length() - dot - 1, sent);
    }

    private static int capped(int digits, int sent) {
        return digits <= 4 ? digits : sent;
    }
}
