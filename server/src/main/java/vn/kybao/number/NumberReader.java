package vn.kybao.number;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.api.model.ValueType;

/**
 * Reads a number as Vietnamese officials write it. A comma is the decimal sign. A dot before exactly three digits groups
 * thousands of a count or of money, with a warning those of a quantity that is told in whole units, and is refused
 * elsewhere; before one, two or four digits it is taken for a decimal
 * sign, with a warning; several dots group thousands. What can be read in two ways is refused, never guessed.
 */
public final class NumberReader {
    private static final int LONGEST = 200;
    private static final int MOST_FRACTION_DIGITS = 4;
    private static final int MOST_INTEGER_DIGITS = 15;
    private static final Pattern FORM = Pattern.compile(
            "(?<before>[^0-9]*?)(?<sign>[+-]?)(?<digits>\\d{1,3}(?: \\d{3})+(?!\\d)(?:,\\d+)?(?![.,]?\\d)|\\d+(?:[.,]\\d+)*)(?<after>.*)");
    private static final Pattern UNUSUAL = Pattern.compile("[\\p{Nd}\\p{No}\\p{Nl}&&[^0-9]]");
    private static final Pattern UNUSUAL_BESIDE_DIGITS =
            Pattern.compile("\\d[\\p{Nd}\\p{No}\\p{Nl}&&[^0-9]]|[\\p{Nd}\\p{No}\\p{Nl}&&[^0-9]]\\d");
    private static final Pattern GLUED_LETTER = Pattern.compile("[\\p{L}\\p{N}/.,]$");
    private static final Pattern OR_MORE = Pattern.compile("(?iu) *tr(?:ở|o) (?:lên|len)$");
    private static final Pattern OR_LESS = Pattern.compile("(?iu) *tr(?:ở|o) (?:xuống|xuong)$");

    private NumberReader() {}

    /** Reads a printed number of what may have decimals. */
    public static PrintedNumber read(@Nullable String raw, ValueType type, String unitCode) {
        return read(raw, type, MOST_FRACTION_DIGITS, unitCode);
    }

    /**
     * Reads a printed number.
     *
     * @param raw as printed
     * @param type the indicator's type of value
     * @param decimals the fraction digits that its figures have
     * @param unitCode the indicator's unit; {@code vnd}, {@code million-vnd}, {@code billion-vnd} and {@code percent}
     *     have a scale
     */
    public static PrintedNumber read(@Nullable String raw, ValueType type, int decimals, String unitCode) {
        String text = Words.tidy(raw == null ? "" : raw);
        if (text.length() > LONGEST) {
            return PrintedNumber.refused(text, Reason.TOO_LONG, null);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return words(text);
        }
        String before = form.group("before");
        if (UNUSUAL_BESIDE_DIGITS.matcher(text).find()
                || UNUSUAL.matcher(before).find()) {
            return PrintedNumber.refused(text, Reason.UNUSUAL_DIGITS, null);
        }
        Optional<Qualifier> qualifier = Words.qualifier(before);
        if (qualifier.isEmpty() || GLUED_LETTER.matcher(before).find()) {
            return PrintedNumber.refused(text, Reason.NO_NUMBER, null);
        }
        Digits digits = Digits.read(form.group("digits"), type, decimals);
        if (digits.value() == null) {
            return PrintedNumber.refused(text, Objects.requireNonNull(digits.reason()), digits.suggestion());
        }
        String after = Words.withoutEnd(form.group("after"));
        Scale scale =
                scale(OR_LESS.matcher(OR_MORE.matcher(after).replaceAll("")).replaceAll(""), type, unitCode);
        if (scale.reason() != null) {
            return PrintedNumber.refused(text, scale.reason(), null);
        }
        boolean negative = form.group("sign").equals("-");
        return number(text, before, bound(after, qualifier.get()), digits, scale, negative);
    }

    private static PrintedNumber words(String text) {
        if (text.equals("-")) {
            return PrintedNumber.none(text, Reason.DASH);
        }
        Optional<ValueState> state = UNUSUAL.matcher(text).find() ? Optional.empty() : Words.state(text);
        if (state.isEmpty()) {
            return PrintedNumber.refused(text, Reason.NO_NUMBER, null);
        }
        return state.get() == ValueState.NONE_DECLARED
                ? PrintedNumber.none(text, null)
                : PrintedNumber.withoutValue(text, state.get());
    }

    private static PrintedNumber number(
            String text, String before, Qualifier qualifier, Digits digits, Scale scale, boolean negative) {
        BigDecimal exact = Objects.requireNonNull(digits.value()).scaleByPowerOfTen(scale.shift());
        BigDecimal value = exact.signum() == 0 ? BigDecimal.ZERO : plain(negative ? exact.negate() : exact);
        if (value.scale() > MOST_FRACTION_DIGITS) {
            return PrintedNumber.refused(text, Reason.TOO_PRECISE, null);
        }
        if (value.precision() - value.scale() > MOST_INTEGER_DIGITS) {
            return PrintedNumber.refused(text, Reason.TOO_LARGE, null);
        }
        int precision = Math.clamp(digits.precision() - scale.shift(), 0, MOST_FRACTION_DIGITS);
        return new PrintedNumber(
                text,
                value,
                ValueState.REPORTED,
                qualifier,
                Words.isEstimate(before),
                precision,
                scale.unit(),
                digits.reason(),
                digits.suggestion());
    }

    /** A percentage whose unit has a code of its own still takes the sign. */
    private static Scale scale(String after, ValueType type, String unitCode) {
        return Scale.read(after, type == ValueType.PERCENT ? "percent" : unitCode);
    }

    /** {@code 500 trở lên}, {@code 500 trở xuống}. */
    private static Qualifier bound(String after, Qualifier qualifier) {
        if (OR_MORE.matcher(after).find()) {
            return Qualifier.AT_LEAST;
        }
        return OR_LESS.matcher(after).find() ? Qualifier.AT_MOST : qualifier;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
