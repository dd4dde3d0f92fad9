package vn.kybao.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Comparison;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.ComparisonReason;
import vn.kybao.api.model.ComparisonResult;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** The comparison annex of one organization's period: a figure beside its plan, its last year and its same period. */
public final class Annex {
    private final FigureSource source;
    private final Calculator calculator;
    private final OrganizationRef organization;
    private final CalendarPeriod period;

    public Annex(FigureSource source, Calculator calculator, OrganizationRef organization, CalendarPeriod period) {
        this.source = source;
        this.calculator = calculator;
        this.organization = organization;
        this.period = period;
    }

    /**
     * One row.
     *
     * @param comparison as the wire carries it, without its findings
     * @param notes what is doubtful about it
     */
    public record Row(Comparison comparison, List<Note> notes) {}

    /**
     * What is compared with.
     *
     * @param figure the figure
     * @param obstacle why it cannot be compared, or null
     */
    public record Base(Figure figure, @Nullable ComparisonReason obstacle) {}

    /** The row of an indicator. */
    public Row row(FigureSpec indicator) {
        Figure current = current(indicator);
        Base previousYear = base(indicator, period.previousYear(), current);
        Base samePeriod = base(indicator, period.samePeriodLastYear(), current);
        Figure plan = plan(indicator);
        Comparison row = new Comparison()
                .indicator(indicator.code())
                .name(indicator.name())
                .unit(indicator.unit())
                .previousYear(Provenance.cell(previousYear.figure()))
                .samePeriodLastYear(Provenance.cell(samePeriod.figure()))
                .plan(Provenance.cell(plan))
                .current(Provenance.cell(current))
                .vsSamePeriod(against(indicator, current, samePeriod))
                .vsPlan(againstPlan(indicator, current, plan));
        List<Note> notes = new ArrayList<>(current.notes());
        ComparisonReason obstacle = samePeriod.obstacle();
        if (current.value() != null && samePeriod.figure().value() != null && obstacle != null) {
            notes.add(incomparable(indicator, samePeriod.figure(), obstacle));
        }
        return new Row(row, notes);
    }

    /** The figure of the period itself. */
    public Figure current(FigureSpec indicator) {
        return figure(indicator, period, MeasureRange.BEST);
    }

    /** What is planned for the period itself: the target, else the plan. */
    public Figure planned(FigureSpec indicator) {
        for (Measure measure : MeasureRange.PLANNED.measures()) {
            Figure figure = figure(indicator, period, MeasureRange.exactly(measure));
            if (figure.value() != null && figure.measure() == measure) {
                return figure;
            }
        }
        return none(indicator, period.code());
    }

    /** What that figure is compared with. */
    public Base base(FigureSpec indicator, ComparisonBase wanted) {
        Figure current = current(indicator);
        return switch (wanted) {
            case PLAN -> new Base(plan(indicator), null);
            case PREVIOUS_PERIOD -> base(indicator, period.previous(), current);
            case PREVIOUS_YEAR -> base(indicator, period.previousYear(), current);
            case SAME_PERIOD_LAST_YEAR -> base(indicator, period.samePeriodLastYear(), current);
        };
    }

    /**
     * One figure against another.
     *
     * @param current the figure
     * @param base what it is compared with
     * @param result how they compare
     */
    public record Compared(Figure current, Figure base, ComparisonResult result) {}

    /** The figure of an indicator against one base, as a row would have it. */
    public Compared compared(FigureSpec indicator, ComparisonBase against) {
        Figure current = figure(indicator, period, MeasureRange.BEST);
        if (against == ComparisonBase.PLAN) {
            Figure plan = plan(indicator);
            return new Compared(current, plan, againstPlan(indicator, current, plan));
        }
        Optional<CalendarPeriod> when = switch (against) {
            case PREVIOUS_PERIOD -> period.previous();
            case PREVIOUS_YEAR -> period.previousYear();
            default -> period.samePeriodLastYear();
        };
        Base base = base(indicator, when, current);
        return new Compared(current, base.figure(), against(indicator, current, base));
    }

    private static ComparisonResult against(FigureSpec indicator, Figure current, Base base) {
        return Comparing.compare(
                current.value(),
                base.figure().value(),
                indicator.valueType(),
                ComparisonReading.CLOSENESS,
                base.obstacle());
    }

    private ComparisonResult againstPlan(FigureSpec indicator, Figure current, Figure plan) {
        boolean pace = indicator.kind() == IndicatorKind.FLOW && !plan.period().equals(period.code());
        return Comparing.compare(
                current.value(),
                plan.value(),
                indicator.valueType(),
                pace ? ComparisonReading.PACE : ComparisonReading.CLOSENESS,
                null);
    }

    private static Note incomparable(FigureSpec indicator, Figure base, ComparisonReason obstacle) {
        Note note = Note.warning(ProblemCode.COMPARABLE)
                .with("variant", obstacle.getValue())
                .with("name", indicator.name())
                .with("period", base.period());
        return base.stated() == null
                ? note
                : note.evidence(List.of("/v1/observations/" + base.stated().id()));
    }

    private Figure figure(FigureSpec indicator, CalendarPeriod when, MeasureRange range) {
        return calculator.figure(organization.code(), indicator.code(), when, range);
    }

    /** The figure of an earlier period, under the indicator that this one replaces where it was counted so. */
    private Base base(FigureSpec indicator, Optional<CalendarPeriod> when, Figure current) {
        if (when.isEmpty()) {
            return new Base(none(indicator, period.code()), null);
        }
        Figure own = figure(indicator, when.get(), MeasureRange.BEST);
        String replaced = indicator.replaces();
        if (own.value() == null && replaced != null) {
            Figure earlier = calculator.figure(organization.code(), replaced, when.get(), MeasureRange.BEST);
            if (earlier.value() != null) {
                return new Base(earlier, ComparisonReason.DEFINITION_CHANGED);
            }
        }
        if (!organization.existsWithin(when.get().start(), when.get().end())) {
            return new Base(own, ComparisonReason.BOUNDARY_CHANGED);
        }
        return new Base(own, isSameWindow(current, own, when.get()) ? null : ComparisonReason.WINDOW_CHANGED);
    }

    /** Two calendars run side by side: figures filed under different ones may be about different days. */
    private boolean isSameWindow(Figure current, Figure base, CalendarPeriod when) {
        if (current.stated() == null
                || base.stated() == null
                || current.stated().regime().equals(base.stated().regime())) {
            return true;
        }
        Optional<Window> now = source.calendar(current.stated().regime()).map(period::window);
        Optional<Window> then = source.calendar(base.stated().regime()).map(when::window);
        return now.isEmpty()
                || then.isEmpty()
                || (now.get().start().getDayOfMonth() == then.get().start().getDayOfMonth());
    }

    /** The target, else the plan, of the period, else of its year. */
    private Figure plan(FigureSpec indicator) {
        Figure found = none(indicator, period.year().orElse(period).code());
        for (CalendarPeriod when :
                period.year().map(year -> List.of(period, year)).orElse(List.of(period))) {
            for (Measure measure : List.of(Measure.TARGET, Measure.PLAN)) {
                Figure figure = figure(indicator, when, MeasureRange.exactly(measure));
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

    private Figure none(FigureSpec indicator, String when) {
        return Figure.none(organization.code(), indicator.code(), when, List.of());
    }
}
