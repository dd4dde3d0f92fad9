package vn.kybao.calculation;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.Formula.UnreadableException;

/**
 * A figure named in a formula: {@code {code measure=PLAN period=previous-year breakdown.payment=prepaid}}.
 *
 * @param indicator the indicator's code
 * @param measure the measure asked for, or null for the best there is
 * @param period a period code or a shift such as {@code previous}; null for the period itself
 * @param breakdown the part asked for, empty for the total
 * @param position where it stands in the source
 */
public record Reference(
        String indicator,
        @Nullable Measure measure,
        @Nullable String period,
        Map<String, String> breakdown,
        int position) {

    /** What stands between the braces: the code, and the arguments after it. */
    static final String FORM = "([a-z0-9][a-z0-9-]{1,62})((?:\\s+[^{}\\s=]+=[^{}\\s=]+)*)";

    private static final Pattern ALONE = Pattern.compile(FORM);
    private static final Pattern BREAKDOWN = Pattern.compile("breakdown\\.([a-z0-9][a-z0-9-]{0,62})");

    /** Reads what stands between the braces. */
    public static Reference read(String source) throws UnreadableException {
        Matcher form = ALONE.matcher(source);
        if (!form.matches()) {
            throw new UnreadableException(0, source);
        }
        return of(form);
    }

    /** The reference whose code and arguments are the first two groups of a match. */
    static Reference of(Matcher matcher) throws UnreadableException {
        Measure measure = null;
        String period = null;
        Map<String, String> breakdown = new TreeMap<>();
        for (String argument : matcher.group(2).strip().split("\\s+", -1)) {
            if (argument.isEmpty()) {
                continue;
            }
            String name = argument.substring(0, argument.indexOf('='));
            String value = argument.substring(argument.indexOf('=') + 1);
            Matcher dimension = BREAKDOWN.matcher(name);
            if (name.equals("measure") && Measure.VALUE_MAPPING.containsKey(value)) {
                measure = Measure.fromValue(value);
            } else if (name.equals("period") && PeriodArgument.isReadable(value)) {
                period = value;
            } else if (dimension.matches()) {
                breakdown.put(dimension.group(1), value);
            } else {
                throw new UnreadableException(
                        matcher.start(2) + matcher.group(2).indexOf(argument), argument);
            }
        }
        return new Reference(matcher.group(1), measure, period, breakdown, matcher.start());
    }

    /** True when it asks for the best figure of the period itself, as a total. */
    public boolean isPlain() {
        return measure == null && period == null && breakdown.isEmpty();
    }
}
