package vn.kybao.calculation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as officials write them: {@code 989.342} and {@code 62,85}. */
public final class Numbers {
    private Numbers() {}

    public static String vietnamese(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0.####", symbols());
        return format.format(value);
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('.');
        return symbols;
    }
}
