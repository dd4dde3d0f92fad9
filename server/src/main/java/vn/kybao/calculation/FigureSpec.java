package vn.kybao.calculation;

import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueType;

/**
 * What calculating needs to know of an indicator.
 *
 * @param code its code
 * @param name its name
 * @param unit its unit
 * @param valueType what kind of number it is
 * @param kind stock, flow or ratio
 * @param decimals fraction digits that a derived value is rounded to
 * @param timeAggregation how it adds up over time
 * @param organizationAggregation how it adds up over reporters
 * @param formula its formula, or null
 * @param ratio what it is taken of, or null
 * @param replaces the indicator whose definition it changes, or null
 */
public record FigureSpec(
        String code,
        LocalizedText name,
        Unit unit,
        ValueType valueType,
        IndicatorKind kind,
        int decimals,
        TimeAggregation timeAggregation,
        OrganizationAggregation organizationAggregation,
        @Nullable Formula formula,
        @Nullable Ratio ratio,
        @Nullable String replaces) {}
