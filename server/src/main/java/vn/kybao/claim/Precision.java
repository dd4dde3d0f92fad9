package vn.kybao.claim;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ValueType;
import vn.kybao.number.Money;
import vn.kybao.number.NumberReader;
import vn.kybao.number.PrintedNumber;

/** The fraction digits that a claim is printed with, in its own unit: the text has them where the value has lost them. */
final class Precision {
    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,\u00a0 ]\\d+)*+");

    private Precision() {}

    /**
     * How many; negative where whole tens or thousands are printed: {@code 2,5 nghìn tỷ}.
     *
     * @param value the claim's value
     * @param type the type of the indicator, which says how a dot is read
     */
    static int of(Claim claim, BigDecimal value, ValueType type, String unit) {
        BigDecimal stripped = value.stripTrailingZeros();
        int fromValue = Math.max(0, stripped.scale());
        String text = fromDigits(claim.getText());
        PrintedNumber whole = NumberReader.read(text, type(type, unit), unit);
        PrintedNumber digits = NumberReader.read(digits(text), type(type, unit), unit);
        BigDecimal read = whole.value();
        if (read == null || read.abs().compareTo(value.abs()) != 0 || digits.value() == null) {
            return fromValue;
        }
        return printed(digits) - shift(read, digits.value());
    }

    /** The one number that a text prints, in a unit; null where it prints none, several or an unclear one. */
    static @Nullable BigDecimal read(String text, ValueType type, String unit) {
        if (text.length() > LONGEST || NUMBER.matcher(text).results().count() != 1) {
            return null;
        }
        PrintedNumber number = NumberReader.read(fromDigits(text), type(type, unit), unit);
        return number.isRefused() ? null : number.value();
    }

    private static int printed(PrintedNumber number) {
        Integer precision = number.precision();
        return precision == null ? 0 : precision;
    }

    private static ValueType type(ValueType type, String unit) {
        if (unit.equals(Quantity.PERCENT)) {
            return ValueType.PERCENT;
        }
        return Money.shift(unit) == null ? type : ValueType.MONEY;
    }

    /** The places by which words such as {@code nghìn} move the point. */
    private static int shift(BigDecimal whole, @Nullable BigDecimal digits) {
        if (digits == null || digits.signum() == 0) {
            return 0;
        }
        BigDecimal factor =
                whole.divide(digits, 20, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return factor.precision() == 1 ? -factor.scale() : 0;
    }

    private static String fromDigits(String text) {
        int start = 0;
        while (start < text.length() && !isDigit(text, start)) {
            start++;
        }
        return text.substring(start, Math.min(text.length(), start + LONGEST));
    }

    private static String digits(String text) {
        int end = 0;
        while (end < text.length()
                && (isDigit(text, end) || (isDigit(text, end + 1) && ".,  ".indexOf(text.charAt(end)) >= 0))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
