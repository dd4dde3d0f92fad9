package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Formula;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.Ratio;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationKey;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;

/** What is being checked: the figures being filed among all that would stand, and those of other periods. */
public final class Case {
    private final OrganizationRef organization;
    private final CalendarPeriod period;
    private final Window window;
    private final Workbench bench;
    private final Map<ObservationKey, Touched> touched = new LinkedHashMap<>();
    private final Map<String, List<IndicatorDefinition>> madeOf = new HashMap<>();

    /**
     * A case.
     *
     * @param organization whose figures
     * @param period when
     * @param window the days the figures are about
     * @param bench figures as they would stand
     * @param figures those being filed
     * @param related indicators that are made of others
     */
    public Case(
            OrganizationRef organization,
            CalendarPeriod period,
            Window window,
            Workbench bench,
            Collection<Touched> figures,
            Map<String, IndicatorDefinition> related) {
        this.organization = organization;
        this.period = period;
        this.window = window;
        this.bench = bench;
        figures.forEach(figure -> touched.put(figure.key(), figure));
        related.forEach((code, made) -> inputs(made)
                .forEach(input ->
                        madeOf.computeIfAbsent(input, any -> new ArrayList<>(2)).add(made)));
    }

    OrganizationRef organization() {
        return organization;
    }

    CalendarPeriod period() {
        return period;
    }

    Window window() {
        return window;
    }

    Workbench bench() {
        return bench;
    }

    Collection<Touched> touched() {
        return touched.values();
    }

    /** The figure being filed under a key, or null. */
    @Nullable
    Touched touched(String indicator, Measure measure, String breakdown) {
        return touched.get(new ObservationKey(indicator, measure, breakdown));
    }

    /** The indicators that are made of one: derived from it, or a ratio of it. */
    List<IndicatorDefinition> madeOf(String indicator) {
        return madeOf.getOrDefault(indicator, List.of());
    }

    /** Of the indicators that are made of others, those that some indicators bear on, and ratios beside those. */
    public static Map<String, IndicatorDefinition> borneOn(
            Collection<String> codes, Map<String, IndicatorDefinition> related) {
        Set<String> reached = new HashSet<>(codes);
        Set<String> denominators = new HashSet<>();
        Map<String, IndicatorDefinition> found = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (IndicatorDefinition made : related.values()) {
                Ratio ratio = made.spec().ratio();
                boolean bears = reached.contains(made.code())
                        || !Collections.disjoint(reached, inputs(made))
                        || (ratio != null && denominators.contains(ratio.denominator()));
                if (bears && found.put(made.code(), made) == null) {
                    more = true;
                    reached.add(made.code());
                    if (ratio != null) {
                        denominators.add(ratio.denominator());
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> inputs(IndicatorDefinition made) {
        Set<String> inputs = new LinkedHashSet<>();
        Formula formula = made.formula();
        if (formula != null) {
            formula.references().forEach(reference -> inputs.add(reference.indicator()));
        }
        Ratio ratio = made.spec().ratio();
        if (ratio != null) {
            inputs.add(ratio.numerator());
            inputs.add(ratio.denominator());
        }
        return inputs;
    }

    Optional<IndicatorDefinition> definition(String code) {
        return Optional.ofNullable(bench.definitions().get(code));
    }

    /** What would stand, in one measure; a key that was cleared is not there. */
    @Nullable
    StatedFigure stated(String indicator, Measure measure, String breakdown) {
        for (StatedFigure figure : bench.source().stated(organization.code(), indicator, period, breakdown)) {
            if (figure.measure() == measure && figure.state() != ValueState.NOT_REPORTED) {
                return figure;
            }
        }
        return null;
    }

    /**
     * A filed figure that has a value.
     *
     * @param figure the figure
     * @param value its value
     */
    record Filed(StatedFigure figure, BigDecimal value) {
        String period() {
            return figure.period();
        }

        boolean isExact() {
            return figure.qualifier() == Qualifier.EXACT;
        }

        /** Links to it and its indicator; one that is only being filed has no address yet. */
        List<String> evidence() {
            String indicator = "/v1/indicators/" + figure.indicator();
            return figure.id().isEmpty() ? List.of(indicator) : List.of(indicator, "/v1/observations/" + figure.id());
        }
    }

    /** The best of what was filed for a period in some measures, when it has a value. */
    Optional<Filed> filed(String indicator, CalendarPeriod when, MeasureRange range, String breakdown) {
        List<StatedFigure> filed = bench.source().stated(organization.code(), indicator, when, breakdown);
        if (filed.isEmpty()) {
            return Optional.empty();
        }
        for (Measure measure : range.measures()) {
            for (StatedFigure figure : filed) {
                BigDecimal value = figure.value();
                if (figure.measure() == measure && value != null) {
                    return Optional.of(new Filed(figure, value));
                }
            }
        }
        return Optional.empty();
    }

    /** The value of a period, filed or derived, or null. */
    @Nullable
    BigDecimal value(String indicator, CalendarPeriod when, MeasureRange range, String breakdown) {
        return bench.calculator()
                .figure(organization.code(), indicator, when, range, breakdown)
                .value();
    }
}
