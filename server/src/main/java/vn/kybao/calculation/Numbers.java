package vn.kybao.calculation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import vn.kybao.problem.Language;

/** Numbers as people write them: {@code 989.342} and {@code 62,85} in Vietnamese, {@code 989,342} and {@code 62.85} in English. */
public final class Numbers {
    private Numbers() {}

    public static String in(Language language, BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        return new DecimalFormat("#,##0.####", symbols).format(value);
    }
}
