package vn.kybao.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ValueType;
import vn.kybao.number.NumberReader;
import vn.kybao.number.PrintedNumber;

/** Fraction digits of a figure as printed: 98 is not 98,00. */
final class Precision {
    private Precision() {}

    /** Those of the text when it shows the value, else those of the value as sent. */
    static int of(BigDecimal value, @Nullable String text, ValueType type, int decimals, String unit) {
        int sent = Math.max(0, value.scale());
        if (text == null) {
            return sent;
        }
        PrintedNumber printed = NumberReader.read(text, type, decimals, unit);
        BigDecimal read = printed.value();
        Integer digits = printed.precision();
        return read != null && digits != null && read.compareTo(value) == 0 ? digits : sent;
    }
}
