package vn.kybao.calculation;

import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.TimeAggregation;

/**
 * What calculating needs to know of an indicator.
 *
 * @param code its code
 * @param name its name
 * @param decimals fraction digits that a derived value is rounded to
 * @param timeAggregation how it adds up over time
 * @param organizationAggregation how it adds up over reporters
 * @param formula its formula, or null
 */
public record FigureSpec(
        String code,
        LocalizedText name,
        int decimals,
        TimeAggregation timeAggregation,
        OrganizationAggregation organizationAggregation,
        @Nullable Formula formula) {}
