package vn.kybao.total;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.Figures;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;

/** Totals over rows that were filed as figures, for indicators with {@code states}. */
@Singleton
public class StatedTotals {
    private final IndicatorService indicators;
    private final Figures figures;

    StatedTotals(IndicatorService indicators, Figures figures) {
        this.indicators = indicators;
        this.figures = figures;
    }

    /**
     * A total as it was stated.
     *
     * @param indicator the indicator that states it
     * @param figure its figure, which has a value
     */
    public record Stated(IndicatorDefinition indicator, Figure figure) {}

    /** What is stated for a period, the best of actual, preliminary and estimate; of several, the first by code. */
    public Map<StatedTotal, Stated> of(
            OrganizationRef organization, CalendarPeriod period, Predicate<String> openRegimes) {
        List<IndicatorDefinition> stating = indicators.stating();
        Map<StatedTotal, Stated> stated = new EnumMap<>(StatedTotal.class);
        if (stating.isEmpty()) {
            return stated;
        }
        Figures.Workbench bench = figures.workbench(
                stating.stream().map(IndicatorDefinition::code).toList(), null, openRegimes);
        for (IndicatorDefinition indicator : stating) {
            StatedTotal what = indicator.states();
            if (what != null && !stated.containsKey(what)) {
                Figure figure =
                        bench.calculator().figure(organization.code(), indicator.code(), period, MeasureRange.BEST);
                if (figure.value() != null) {
                    stated.put(what, new Stated(indicator, figure));
                }
            }
        }
        return stated;
    }
}
