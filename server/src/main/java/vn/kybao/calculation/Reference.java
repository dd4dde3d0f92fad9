package vn.kybao.calculation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;

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

    /** True when it asks for the best figure of the period itself, as a total. */
    public boolean isPlain() {
        return measure == null && period == null && breakdown.isEmpty();
    }
}
