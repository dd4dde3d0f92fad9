package vn.kybao.total;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.api.model.TimeAggregation;
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
    /** What happens once: the quarters of a year add up to it. What is carried over would be counted in each of them. */
    private static final Set<StatedTotal> FLOWS = EnumSet.of(
            StatedTotal.TASKS_COMPLETED,
            StatedTotal.TASKS_ON_TIME,
            StatedTotal.INSPECTIONS_COUNT,
            StatedTotal.INSPECTIONS_ENTITIES,
            StatedTotal.SANCTIONS_COUNT,
            StatedTotal.SANCTIONS_FINES,
            StatedTotal.PETITIONS_RESOLVED);

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
     * @param open whether the reader may read it: what may not be read is no reason to tell another number
     * @param reach the days it is about; null where its parts leave days out, so that no count can be held against it
     */
    public record Stated(
            IndicatorDefinition indicator,
            Figure figure,
            boolean open,
            @Nullable Reach reach) {
        /** True when both are about the same days, so that one can be part of the other. */
        public boolean isSameDays(Stated other) {
            return reach != null && other.reach != null && reach.isSameDays(other.reach);
        }
    }

    /**
     * Totals that are about the same days.
     *
     * @param reach the days
     * @param totals what is stated of them
     */
    public record Alike(Reach reach, Map<StatedTotal, Stated> totals) {}

    /** What is stated for a period, the best of actual, preliminary and estimate; of several, the first by code. */
    public Map<StatedTotal, Stated> of(
            OrganizationRef organization, CalendarPeriod period, Predicate<String> openRegimes) {
        List<IndicatorDefinition> stating = indicators.stating();
        Map<StatedTotal, Stated> stated = new EnumMap<>(StatedTotal.class);
        if (stating.isEmpty()) {
            return stated;
        }
        Figures.Workbench bench = figures.workbench(
                stating.stream().map(IndicatorDefinition::code).toList(), null, any -> true);
        for (IndicatorDefinition indicator : stating) {
            StatedTotal what = indicator.states();
            if (what != null && !stated.containsKey(what)) {
                Figure figure =
                        bench.calculator().figure(organization.code(), indicator.code(), period, MeasureRange.BEST);
                if (isStated(what, indicator, figure)) {
                    boolean open = figure.regimes().stream().allMatch(openRegimes);
                    stated.put(what, new Stated(indicator, figure, open, Reaches.of(figure, period, bench.source())));
                }
            }
        }
        return stated;
    }

    /**
     * What was filed, or adds up from what was filed for parts of the period. Sums over reporters say nothing of the
     * organization's own rows.
     */
    private static boolean isStated(StatedTotal what, IndicatorDefinition indicator, Figure figure) {
        if (figure.value() == null) {
            return false;
        }
        if (figure.source() != FigureSource.DERIVED) {
            return true;
        }
        return figure.derivation() == Derivation.ROLL_UP
                && FLOWS.contains(what)
                && indicator.spec().timeAggregation() == TimeAggregation.SUM
                && figure.parts().stream().allMatch(part -> isStated(what, indicator, part));
    }

    /** Brings those together that are about the same days, so that rows are counted once for them. */
    public static List<Alike> alike(Collection<Stated> totals) {
        List<Alike> all = new ArrayList<>();
        for (Stated stated : totals) {
            Reach reach = stated.reach();
            StatedTotal what = stated.indicator().states();
            if (reach != null && what != null) {
                all.stream()
                        .filter(alike -> alike.reach().isSameDays(reach))
                        .findFirst()
                        .orElseGet(() -> {
                            Alike alike = new Alike(reach, new EnumMap<>(StatedTotal.class));
                            all.add(alike);
                            return alike;
                        })
                        .totals()
                        .put(what, stated);
            }
        }
        return all;
    }
}
