package vn.kybao.calculation;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula over figures, evaluated on exact decimals. References in braces are replaced by variables before the
 * expression library sees them, since it would read the hyphen of a code as a minus.
 */
public final class Formula {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\s*" + Reference.FORM + "\\s*}");
    /** What may stand outside the braces: no powers and no exponents, whose results have no bounds. */
    static final Pattern TOKEN = Pattern.compile(
            "\\s+|\\d{1,15}(?:\\.\\d{1,10})?(?![\\w.])|(?:ABS|AVERAGE|IF|MAX|MIN|SUM)(?=\\s*\\()|<=|>=|<>|!=|==|[-+*/(),<>=]");

    /** What is shown of a source that cannot be read: a reference, a word or a sign. */
    private static final Pattern EXCERPT = Pattern.compile("\\{[^{}]*}?|[\\p{L}\\p{M}\\p{N}_.]+|.", Pattern.DOTALL);

    /** As many digits before the point as a figure may have. */
    private static final int MOST_DIGITS = 15;

    /** 34 digits, as decimal128: more than any figure has, and the same on every machine. */
    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_UP);

    @SuppressWarnings("unchecked") // the library takes its functions as generic varargs
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(EXACT)
            .decimalPlacesRounding(ExpressionConfiguration.DECIMAL_PLACES_ROUNDING_UNLIMITED)
            .stripTrailingZeros(false)
            .implicitMultiplicationAllowed(false)
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("ABS", new AbsFunction()),
                    Map.entry("AVERAGE", new AverageFunction()),
                    Map.entry("IF", new IfFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("SUM", new SumFunction())))
            .build();

    private final List<Reference> references;
    private final Expression expression;

    private Formula(List<Reference> references, Expression expression) {
        this.references = references;
        this.expression = expression;
    }

    /** Says where and why a formula cannot be read. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String found;
        private final Reason reason;

        UnreadableException(int position, String found) {
            this(position, found, Reason.SYNTAX);
        }

        UnreadableException(int position, String found, Reason reason) {
            super(found);
            this.position = position;
            this.found = found;
            this.reason = reason;
        }

        /** Why something cannot be read; all but the first concern conditions only. */
        public enum Reason {
            SYNTAX,
            NO_COMPARISON,
            SECOND_COMPARISON,
            NO_REFERENCE,
            NEVER_A_NUMBER
        }

        /** Place in the source, from 0. */
        public int position() {
            return position;
        }

        /** What stands there. */
        public String found() {
            return found;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Reads a formula; the result can be evaluated any number of times. */
    public static Formula parse(String source) throws UnreadableException {
        Formula formula = parse(source, 0, source.length());
        if (formula.references.isEmpty()) {
            throw new UnreadableException(0, source);
        }
        return formula;
    }

    /** Reads a part of a source, which may do without references; its positions are those of the whole. */
    static Formula parse(String source, int from, int to) throws UnreadableException {
        List<Reference> references = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(source).region(from, to);
        int done = from;
        while (matcher.find()) {
            copy(source, done, matcher.start(), text, origins);
            String variable = "(" + variable(references.size()) + ")";
            references.add(Reference.of(matcher));
            text.append(variable);
            origins.addAll(Collections.nCopies(variable.length(), matcher.start()));
            done = matcher.end();
        }
        copy(source, done, to, text, origins);
        if (text.toString().isBlank()) {
            throw new UnreadableException(from, source.substring(from, to));
        }
        return new Formula(
                List.copyOf(references),
                compiled(text.toString(), origins, references.size(), source.substring(0, to)));
    }

    private static Expression compiled(String text, List<Integer> origins, int references, String source)
            throws UnreadableException {
        Expression expression = new Expression(text, CONFIGURATION);
        try {
            expression.validate();
            Expression tried = expression.copy();
            for (int i = 0; i < references; i++) {
                tried.with(variable(i), BigDecimal.ONE);
            }
            if (!tried.evaluate().isNumberValue()) {
                throw whole(source, origins.getFirst(), source.length(), UnreadableException.Reason.SYNTAX);
            }
        } catch (ParseException e) {
            int place = Math.max(0, Math.min(e.getStartPosition() - 1, origins.size() - 1));
            throw unreadable(source, origins.get(place), source.length());
        } catch (EvaluationException | ArithmeticException undefinedForOnes) {
            return expression; // Such as a division by the difference of two figures.
        }
        return expression;
    }

    public List<Reference> references() {
        return references;
    }

    /**
     * The exact value, not yet rounded to the indicator's decimals.
     *
     * @param figures the figure of a reference, or null when there is none
     * @return empty when a figure is missing, a divisor is zero or the result is no number: never 0 instead
     */
    public Optional<BigDecimal> evaluate(Function<Reference, @Nullable BigDecimal> figures) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < references.size(); i++) {
            BigDecimal figure = figures.apply(references.get(i));
            if (figure == null) {
                return Optional.empty();
            }
            values.put(variable(i), figure);
        }
        try {
            EvaluationValue value = expression.copy().withValues(values).evaluate();
            return value.isNumberValue()
                    ? Optional.of(value.getNumberValue()).filter(Formula::isFigure)
                    : Optional.empty();
        } catch (EvaluationException | ArithmeticException undefined) {
            return Optional.empty();
        } catch (ParseException e) {
            throw new IllegalStateException("a validated formula no longer parses", e);
        }
    }

    private static boolean isFigure(BigDecimal value) {
        return value.precision() - (long) value.scale() <= MOST_DIGITS;
    }

    /** Takes over what stands between references, once it is known to be harmless. */
    private static void copy(String source, int from, int to, StringBuilder text, List<Integer> origins)
            throws UnreadableException {
        Matcher token = TOKEN.matcher(source).region(from, to);
        token.useTransparentBounds(true);
        int place = from;
        while (place < to) {
            if (!token.find() || token.start() != place) {
                throw unreadable(source, place, to);
            }
            for (int i = place; i < token.end(); i++) {
                text.append(source.charAt(i));
                origins.add(i);
            }
            place = token.end();
        }
    }

    static UnreadableException unreadable(String source, int place, int to) {
        Matcher excerpt = EXCERPT.matcher(source).region(place, to);
        return new UnreadableException(place, excerpt.lookingAt() ? excerpt.group() : "");
    }

    static UnreadableException whole(String source, int from, int to, UnreadableException.Reason reason) {
        String part = source.substring(from, to);
        int start = to - part.stripLeading().length();
        return new UnreadableException(start, part.strip(), reason);
    }

    private static String variable(int index) {
        return "r" + index;
    }
}
