package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.kybao.api.model.Comparison;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Observation;
import vn.kybao.calculation.Annex;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.http.Problems;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationMapping;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.validation.Case;

/** What would follow from a draft: derived figures, and the rows of the annex. */
@Singleton
final class Preview {
    private final IndicatorService indicators;
    private final Problems problems;

    Preview(IndicatorService indicators, Problems problems) {
        this.indicators = indicators;
        this.problems = problems;
    }

    /**
     * What would follow.
     *
     * @param derived derived figures that the values bear on
     * @param comparisons annex rows that the values bear on, in the regime's order
     */
    record Consequences(List<Observation> derived, List<Comparison> comparisons) {
        static final Consequences NONE = new Consequences(List.of(), List.of());
    }

    Consequences of(Draft draft, Language language) {
        Workbench bench = draft.bench();
        if (bench == null) {
            return Consequences.NONE;
        }
        OrganizationRef organization = Objects.requireNonNull(draft.filing().organization());
        CalendarPeriod period = Objects.requireNonNull(draft.filing().period());
        Set<String> sent = new HashSet<>();
        draft.sent().forEach(value -> sent.add(value.key().indicator()));
        Map<String, IndicatorDefinition> borneOn = Case.borneOn(sent, indicators.related());
        List<Observation> derived = new ArrayList<>();
        for (IndicatorDefinition made : borneOn.values()) {
            Figure figure = bench.calculator().figure(organization.code(), made.code(), period, MeasureRange.BEST);
            if (figure.source() == FigureSource.DERIVED) {
                derived.add(ObservationMapping.wire(
                        figure, made.unit().getCode(), problems.words(figure.notes(), language)));
            }
        }
        Set<String> touched = new HashSet<>(sent);
        touched.addAll(borneOn.keySet());
        return new Consequences(derived, comparisons(draft, bench, touched, language));
    }

    private List<Comparison> comparisons(Draft draft, Workbench bench, Set<String> touched, Language language) {
        Annex annex = new Annex(
                bench.source(),
                bench.calculator(),
                Objects.requireNonNull(draft.filing().organization()),
                Objects.requireNonNull(draft.filing().period()));
        List<Comparison> rows = new ArrayList<>();
        for (String line : Objects.requireNonNull(draft.filing().regime()).annex()) {
            IndicatorDefinition indicator = bench.definitions().get(line);
            if (indicator != null && touched.contains(line)) {
                Annex.Row row = annex.row(indicator.spec());
                rows.add(row.comparison().findings(problems.words(row.notes(), language)));
            }
        }
        return rows;
    }
}
