package vn.kybao.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.ValueState;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;

/**
 * Finds the figure in force. A derived indicator is derived when every input is there, and stated otherwise. A filed
 * figure stands for itself. Without one, a receiver gets the sum over its reporters once all have filed, and a
 * cumulative period what its parts make. One calculator answers one request: it remembers what it has worked out.
 */
public final class Calculator {
    /** A formula may look back a period at a time, as far as the calendar goes: 35 years of months and more. */
    private static final int DEEPEST = 500;

    private final FigureSource source;
    private final Map<Question, Figure> known = new HashMap<>();
    private int depth;

    public Calculator(FigureSource source) {
        this.source = source;
    }

    private record Question(
            String organization, String indicator, CalendarPeriod period, MeasureRange range, String breakdown) {}

    /** The figure for the total. */
    public Figure figure(String organization, String indicator, CalendarPeriod period, MeasureRange range) {
        return figure(organization, indicator, period, range, "");
    }

    /** The figure for a part of the indicator, in canonical form. */
    public Figure figure(
            String organization, String indicator, CalendarPeriod period, MeasureRange range, String breakdown) {
        Question question = new Question(organization, indicator, period, range, breakdown);
        Figure answer = known.get(question);
        if (answer == null) {
            answer = deeper(question);
            known.put(question, answer);
        }
        return answer;
    }

    /** The figure that a reference names, seen from a period. */
    public Figure figure(String organization, CalendarPeriod period, MeasureRange range, Reference reference) {
        return input(new Question(organization, reference.indicator(), period, range, ""), reference);
    }

    private Figure deeper(Question question) {
        depth++;
        try {
            return depth > DEEPEST ? none(question, List.of()) : work(question);
        } finally {
            depth--;
        }
    }

    private Figure work(Question question) {
        FigureSpec spec = source.spec(question.indicator()).orElse(null);
        if (spec == null) {
            return none(question, List.of());
        }
        StatedFigure own = own(question);
        if (spec.formula() != null) {
            return byFormula(question, spec, spec.formula(), own);
        }
        Figure sum = overReporters(question, spec);
        if (own != null) {
            List<Note> notes = new ArrayList<>(sum == null ? List.of() : Stated.againstSum(own, sum, spec));
            notes.addAll(againstRatio(question, spec, own));
            return Figure.stated(own, vn.kybao.api.model.FigureSource.REPORTED, notes);
        }
        if (sum != null && sum.isThere()) {
            return sum;
        }
        Figure rolledUp = overTime(question, spec);
        if (rolledUp != null) {
            return rolledUp;
        }
        return sum == null ? none(question, List.of()) : sum;
    }

    private @Nullable StatedFigure own(Question question) {
        List<StatedFigure> stated =
                source.stated(question.organization(), question.indicator(), question.period(), question.breakdown());
        return question.range().measures().stream()
                .flatMap(measure -> stated.stream().filter(s -> s.measure() == measure))
                .filter(s -> s.state() != ValueState.NOT_REPORTED)
                .findFirst()
                .orElse(null);
    }

    private Figure byFormula(Question question, FigureSpec spec, Formula formula, @Nullable StatedFigure own) {
        Map<Reference, Figure> inputs = new LinkedHashMap<>();
        for (Reference reference : formula.references()) {
            inputs.put(reference, input(question, reference));
        }
        Optional<BigDecimal> exact = formula.evaluate(
                reference -> Objects.requireNonNull(inputs.get(reference)).value());
        List<Figure> all = List.copyOf(inputs.values());
        if (exact.isPresent()) {
            BigDecimal value = exact.get().setScale(spec.decimals(), RoundingMode.HALF_UP);
            List<Note> notes = own == null ? List.of() : Stated.againstExact(own, exact.get(), spec, all);
            return Figure.derived(
                    question.organization(),
                    spec.code(),
                    question.period().code(),
                    value,
                    Derivation.FORMULA,
                    own,
                    all,
                    notes);
        }
        List<Figure> missing =
                all.stream().filter(input -> input.value() == null).toList();
        if (own == null) {
            return none(question, missing);
        }
        List<String> codes = missing.stream().map(Figure::indicator).distinct().toList();
        Note note =
                Stated.withoutInputs(own, spec, codes.stream().map(this::name).toList(), codes);
        Figure stated = Figure.stated(own, vn.kybao.api.model.FigureSource.STATED, List.of(note));
        return new Figure(
                stated.organization(),
                stated.indicator(),
                stated.period(),
                stated.value(),
                stated.measure(),
                stated.state(),
                stated.source(),
                null,
                own,
                List.of(),
                missing,
                stated.notes());
    }

