package vn.kybao.calculation;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.kybao.calculation.Formula.UnreadableException;
import vn.kybao.calculation.Formula.UnreadableException.Reason;

/**
 * What has to hold between figures: two formulas with one comparison between them. A side may be a plain number, but not
 * both. Comparisons in parentheses belong to their side, such as those of an IF.
 */
public final class Condition {
    /** Figures to try a side with: one of them gives a value unless the side cannot have one. */
    private static final List<Function<Integer, BigDecimal>> TRIALS = List.of(
            i -> BigDecimal.ONE,
            i -> BigDecimal.valueOf(i + 2L),
            i -> BigDecimal.valueOf((i + 2L) * (i + 2L) + 1),
            i -> BigDecimal.valueOf(1_000_003L * (i + 1L)),
            i -> BigDecimal.valueOf(-1L - i),
            i -> BigDecimal.ZERO);

    private final Formula left;
    private final Operator operator;
    private final Formula right;
    private final List<Reference> references;

    private Condition(Formula left, Operator operator, Formula right) {
        this.left = left;
        this.operator = operator;
        this.right = right;
        List<Reference> all = new ArrayList<>(left.references());
        all.addAll(right.references());
        this.references = List.copyOf(all);
    }

    /**
     * What came out.
     *
     * @param holds whether it holds, up to the tolerance
     * @param left the left side, exact
     * @param right the right side, exact
     * @param difference left less right
     */
    public record Verdict(boolean holds, BigDecimal left, BigDecimal right, BigDecimal difference) {}

    /**
     * Where the comparison stands.
     *
     * @param sign as it is written
     * @param start its first character
     */
    private record Comparison(String sign, int start) {}

    private enum Operator {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        static Optional<Operator> of(String sign) {
            return Optional.ofNullable(
                    switch (sign) {
                        case "=", "==" -> EQUAL;
                        case "!=", "<>" -> UNEQUAL;
                        case "<" -> LESS;
                        case "<=" -> AT_MOST;
                        case ">" -> MORE;
                        case ">=" -> AT_LEAST;
                        default -> null;
                    });
        }

        boolean holds(BigDecimal difference, BigDecimal tolerance) {
            return switch (this) {
                case EQUAL -> difference.abs().compareTo(tolerance) <= 0;
                case UNEQUAL -> difference.abs().compareTo(tolerance) > 0;
                case LESS -> difference.compareTo(tolerance) < 0;
                case AT_MOST -> difference.compareTo(tolerance) <= 0;
                case MORE -> difference.compareTo(tolerance.negate()) > 0;
                case AT_LEAST -> difference.compareTo(tolerance.negate()) >= 0;
            };
        }
    }

    /** Reads a condition; the result can be evaluated any number of times. */
    public static Condition parse(String source) throws UnreadableException {
        Comparison comparison = comparison(source);
        int after = comparison.start() + comparison.sign().length();
        Formula left = side(source, 0, comparison.start(), comparison);
        Formula right = side(source, after, source.length(), comparison);
        if (left.references().isEmpty() && right.references().isEmpty()) {
            throw new UnreadableException(0, source, Reason.NO_REFERENCE);
        }
        mayHaveAValue(left, source, 0, comparison.start());
        mayHaveAValue(right, source, after, source.length());
        return new Condition(left, Operator.of(comparison.sign()).orElseThrow(), right);
    }

    /** The references of both sides, in the order they are written. */
    public List<Reference> references() {
        return references;
    }

    /**
     * Compares the two sides exactly.
     *
     * @param figures the figure of a reference, or null when there is none
     * @param tolerance how far apart equal sides may be, from 0
     * @return empty when a figure is missing, a divisor is zero or a side is no number: never 0 instead
     */
    public Optional<Verdict> evaluate(Function<Reference, @Nullable BigDecimal> figures, BigDecimal tolerance) {
        Optional<BigDecimal> first = left.evaluate(figures);
        Optional<BigDecimal> second = right.evaluate(figures);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal difference = first.get().subtract(second.get());
        return Optional.of(new Verdict(operator.holds(difference, tolerance), first.get(), second.get(), difference));
    }

    /** Finds the one comparison outside all parentheses. */
    private static Comparison comparison(String source) throws UnreadableException {
        Comparison found = null;
        Deque<Integer> open = new ArrayDeque<>();
        Matcher token = Formula.TOKEN.matcher(source).useTransparentBounds(true);
        int place = 0;
        while (place < source.length()) {
            if (source.charAt(place) == '{' && source.indexOf('}', place) > 0) {
                place = source.indexOf('}', place) + 1;
                continue;
            }
            if (!token.region(place, source.length()).lookingAt()) {
                throw Formula.unreadable(source, place, source.length());
            }
            String sign = token.group();
            nest(sign, place, open, source);
            if (open.isEmpty() && Operator.of(sign).isPresent()) {
                if (found != null) {
                    throw new UnreadableException(place, sign, Reason.SECOND_COMPARISON);
                }
                found = new Comparison(sign, place);
            }
            place = token.end();
        }
        if (!open.isEmpty()) {
            throw Formula.unreadable(source, open.peek(), source.length());
        }
        if (found == null) {
            throw new UnreadableException(0, source, Reason.NO_COMPARISON);
        }
        return found;
    }

    private static void nest(String sign, int place, Deque<Integer> open, String source) throws UnreadableException {
        if (sign.equals("(")) {
            open.push(place);
        } else if (sign.equals(")") && open.poll() == null) {
            throw Formula.unreadable(source, place, source.length());
        }
    }

    private static Formula side(String source, int from, int to, Comparison comparison) throws UnreadableException {
        if (source.substring(from, to).isBlank()) {
            throw new UnreadableException(comparison.start(), comparison.sign());
        }
        return Formula.parse(source, from, to);
    }

    /** A side that can never have a value would make a rule that is never applied, and nobody would notice. */
    private static void mayHaveAValue(Formula side, String source, int from, int to) throws UnreadableException {
        Map<Reference, Integer> places = new HashMap<>();
        side.references().forEach(reference -> places.putIfAbsent(withoutPosition(reference), places.size()));
        boolean valued = TRIALS.stream()
                .anyMatch(trial -> side.evaluate(
                                reference -> trial.apply(places.getOrDefault(withoutPosition(reference), 0)))
                        .isPresent());
        if (!valued) {
            throw Formula.whole(source, from, to, Reason.NEVER_A_NUMBER);
        }
    }

    private static Reference withoutPosition(Reference reference) {
        return new Reference(reference.indicator(), reference.measure(), reference.period(), reference.breakdown(), 0);
    }
}
