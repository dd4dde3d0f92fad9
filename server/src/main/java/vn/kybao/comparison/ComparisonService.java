package vn.kybao.comparison;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Comparison;
import vn.kybao.api.model.ComparisonCell;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.ComparisonReason;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.Comparing;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.collection.CollectionService;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.Figures;
import vn.kybao.observation.ObservationMapping;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** The comparison annex: one row for each indicator of the regime, in its order. */
@Singleton
public class ComparisonService {
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final RegimeService regimes;
    private final CollectionService collections;
    private final Figures figures;
    private final Problems problems;

    ComparisonService(
            OrganizationService organizations,
            PeriodService periods,
            RegimeService regimes,
            CollectionService collections,
            Figures figures,
            Problems problems) {
        this.organizations = organizations;
        this.periods = periods;
        this.regimes = regimes;
        this.collections = collections;
        this.figures = figures;
        this.problems = problems;
    }

    List<Comparison> annex(String organizationCode, String periodCode, @Nullable String regimeCode) {
        OrganizationRef organization = organizations
                .find(organizationCode)
                .filter(o -> isOpen(o, Caller.current()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        CalendarPeriod period = periods.find(periodCode).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        RegimeDefinition regime = regime(organization, period, regimeCode);
        Predicate<String> openRegimes =
                Caller.current().covers(organization.path()) ? any -> true : code -> code.equals(regime.code());
        Language language = RequestState.current().language();
        Figures.Workbench bench = figures.workbench(regime.indicators(), null, openRegimes, language);
        List<Comparison> rows = new ArrayList<>();
        for (RegimeDefinition.Line line : regime.lines()) {
            IndicatorDefinition indicator = bench.definitions().get(line.indicator());
            if (indicator != null) {
                rows.add(new Row(organization, period, indicator, bench.calculator()).compare(language));
            }
        }
        return rows;
    }

    private boolean isOpen(OrganizationRef organization, Caller caller) {
        return caller.covers(organization.path()) || regimes.isReceivedFrom(organization, caller);
    }

    /** The regime asked for, or the only one that the organization reports, else receives, in the period. */
    private RegimeDefinition regime(OrganizationRef organization, CalendarPeriod period, @Nullable String code) {
        List<RegimeDefinition> reported = open(organization, regimes.reportedBy(organization, period));
        List<RegimeDefinition> received = open(
                organization,
                regimes.receivedBy(organization.code()).stream()
                        .filter(regime -> regime.covers(period.type()))
                        .toList());
        if (code != null) {
            List<RegimeDefinition> all = new ArrayList<>(reported);
            all.addAll(received);
            return all.stream()
                    .filter(regime -> regime.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        }
        List<RegimeDefinition> candidates = collected(period, reported);
        if (candidates.isEmpty()) {
            candidates = collected(period, received);
        }
        if (candidates.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        if (candidates.size() > 1) {
            String codes = String.join(
                    ", ", candidates.stream().map(RegimeDefinition::code).toList());
            throw new ProblemException(
                    Note.error(ProblemCode.REGIME_REQUIRED).parameter("regime").expected(codes));
        }
        return candidates.getFirst();
    }

    private List<RegimeDefinition> collected(CalendarPeriod period, List<RegimeDefinition> candidates) {
        List<String> codes = collections.withCollection(
                period.code(), candidates.stream().map(RegimeDefinition::code).toList());
        return candidates.stream()
                .filter(regime -> codes.contains(regime.code()))
                .toList();
    }

    /** All regimes of an organization in one's own subtree; of any other, those that are received in that subtree. */
    private List<RegimeDefinition> open(OrganizationRef organization, List<RegimeDefinition> all) {
        Caller caller = Caller.current();
        if (caller.covers(organization.path())) {
            return all;
        }
        return all.stream()
                .filter(regime -> organizations
                        .find(regime.receiver())
                        .filter(receiver -> caller.covers(receiver.path()))
                        .isPresent())
                .toList();
    }

    /** One row of the annex, being worked out. */
    private final class Row {
        private final OrganizationRef organization;
        private final CalendarPeriod period;
        private final IndicatorDefinition indicator;
        private final Calculator calculator;

        Row(OrganizationRef organization, CalendarPeriod period, IndicatorDefinition indicator, Calculator calculator) {
            this.organization = organization;
            this.period = period;
            this.indicator = indicator;
            this.calculator = calculator;
        }

        Comparison compare(Language language) {
            Figure current = figure(period, MeasureRange.BEST);
            Base previousYear = base(period.previousYear());
            Base samePeriod = base(period.samePeriodLastYear());
            Figure plan = plan();
            boolean pace =
                    indicator.kind() == IndicatorKind.FLOW && !plan.period().equals(period.code());
            return new Comparison()
                    .indicator(indicator.code())
                    .name(indicator.name())
                    .unit(indicator.unit())
                    .previousYear(cell(previousYear.figure()))
                    .samePeriodLastYear(cell(samePeriod.figure()))
                    .plan(cell(plan))
                    .current(cell(current))
                    .vsSamePeriod(Comparing.compare(
                            current.value(),
                            samePeriod.figure().value(),
                            indicator.valueType(),
                            ComparisonReading.CLOSENESS,
                            samePeriod.obstacle()))
                    .vsPlan(Comparing.compare(
                            current.value(),
                            plan.value(),
                            indicator.valueType(),
                            pace ? ComparisonReading.PACE : ComparisonReading.CLOSENESS,
                            null))
                    .findings(problems.words(current.notes(), language));
        }

        private Figure figure(CalendarPeriod when, MeasureRange range) {
            return calculator.figure(organization.code(), indicator.code(), when, range);
        }

        /** The figure of an earlier period, under the indicator that this one replaces where it was counted so. */
        private Base base(Optional<CalendarPeriod> when) {
            if (when.isEmpty()) {
                return new Base(none(period.code()), null);
            }
            Figure own = figure(when.get(), MeasureRange.BEST);
            String replaced = indicator.replaces();
            if (own.value() == null && replaced != null) {
                Figure earlier = calculator.figure(organization.code(), replaced, when.get(), MeasureRange.BEST);
                if (earlier.value() != null) {
                    return new Base(earlier, ComparisonReason.DEFINITION_CHANGED);
                }
            }
            boolean existed =
                    organization.existsWithin(when.get().start(), when.get().end());
            return new Base(own, existed ? null : ComparisonReason.BOUNDARY_CHANGED);
        }

        /** The target, else the plan, of the period, else of its year. */
        private Figure plan() {
            Figure found = none(period.year().orElse(period).code());
            for (CalendarPeriod when :
                    period.year().map(year -> List.of(period, year)).orElse(List.of(period))) {
                for (Measure measure : List.of(Measure.TARGET, Measure.PLAN)) {
                    Figure figure = figure(when, MeasureRange.exactly(measure));
                    if (figure.value() != null && figure.measure() == measure) {
                        return figure;
                    }
                    if (!figure.missing().isEmpty()) {
                        found = figure;
                    }
                }
            }
            return found;
        }

        private Figure none(String when) {
            return new Figure(
                    organization.code(),
                    indicator.code(),
                    when,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /**
     * What is compared with.
     *
     * @param figure the figure
     * @param obstacle why it cannot be compared, or null
     */
    private record Base(Figure figure, @Nullable ComparisonReason obstacle) {}

    private static ComparisonCell cell(Figure figure) {
        return new ComparisonCell()
                .value(figure.value())
                .measure(figure.measure())
                .state(figure.state())
                .period(figure.period())
                .indicator(figure.indicator())
                .precision(figure.stated() == null ? null : figure.stated().precision())
                .submission(figure.stated() == null ? null : figure.stated().submission())
                .source(figure.source())
                .derivation(figure.derivation())
                .parts(ObservationMapping.parts(figure))
                .missing(ObservationMapping.missing(figure));
    }
}
