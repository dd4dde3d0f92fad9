package vn.kybao.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.Formula;
import vn.kybao.contract.ValueSchema;
import vn.kybao.time.Validity;

/**
 * An indicator as filing and calculating need it, its formula and schema compiled.
 *
 * @param spec what calculating needs to know of it
 * @param minimum least value, or null
 * @param maximum greatest value, or null
 * @param denominatorKnown whether a percentage says of what
 * @param breakdowns how it may be split
 * @param schema its own schema for values, or null
 * @param states the total over rows that it states, or null
 * @param validFrom first day, or null
 * @param validTo last day, or null
 */
public record IndicatorDefinition(
        FigureSpec spec,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean denominatorKnown,
        List<Breakdown> breakdowns,
        @Nullable ValueSchema schema,
        @Nullable StatedTotal states,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /**
     * One way it may be split.
     *
     * @param dimension the dimension
     * @param exhaustive whether the parts make the total
     * @param codes its codes; empty when any GSO code is one ({@code area})
     */
    public record Breakdown(String dimension, boolean exhaustive, Set<String> codes) {
        private static final Pattern AREA = Pattern.compile("\\d{2,10}");

        public boolean takes(String code) {
            return dimension.equals("area") ? AREA.matcher(code).matches() : codes.contains(code);
        }
    }

    public String code() {
        return spec.code();
    }

    public LocalizedText name() {
        return spec.name();
    }

    public Unit unit() {
        return spec.unit();
    }

    public ValueType valueType() {
        return spec.valueType();
    }

    public IndicatorKind kind() {
        return spec.kind();
    }

    public @Nullable Formula formula() {
        return spec.formula();
    }

    public @Nullable String replaces() {
        return spec.replaces();
    }

    /** True when it exists on some day between the two. */
    public boolean existsWithin(LocalDate start, LocalDate end) {
        return Validity.overlaps(validFrom, validTo, start, end);
    }
}
