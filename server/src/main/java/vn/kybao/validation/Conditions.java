package vn.kybao.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.calculation.Condition.Verdict;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.PeriodArgument;
import vn.kybao.calculation.Reference;
import vn.kybao.contract.Decimals;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Numbers;
import vn.kybao.problem.ProblemCode;
import vn.kybao.rule.RuleDefinition;

/** The rules of the catalogue. One applies where a figure being filed bears on it and every figure it names is there. */
final class Conditions implements Rule {
    private final List<RuleDefinition> rules;

    Conditions(List<RuleDefinition> rules) {
        this.rules = rules;
    }

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        for (RuleDefinition rule : rules) {
            Set<Place> places = places(figures, rule);
            List<Touched> bearing = figures.touched().stream()
                    .filter(touched -> places.stream().anyMatch(place -> place.isTakenBy(figures, touched)))
                    .toList();
            if (!bearing.isEmpty()) {
                check(figures, rule, bearing, found);
            }
        }
    }

    private static void check(Case figures, RuleDefinition rule, List<Touched> bearing, Consumer<Hit> found) {
        Map<Reference, Figure> named = new HashMap<>();
        Optional<Verdict> verdict = rule.condition()
                .evaluate(
                        reference -> named.computeIfAbsent(reference, any -> figure(figures, reference))
                                .value(),
                        rule.tolerance());
        if (verdict.isEmpty() || verdict.get().holds()) {
            return;
        }
        Note note = Note.of(ProblemCode.RULE_BROKEN, rule.severity())
                .byRule(rule.code())
                .with(
                        "message",
                        new LocalizedText()
                                .vi(message(figures, rule, verdict.get(), named, Language.VI))
                                .en(message(figures, rule, verdict.get(), named, Language.EN)))
                .actual(Decimals.plain(verdict.get().left()))
                .expected(Decimals.plain(verdict.get().right()))
                .evidence(evidence(rule, named))
                .tellingOf(named.values().stream()
                        .flatMap(figure -> figure.regimes().stream())
                        .toList());
        Touched first = Touched.first(bearing);
        boolean asked = rule.needsJustification() && bearing.stream().anyMatch(Touched::isNew);
        found.accept(Hit.aboutAll(first.at(note, "/value").justified(asked), bearing));
    }

    private static String message(
            Case figures, RuleDefinition rule, Verdict verdict, Map<Reference, Figure> named, Language language) {
        Map<String, String> values = new HashMap<>();
        for (Reference reference : rule.condition().references()) {
            BigDecimal value = figure(named, reference);
            if (value != null) {
                values.putIfAbsent(reference.indicator(), Numbers.in(language, value));
            }
            figures.definition(reference.indicator())
                    .ifPresent(definition -> values.put(
                            reference.indicator() + ".name",
                            language == Language.EN && definition.name().getEn() != null
                                    ? definition.name().getEn()
                                    : definition.name().getVi()));
        }
        int digits = Numbers.telling(verdict.left(), verdict.right(), verdict.difference(), rule.tolerance());
        values.put("left", rounded(language, verdict.left(), digits));
        values.put("right", rounded(language, verdict.right(), digits));
        values.put("difference", rounded(language, verdict.difference(), digits));
        values.put("tolerance", Numbers.in(language, rule.tolerance()));
        values.put("period", figures.period().code());
        values.put("organization", figures.organization().nameVi());
        return rule.message(language, values);
    }

    /** A side may be a quotient that has no end. */
    private static String rounded(Language language, BigDecimal value, int digits) {
        return Numbers.in(language, value.setScale(digits, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal figure(Map<Reference, Figure> named, Reference reference) {
        Figure figure = named.get(reference);
        return figure == null ? null : figure.value();
    }

    private static List<String> evidence(RuleDefinition rule, Map<Reference, Figure> named) {
        Set<String> links = new LinkedHashSet<>();
        links.add("/v1/rules/" + rule.code());
        rule.condition().references().forEach(reference -> links.add("/v1/indicators/" + reference.indicator()));
        rule.condition().references().stream()
                .map(named::get)
                .filter(figure -> figure != null
                        && figure.stated() != null
                        && !figure.stated().id().isEmpty())
                .forEach(figure ->
                        links.add("/v1/observations/" + figure.stated().id()));
        return new ArrayList<>(links);
    }

    private static Figure figure(Case figures, Reference reference) {
        return figures.bench()
                .calculator()
                .figure(figures.organization().code(), figures.period(), MeasureRange.BEST, reference);
    }

    /**
     * A figure that a rule asks for, or that goes into one.
     *
     * @param indicator what it measures
     * @param period when
     * @param range in which measures
     * @param breakdown of which part
     */
    private record Place(String indicator, CalendarPeriod period, MeasureRange range, String breakdown) {
        boolean isTakenBy(Case figures, Touched touched) {
            return indicator.equals(touched.indicator())
                    && period.equals(figures.period())
                    && range.measures().contains(touched.measure())
                    && breakdown.equals(touched.figure().breakdown());
        }
    }

    /** Every place that a rule reads, through formulas too: each input in the part and measures it is asked for in. */
    private static Set<Place> places(Case figures, RuleDefinition rule) {
        Set<Place> places = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        rule.condition()
                .references()
                .forEach(reference ->
                        place(figures.period(), MeasureRange.BEST, reference).ifPresent(open::add));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (places.add(place)) {
                figures.definition(place.indicator())
                        .map(IndicatorDefinition::formula)
                        .ifPresent(formula -> formula.references()
                                .forEach(reference -> place(place.period(), place.range(), reference)
                                        .ifPresent(open::add)));
            }
        }
        return places;
    }

    private static Optional<Place> place(CalendarPeriod from, MeasureRange range, Reference reference) {
        return PeriodArgument.resolve(from, reference.period())
                .map(period -> new Place(
                        reference.indicator(),
                        period,
                        reference.measure() == null ? range : MeasureRange.atLeast(reference.measure()),
                        Breakdowns.canonical(reference.breakdown())));
    }
}
