package vn.kybao.number;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ValueType;

/**
 * The decisions about separators, on digits alone.
 *
 * @param value what they say; null when refused
 * @param precision fraction digits as printed
 * @param reason the doubt, or null
 * @param suggestion how to write it plainly, or null
 */
record Digits(
        @Nullable BigDecimal value,
        int precision,
        @Nullable Reason reason,
        @Nullable String suggestion) {

    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([., ])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern ENGLISH = Pattern.compile("([1-9]\\d{0,2}(?:,\\d{3})+)\\.(\\d+)");

    /**
     * Reads digits with their separators.
     *
     * @param decimals the fraction digits that figures of the indicator have
     */
    static Digits read(String printed, ValueType type, int decimals) {
        int commas = count(printed, ',');
        int dots = count(printed, '.');
        if (printed.indexOf(' ') >= 0) {
            return spaced(printed);
        }
        if (commas == 0) {
            return dots == 0 ? whole(printed, null) : dotted(printed, dots, type, decimals);
        }
        if (dots == 0) {
            return commas == 1 ? decimal(printed, null) : commaGroups(printed);
        }
        boolean vietnamese = commas == 1 && printed.indexOf(',') > printed.lastIndexOf('.');
        return vietnamese ? groupedDecimal(printed, '.', null) : english(printed);
    }

    private static Digits dotted(String printed, int dots, ValueType type, int decimals) {
        if (dots > 1) {
            return GROUPED.matcher(printed).matches()
                    ? whole(printed.replace(".", ""), null)
                    : refused(Reason.GROUPING, null);
        }
        int after = printed.length() - printed.indexOf('.') - 1;
        if (after != 3) {
            return decimal(printed.replace('.', ','), Reason.DOT_DECIMAL);
        }
        boolean thousands = type == ValueType.COUNT || type == ValueType.MONEY;
        if (thousands && GROUPED.matcher(printed).matches()) {
            return whole(printed.replace(".", ""), null);
        }
        if (type == ValueType.QUANTITY
                && decimals == 0
                && GROUPED.matcher(printed).matches()) {
            return whole(printed.replace(".", ""), Reason.DOT_THOUSANDS);
        }
        String decimal = printed.replace('.', ',');
        String grouped = printed.replace(".", "").replaceFirst("^0+(?=\\d)", "");
        return refused(Reason.DOT_THREE, printed.startsWith("0") ? decimal : decimal + " / " + grouped);
    }

    private static Digits commaGroups(String printed) {
        return GROUPED.matcher(printed).matches()
                ? whole(printed.replace(",", ""), Reason.COMMA_GROUPS)
                : refused(Reason.GROUPING, null);
    }

    private static Digits spaced(String printed) {
        return printed.indexOf('.') >= 0
                ? refused(Reason.GROUPING, null)
                : groupedDecimal(printed, ' ', Reason.SPACED_GROUPS);
    }

    /** {@code 1.501,5}: the part before the comma is grouped, or refused. */
    private static Digits groupedDecimal(String printed, char group, @Nullable Reason doubt) {
        String before = printed.indexOf(',') < 0 ? printed : printed.substring(0, printed.indexOf(','));
        if (!GROUPED.matcher(before).matches()) {
            return refused(Reason.GROUPING, null);
        }
        String plain = printed.replace(String.valueOf(group), "");
        return plain.indexOf(',') < 0 ? whole(plain, doubt) : decimal(plain, doubt);
    }

    private static Digits english(String printed) {
        Matcher form = ENGLISH.matcher(printed);
        return refused(
                Reason.COMMA_BEFORE_DOT, form.matches() ? form.group(1).replace(',', '.') + ',' + form.group(2) : null);
    }

    private static Digits whole(String digits, @Nullable Reason doubt) {
        BigDecimal value = new BigDecimal(digits);
        return new Digits(value, 0, doubt, doubt == null ? null : value.toPlainString());
    }

    private static Digits decimal(String withComma, @Nullable Reason doubt) {
        BigDecimal value = new BigDecimal(withComma.replace(',', '.'));
        return new Digits(value, value.scale(), doubt, doubt == null ? null : withComma);
    }

    private static Digits refused(Reason reason, @Nullable String suggestion) {
        return new Digits(null, 0, reason, suggestion);
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
