package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Severity;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.contract.Decimals;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.validation.Case.Filed;

/** What flows in since New Year does not become less, and seldom is the same number three periods running. */
final class Flows implements Rule {

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        List<CalendarPeriod> chain = figures.period().sinceNewYear();
        int place = chain.indexOf(figures.period());
        for (Touched touched : figures.touched()) {
            BigDecimal value = touched.value();
            IndicatorDefinition indicator =
                    figures.definition(touched.indicator()).orElse(null);
            if (value == null
                    || indicator == null
                    || indicator.kind() != IndicatorKind.FLOW
                    || touched.measure() == Measure.PLAN
                    || touched.measure() == Measure.TARGET) {
                continue;
            }
            if (place >= 0) {
                nearest(figures, touched, chain.subList(0, place).reversed())
                        .filter(earlier -> isMore(earlier, value))
                        .ifPresent(earlier -> decreases(touched, indicator, value, earlier, "earlier", found));
                nearest(figures, touched, chain.subList(place + 1, chain.size()))
                        .filter(later -> value.compareTo(later.value()) > 0)
                        .ifPresent(later -> decreases(touched, indicator, value, later, "later", found));
            }
            stale(figures, touched, indicator, value, found);
        }
    }

    private static boolean isMore(Filed figure, BigDecimal value) {
        return figure.value().compareTo(value) > 0;
    }

    private static Optional<Filed> nearest(Case figures, Touched touched, List<CalendarPeriod> periods) {
        return periods.stream()
                .flatMap(period -> filed(figures, touched, period).stream())
                .findFirst();
    }

    private static Optional<Filed> filed(Case figures, Touched touched, CalendarPeriod when) {
        return figures.filed(
                touched.indicator(), when, MeasureRange.BEST, touched.figure().breakdown());
    }

    private static void decreases(
            Touched touched,
            IndicatorDefinition indicator,
            BigDecimal value,
            Filed other,
            String variant,
            Consumer<Hit> found) {
        Note note = Note.warning(ProblemCode.CUMULATIVE_DECREASES)
                .with("variant", variant)
                .with("name", indicator.name())
                .with("number", value)
                .with("base", other.value())
                .with("period", other.period())
                .actual(Decimals.plain(value))
                .expected((variant.equals("earlier") ? "≥ " : "≤ ") + Decimals.plain(other.value()))
                .evidence(other.evidence())
                .tellingOf(List.of(other.figure().regime()));
        found.accept(Hit.about(touched, touched.at(note, "/value")));
    }

    private static void stale(
            Case figures, Touched touched, IndicatorDefinition indicator, BigDecimal value, Consumer<Hit> found) {
        if (value.signum() == 0) {
            return;
        }
        Optional<CalendarPeriod> before = figures.period().previous();
        Optional<Filed> last =
                before.flatMap(when -> filed(figures, touched, when)).filter(figure -> isSame(figure, value));
        if (last.isEmpty()) {
            return;
        }
        before.flatMap(CalendarPeriod::previous)
                .flatMap(when -> filed(figures, touched, when))
                .filter(figure -> isSame(figure, value))
                .ifPresent(first -> found.accept(Hit.about(
                        touched,
                        touched.at(
                                Note.of(ProblemCode.STALE_CARRY_OVER, Severity.INFO)
                                        .with("name", indicator.name())
                                        .with("number", value)
                                        .with("period", first.period())
                                        .tellingOf(List.of(
                                                last.get().figure().regime(),
                                                first.figure().regime()))
                                        .actual(Decimals.plain(value))
                                        .evidence(List.of(
                                                "/v1/indicators/" + indicator.code(),
                                                "/v1/observations/"
                                                        + last.get().figure().id(),
                                                "/v1/observations/"
                                                        + first.figure().id())),
                                "/value"))));
    }

    private static boolean isSame(Filed figure, BigDecimal value) {
        return figure.value().compareTo(value) == 0;
    }
}
