package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Qualifier;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.contract.Decimals;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Opening + in − out = closing, and a period opens with what the one before closed: the dimension {@code balance}. */
final class Balance implements Rule {
    private static final String DIMENSION = "balance";
    private static final String OPENING = "opening";
    private static final String CLOSING = "closing";

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        Set<String> seen = new HashSet<>();
        for (Touched touched : figures.touched()) {
            String breakdown = touched.figure().breakdown();
            if (!breakdown.contains(DIMENSION + "=")) {
                continue;
            }
            Map<String, String> parts = Breakdowns.parse(breakdown);
            String place = parts.remove(DIMENSION);
            String group = touched.indicator() + ' ' + touched.measure() + ' ' + Breakdowns.canonical(parts);
            if (seen.add(group)) {
                withinPeriod(figures, touched, parts, found);
            }
            if (OPENING.equals(place)) {
                across(figures, touched, parts, CLOSING, figures.period().previous(), found);
            } else if (CLOSING.equals(place)) {
                across(figures, touched, parts, OPENING, figures.period().next(), found);
            }
        }
    }

    private static void withinPeriod(Case figures, Touched touched, Map<String, String> parts, Consumer<Hit> found) {
        @Nullable BigDecimal opening = part(figures, touched, parts, OPENING);
        @Nullable BigDecimal in = part(figures, touched, parts, "in");
        @Nullable BigDecimal out = part(figures, touched, parts, "out");
        @Nullable BigDecimal closing = part(figures, touched, parts, CLOSING);
        if (opening == null || in == null || out == null || closing == null) {
            return;
        }
        BigDecimal made = opening.add(in).subtract(out);
        if (made.compareTo(closing) != 0) {
            Note note = note(figures, touched)
                    .with("opening", opening)
                    .with("in", in)
                    .with("out", out)
                    .with("stated", closing)
                    .with("found", made)
                    .actual(Decimals.plain(closing))
                    .expected(Decimals.plain(made));
            found.accept(Hit.about(touched, touched.at(note, "/value")));
        }
    }

    private static void across(
            Case figures,
            Touched touched,
            Map<String, String> parts,
            String side,
            Optional<CalendarPeriod> when,
            Consumer<Hit> found) {
        BigDecimal value = touched.value();
        // Two periods only touch where one begins on the day after the other: not so with nine months.
        if (when.isEmpty() || value == null || figures.period().next().isEmpty()) {
            return;
        }
        figures.filed(touched.indicator(), when.get(), MeasureRange.atLeast(touched.measure()), canonical(parts, side))
                .filter(other -> other.isExact() && other.value().compareTo(value) != 0)
                .ifPresent(other -> found.accept(Hit.about(
                        touched,
                        touched.at(
                                note(figures, touched)
                                        .with("variant", side)
                                        .with("period", other.period())
                                        .with("stated", value)
                                        .with("found", other.value())
                                        .actual(Decimals.plain(value))
                                        .expected(Decimals.plain(other.value()))
                                        .evidence(other.evidence())
                                        .tellingOf(List.of(other.figure().regime())),
                                "/value"))));
    }

    private static Note note(Case figures, Touched touched) {
        return Note.warning(ProblemCode.STOCK_IDENTITY)
                .with(
                        "name",
                        figures.definition(touched.indicator()).orElseThrow().name())
                .evidence(List.of("/v1/indicators/" + touched.indicator()));
    }

    private static @Nullable BigDecimal part(Case figures, Touched touched, Map<String, String> parts, String side) {
        @Nullable StatedFigure figure = figures.stated(touched.indicator(), touched.measure(), canonical(parts, side));
        return figure == null || figure.qualifier() != Qualifier.EXACT ? null : figure.value();
    }

    private static String canonical(Map<String, String> parts, String side) {
        Map<String, String> breakdown = Breakdowns.parse(Breakdowns.canonical(parts));
        breakdown.put(DIMENSION, side);
        return Breakdowns.canonical(breakdown);
    }
}
