package vn.kybao.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.Ratio;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Numbers;
import vn.kybao.problem.ProblemCode;
import vn.kybao.validation.Case.Filed;

/**
 * Stated ratios over one denominator, with their numerators, leave room for one whole denominator: each pair allows an
 * interval, at the precision printed, and the intervals have a common number. Tried with rounding half up, then with
 * cutting off. Where the denominator itself is there, each ratio is held against it instead.
 */
final class OnePopulation implements Rule {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private record Question(String denominator, Measure measure, String breakdown) {}

    /** One stated ratio with its numerator. */
    private record Pair(
            IndicatorDefinition indicator, BigDecimal scaled, BigDecimal stated, int precision, Set<String> regimes) {

        Interval interval(boolean cutOff) {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(precision);
            if (cutOff) {
                // stated ≤ ratio < stated + unit
                return new Interval(floor(stated.add(unit)).add(BigDecimal.ONE), floor(stated));
            }
            // stated − ½ unit ≤ ratio < stated + ½ unit
            BigDecimal half = unit.multiply(HALF);
            BigDecimal low = stated.subtract(half);
            return new Interval(floor(stated.add(half)).add(BigDecimal.ONE), low.signum() > 0 ? floor(low) : null);
        }

        private BigDecimal floor(BigDecimal ratio) {
            return scaled.divide(ratio, 0, RoundingMode.FLOOR);
        }
    }

    /** Whole numbers from least to most; without an end where most is null. */
    private record Interval(BigDecimal least, @Nullable BigDecimal most) {
        Interval and(Interval other) {
            BigDecimal end = most == null || (other.most != null && other.most.compareTo(most) < 0) ? other.most : most;
            return new Interval(least.max(other.least), end);
        }

        boolean isEmpty() {
            return most != null && least.compareTo(most) > 0;
        }

        String in(Language language) {
            return Numbers.in(language, least) + "–" + (most == null ? "∞" : Numbers.in(language, most));
        }
    }

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        Set<Question> asked = new HashSet<>();
        for (Touched touched : figures.touched()) {
            figures.definition(touched.indicator()).ifPresent(own -> ask(figures, own, touched, asked, found));
            for (IndicatorDefinition made : figures.madeOf(touched.indicator())) {
                ask(figures, made, touched, asked, found);
            }
        }
    }

    private static void ask(
            Case figures, IndicatorDefinition made, Touched touched, Set<Question> asked, Consumer<Hit> found) {
        Ratio ratio = made.spec().ratio();
        if (ratio != null) {
            Question question = new Question(
                    ratio.denominator(), touched.measure(), touched.figure().breakdown());
            if (asked.add(question)) {
                ask(figures, question, touched, found);
            }
        }
    }

    private static void ask(Case figures, Question question, Touched touched, Consumer<Hit> found) {
        MeasureRange range = MeasureRange.atLeast(question.measure());
        if (figures.value(question.denominator(), figures.period(), range, question.breakdown()) != null) {
            return;
        }
        List<Pair> pairs = pairs(figures, question, range);
        if (pairs.size() < 2
                || !common(pairs, false).isEmpty()
                || !common(pairs, true).isEmpty()) {
            return;
        }
        Note note = Note.warning(ProblemCode.ONE_POPULATION)
                .with(
                        "denominator",
                        figures.definition(question.denominator())
                                .map(IndicatorDefinition::name)
                                .orElseGet(() -> new LocalizedText().vi(question.denominator())))
                .with(
                        "ranges",
                        new LocalizedText().vi(ranges(pairs, Language.VI)).en(ranges(pairs, Language.EN)))
                .evidence(pairs.stream()
                        .map(pair -> "/v1/indicators/" + pair.indicator().code())
                        .toList())
                .tellingOf(
                        pairs.stream().flatMap(pair -> pair.regimes().stream()).toList());
        found.accept(Hit.about(touched, touched.at(note, "/value")));
    }

    private static List<Pair> pairs(Case figures, Question question, MeasureRange range) {
        List<Pair> pairs = new ArrayList<>();
        for (IndicatorDefinition made : figures.madeOf(question.denominator())) {
            Ratio ratio = made.spec().ratio();
            if (ratio == null || !ratio.denominator().equals(question.denominator())) {
                continue;
            }
            Optional<Filed> stated = filed(figures, made.code(), range, question);
            Optional<Filed> above = filed(figures, ratio.numerator(), range, question);
            if (stated.isPresent() && above.isPresent()) {
                BigDecimal scaled = ratio.scale().multiply(above.get().value());
                Integer printed = stated.get().figure().precision();
                int precision = printed == null ? made.spec().decimals() : printed;
                Set<String> regimes = new HashSet<>();
                regimes.add(stated.get().figure().regime());
                regimes.add(above.get().figure().regime());
                pairs.add(new Pair(made, scaled, stated.get().value(), precision, regimes));
            }
        }
        return pairs;
    }

    private static Optional<Filed> filed(Case figures, String indicator, MeasureRange range, Question question) {
        return figures.filed(indicator, figures.period(), range, question.breakdown())
                .filter(figure -> figure.isExact() && figure.value().signum() > 0);
    }

    private static Interval common(List<Pair> pairs, boolean cutOff) {
        return pairs.stream()
                .map(pair -> pair.interval(cutOff))
                .reduce(Interval::and)
                .orElseThrow();
    }

    private static String ranges(List<Pair> pairs, Language language) {
        return pairs.stream()
                .map(pair -> name(pair, language) + ": " + pair.interval(false).in(language))
                .collect(Collectors.joining("; "));
    }

    private static String name(Pair pair, Language language) {
        LocalizedText name = pair.indicator().name();
        return language == Language.EN && name.getEn() != null ? name.getEn() : name.getVi();
    }
}
