package vn.kybao.problem;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as people write them: {@code 989.342} and {@code 62,85} in Vietnamese, {@code 989,342} and {@code 62.85} in English. */
public final class Numbers {
    private static final int FEWEST = 4;
    private static final int MOST = 40;

    private Numbers() {}

    /** A day: {@code 31/3/2018} in Vietnamese, {@code 31 March 2018} in English. */
    public static String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.VI ? "d/M/uuuu" : "d MMMM uuuu", Locale.ENGLISH)
                .format(day);
    }

    /** A number with every digit it has. */
    public static String in(Language language, BigDecimal value) {
        return in(language, value, 0);
    }

    /** A number with every digit it has, and with no fewer after the comma than are asked for: {@code 98,00}. */
    public static String in(Language language, BigDecimal value, int fewest) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMaximumFractionDigits(Math.max(fewest, digits(value)));
        format.setMinimumFractionDigits(fewest);
        return format.format(value);
    }

    /**
     * The fraction digits at which calculated numbers are shown: four, or as many more as keep different ones different
     * when each is rounded half up.
     */
    public static int telling(BigDecimal... numbers) {
        int digits = FEWEST;
        while (digits < MOST && distinct(numbers, digits) < distinct(numbers, MOST)) {
            digits++;
        }
        return digits;
    }

    private static long distinct(BigDecimal[] numbers, int digits) {
        return Arrays.stream(numbers)
                .map(number -> number.setScale(digits, RoundingMode.HALF_UP))
                .distinct()
                .count();
    }

    private static int digits(BigDecimal value) {
        return value.signum() == 0 ? 0 : Math.max(0, value.stripTrailingZeros().scale());
    }
}
