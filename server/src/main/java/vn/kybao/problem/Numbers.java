package vn.kybao.problem;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people write them: {@code 989.342} and {@code 62,85} in Vietnamese, {@code 989,342} and {@code 62.85} in English. */
public final class Numbers {
    private Numbers() {}

    /** A day: {@code 31/3/2018} in Vietnamese, {@code 31 March 2018} in English. */
    public static String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.VI ? "d/M/uuuu" : "d MMMM uuuu", Locale.ENGLISH)
                .format(day);
    }

    public static String in(Language language, BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        return new DecimalFormat("#,##0.####", symbols).format(value);
    }
}
