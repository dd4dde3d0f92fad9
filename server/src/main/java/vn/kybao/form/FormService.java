package vn.kybao.form;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.BreakdownCode;
import vn.kybao.api.model.BreakdownDimension;
import vn.kybao.api.model.Form;
import vn.kybao.api.model.FormCell;
import vn.kybao.api.model.FormRow;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.observation.Figures;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.Texts;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeDefinition.Expected;
import vn.kybao.regime.RegimeService;

/** What a regime expects of an organization in a period, beside what is known already. */
@Singleton
public class FormService {
    private final RegimeService regimes;
    private final OrganizationService organizations;
    private final PeriodService periods;
    private final IndicatorService indicators;
    private final Figures figures;
    private final Texts texts;

    FormService(
            RegimeService regimes,
            OrganizationService organizations,
            PeriodService periods,
            IndicatorService indicators,
            Figures figures,
            Texts texts) {
        this.regimes = regimes;
        this.organizations = organizations;
        this.periods = periods;
        this.indicators = indicators;
        this.figures = figures;
        this.texts = texts;
    }

    /** Whose form it is, for what, and when. */
    private record Subject(RegimeDefinition regime, OrganizationRef organization, CalendarPeriod period) {}

    Form form(String regime, String organization, String period) {
        Subject subject = subject(regime, organization, period);
        return form(subject, indicators.described(subject.regime().indicators()));
    }

    /** The form as a workbook; always in Vietnamese, as the papers it becomes part of. */
    byte[] workbook(String regime, String organization, String period) {
        Subject subject = subject(regime, organization, period);
        Map<String, Indicator> described = indicators.described(subject.regime().indicators());
        return new FormWorkbook(
                        form(subject, described),
                        subject.organization().nameVi(),
                        subject.period(),
                        new FormWords(texts, described))
                .bytes();
    }

    /** What is not open to the caller, is not there or does not report all answer alike. */
    private Subject subject(String regimeCode, String organizationCode, String periodCode) {
        RegimeDefinition regime = regimes.find(regimeCode).orElseThrow(FormService::notFound);
        CalendarPeriod period = periods.find(periodCode).orElseThrow(FormService::notFound);
        OrganizationRef organization = organizations
                .find(organizationCode)
                .filter(o -> isOpen(o, regime))
                .filter(o -> regimes.isReporter(regime, o, period))
                .orElseThrow(FormService::notFound);
        return new Subject(regime, organization, period);
    }

    private boolean isOpen(OrganizationRef organization, RegimeDefinition regime) {
        Caller caller = Caller.current();
        return caller.covers(organization.path())
                || organizations
                        .find(regime.receiver())
                        .filter(receiver -> caller.covers(receiver.path()))
                        .isPresent();
    }

    private Form form(Subject subject, Map<String, Indicator> described) {
        RegimeDefinition regime = subject.regime();
        CalendarPeriod.Window window = subject.period().window(regime.calendar());
        return new Form()
                .regime(regime.code())
                .title(regime.title())
                .organization(subject.organization().code())
                .period(subject.period().code())
                .windowStart(window.start())
                .windowEnd(window.end())
                .rows(rows(subject, described));
    }

    private List<FormRow> rows(Subject subject, Map<String, Indicator> described) {
        RegimeDefinition regime = subject.regime();
        Predicate<String> openRegimes =
                Caller.current().covers(subject.organization().path())
                        ? any -> true
                        : code -> code.equals(regime.code());
        Calculator calculator =
                figures.workbench(regime.indicators(), null, openRegimes).calculator();
        List<FormRow> rows = new ArrayList<>();
        for (RegimeDefinition.Line line : regime.lines()) {
            Indicator indicator = described.get(line.indicator());
            Expected expected =
                    regime.expected(line.indicator(), subject.period().type()).orElse(null);
            if (indicator == null || expected == null) {
                continue;
            }
            for (Measure measure : expected.measures().stream().sorted().toList()) {
                for (Map<String, String> breakdown : breakdowns(indicator, expected)) {
                    rows.add(new Cells(subject, calculator, indicator.getCode(), measure, breakdown)
                            .fill(row(indicator, measure, breakdown)
                                    .required(expected.required() && breakdown.isEmpty())));
                }
            }
        }
        return rows;
    }

