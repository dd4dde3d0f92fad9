package vn.kybao.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.Formula;
import vn.kybao.contract.ValueSchema;
import vn.kybao.problem.Language;
import vn.kybao.time.Validity;

/**
 * An indicator as filing and calculating need it, its formula and schema compiled.
 *
 * @param code its code
 * @param name its name
 * @param unit its unit
 * @param valueType what kind of number it is
 * @param kind stock, flow or ratio
 * @param decimals fraction digits that a derived value is rounded to
 * @param minimum least value, or null
 * @param maximum greatest value, or null
 * @param timeAggregation how it adds up over time
 * @param organizationAggregation how it adds up over reporters
 * @param formula its formula, or null when it is filed
 * @param denominatorKnown whether a percentage says of what
 * @param breakdowns how it may be split
 * @param schema its own schema for values, or null
 * @param replaces the indicator whose definition it changes, or null
 * @param validFrom first day, or null
 * @param validTo last day, or null
 */
public record IndicatorDefinition(
        String code,
        LocalizedText name,
        Unit unit,
        ValueType valueType,
        IndicatorKind kind,
        int decimals,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        TimeAggregation timeAggregation,
        OrganizationAggregation organizationAggregation,
        @Nullable Formula formula,
        boolean denominatorKnown,
        List<Breakdown> breakdowns,
        @Nullable ValueSchema schema,
        @Nullable String replaces,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /**
     * One way it may be split.
     *
     * @param dimension the dimension
     * @param codes its codes; empty when any GSO code is one ({@code area})
     */
    public record Breakdown(String dimension, List<String> codes) {
        public boolean takes(String code) {
            return dimension.equals("area") ? code.matches("\\d{2,10}") : codes.contains(code);
        }
    }

    /** True when it exists on some day between the two. */
    public boolean existsWithin(LocalDate start, LocalDate end) {
        return Validity.overlaps(validFrom, validTo, start, end);
    }

    public String name(Language language) {
        return language == Language.EN && name.getEn() != null ? name.getEn() : name.getVi();
    }
}