    /** A filed ratio beside what its numerator and denominator make, where both are there. */
    private List<Note> againstRatio(Question question, FigureSpec spec, StatedFigure own) {
        Ratio ratio = spec.ratio();
        if (ratio == null) {
            return List.of();
        }
        Figure above = part(question, ratio.numerator());
        Figure below = part(question, ratio.denominator());
        if (above.value() == null || below.value() == null || below.value().signum() == 0) {
            return List.of();
        }
        BigDecimal exact = ratio.scale().multiply(above.value()).divide(below.value(), MathContext.DECIMAL128);
        return Stated.againstExact(own, exact, spec, List.of(above, below));
    }

    private Figure part(Question question, String indicator) {
        return figure(question.organization(), indicator, question.period(), question.range(), question.breakdown());
    }

    private Figure input(Question question, Reference reference) {
        MeasureRange range = reference.measure() == null ? question.range() : MeasureRange.atLeast(reference.measure());
        return PeriodArgument.resolve(question.period(), reference.period())
                .map(period -> figure(
                        question.organization(),
                        reference.indicator(),
                        period,
                        range,
                        Breakdowns.canonical(reference.breakdown())))
                .orElseGet(() -> Figure.none(
                        question.organization(),
                        reference.indicator(),
                        question.period().code(),
                        List.of()));
    }

    private @Nullable Figure overReporters(Question question, FigureSpec spec) {
        if (spec.organizationAggregation() != OrganizationAggregation.SUM) {
            return null;
        }
        List<String> reporters =
                source.expectedReporters(question.organization(), spec.code(), question.period(), question.range());
        if (reporters.isEmpty()) {
            return null;
        }
        List<Figure> parts = reporters.stream()
                .map(reporter ->
                        figure(reporter, spec.code(), question.period(), question.range(), question.breakdown()))
                .toList();
        List<Figure> missing = parts.stream().filter(part -> !part.isThere()).toList();
        if (!missing.isEmpty()) {
            return none(question, missing);
        }
        BigDecimal sum =
                parts.stream().map(Figure::value).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return derived(question, sum, Derivation.REPORTERS, parts);
    }

    private @Nullable Figure overTime(Question question, FigureSpec spec) {
        if (spec.timeAggregation() == TimeAggregation.NONE) {
            return null;
        }
        for (List<CalendarPeriod> periods : decompositions(question.period(), spec)) {
            List<CalendarPeriod> needed =
                    spec.timeAggregation() == TimeAggregation.LAST ? List.of(periods.getLast()) : periods;
            List<Figure> parts = needed.stream()
                    .map(period -> figure(
                            question.organization(), spec.code(), period, question.range(), question.breakdown()))
                    .toList();
            if (parts.stream().allMatch(part -> part.value() != null)) {
                return derived(question, aggregate(parts, spec), Derivation.ROLL_UP, parts);
            }
        }
        return null;
    }

    /** An average is taken over parts of one length, the shorter ones first: their own averages have been rounded less. */
    private static List<List<CalendarPeriod>> decompositions(CalendarPeriod period, FigureSpec spec) {
        if (spec.timeAggregation() != TimeAggregation.AVERAGE) {
            return period.decompositions();
        }
        return period.decompositions().stream()
                .filter(parts ->
                        parts.stream().map(CalendarPeriod::type).distinct().count() == 1)
                .sorted(Comparator.comparing(parts -> parts.getFirst().cumulative()))
                .toList();
    }

    private static BigDecimal aggregate(List<Figure> parts, FigureSpec spec) {
        List<BigDecimal> values =
                parts.stream().map(part -> Objects.requireNonNull(part.value())).toList();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (spec.timeAggregation()) {
            case SUM, LAST -> sum;
            case MAX -> values.stream().max(BigDecimal::compareTo).orElseThrow();
            case AVERAGE -> sum.divide(BigDecimal.valueOf(values.size()), spec.decimals(), RoundingMode.HALF_UP);
            case NONE -> throw new IllegalArgumentException(spec.code() + " does not add up over time");
        };
    }

    private LocalizedText name(String indicator) {
        return source.spec(indicator).map(FigureSpec::name).orElseGet(() -> new LocalizedText().vi(indicator));
    }

    private static Figure derived(Question question, BigDecimal value, Derivation derivation, List<Figure> parts) {
        return Figure.derived(
                question.organization(),
                question.indicator(),
                question.period().code(),
                value,
                derivation,
                null,
                parts,
                List.of());
    }

    private static Figure none(Question question, List<Figure> missing) {
        return Figure.none(
                question.organization(), question.indicator(), question.period().code(), missing);
    }
}