    private static FormRow row(Indicator indicator, Measure measure, Map<String, String> breakdown) {
        return new FormRow()
                .indicator(indicator.getCode())
                .name(indicator.getName())
                .unit(indicator.getUnit())
                .valueType(indicator.getValueType())
                .decimals(indicator.getDecimals())
                .measure(measure)
                .breakdown(breakdown);
    }

    /** The total first, then each part that the indicator declares; one dimension at a time. */
    private static List<Map<String, String>> breakdowns(Indicator indicator, Expected expected) {
        List<Map<String, String>> all = new ArrayList<>();
        all.add(Map.of());
        Objects.requireNonNullElse(indicator.getBreakdowns(), List.<BreakdownDimension>of()).stream()
                .filter(dimension -> expected.breakdowns().contains(dimension.getDimension()))
                .sorted(Comparator.comparing(dimension -> dimension.getDimension()))
                .forEach(dimension -> Objects.requireNonNullElse(dimension.getCodes(), List.<BreakdownCode>of())
                        .forEach(code -> all.add(Map.of(dimension.getDimension(), code.getCode()))));
        return all;
    }

    /** The figures beside one row. */
    private record Cells(
            Subject subject, Calculator calculator, String indicator, Measure measure, Map<String, String> breakdown) {

        FormRow fill(FormRow row) {
            MeasureRange range = isIntended() ? MeasureRange.exactly(measure) : MeasureRange.BEST;
            return row.lastPeriod(subject.period()
                            .previous()
                            .map(previous -> cell(figure(previous, range)))
                            .orElse(null))
                    .plan(isIntended() ? null : plan())
                    .filed(filed());
        }

        private boolean isIntended() {
            return measure == Measure.PLAN || measure == Measure.TARGET;
        }

        private Figure figure(CalendarPeriod when, MeasureRange range) {
            return calculator.figure(
                    subject.organization().code(), indicator, when, range, Breakdowns.canonical(breakdown));
        }

        /** The target, else the plan, of the period, else of its year. */
        private @Nullable FormCell plan() {
            List<CalendarPeriod> places = subject.period()
                    .year()
                    .filter(year -> !year.equals(subject.period()))
                    .map(year -> List.of(subject.period(), year))
                    .orElse(List.of(subject.period()));
            for (CalendarPeriod when : places) {
                for (Measure wanted : List.of(Measure.TARGET, Measure.PLAN)) {
                    Figure figure = figure(when, MeasureRange.exactly(wanted));
                    if (figure.value() != null && figure.measure() == wanted) {
                        return cell(figure);
                    }
                }
            }
            return null;
        }

        /** What was filed itself; what could be derived in its place is not. */
        private @Nullable FormCell filed() {
            StatedFigure stated =
                    figure(subject.period(), MeasureRange.exactly(measure)).stated();
            return stated == null || stated.measure() != measure
                    ? null
                    : new FormCell()
                            .value(stated.value())
                            .state(stated.state())
                            .measure(stated.measure())
                            .period(stated.period())
                            .precision(stated.precision())
                            .text(stated.text());
        }

        private static @Nullable FormCell cell(Figure figure) {
            if (figure.measure() == null || !figure.isThere()) {
                return null;
            }
            StatedFigure stated = figure.derivation() == null ? figure.stated() : null;
            return new FormCell()
                    .value(figure.value())
                    .state(figure.state() == null ? ValueState.REPORTED : figure.state())
                    .measure(figure.measure())
                    .period(figure.period())
                    .precision(stated == null ? null : stated.precision())
                    .text(stated == null ? null : stated.text());
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
