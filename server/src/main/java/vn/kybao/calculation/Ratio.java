package vn.kybao.calculation;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ValueType;

/**
 * What a ratio is taken of: {@code scale · numerator / denominator}.
 *
 * @param numerator the indicator above the line
 * @param denominator the indicator below it
 * @param scale 100 for a percentage or a density per 100 inhabitants
 */
public record Ratio(String numerator, String denominator, BigDecimal scale) {
    private static final Pattern PER = Pattern.compile("per-(\\d{1,9})(-.*)?");
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal TWO = new BigDecimal("2");

    /** The ratio that a definition describes; empty when its scale is not known. */
    public static Optional<Ratio> of(
            @Nullable String numerator,
            @Nullable String denominator,
            ValueType valueType,
            String unit,
            @Nullable Formula formula) {
        if (numerator == null || denominator == null) {
            return Optional.empty();
        }
        if (formula != null) {
            return scale(formula, numerator, denominator).map(scale -> new Ratio(numerator, denominator, scale));
        }
        if (valueType == ValueType.PERCENT) {
            return Optional.of(new Ratio(numerator, denominator, HUNDRED));
        }
        Matcher per = PER.matcher(unit);
        return per.matches()
                ? Optional.of(new Ratio(numerator, denominator, new BigDecimal(per.group(1))))
                : Optional.empty();
    }

    /** The factor of a formula that is nothing but a scaled quotient of the two. */
    private static Optional<BigDecimal> scale(Formula formula, String numerator, String denominator) {
        boolean ofBoth = formula.references().stream()
                .allMatch(r -> r.isPlain()
                        && (r.indicator().equals(numerator) || r.indicator().equals(denominator)));
        if (!ofBoth) {
            return Optional.empty();
        }
        Optional<BigDecimal> one = at(formula, numerator, BigDecimal.ONE, BigDecimal.ONE);
        Optional<BigDecimal> twice = at(formula, numerator, TWO, BigDecimal.ONE);
        Optional<BigDecimal> half = at(formula, numerator, BigDecimal.ONE, TWO);
        boolean quotient = one.isPresent()
                && twice.isPresent()
                && half.isPresent()
                && one.get().signum() > 0
                && twice.get().compareTo(one.get().multiply(TWO)) == 0
                && half.get().multiply(TWO).compareTo(one.get()) == 0;
        return quotient ? one : Optional.empty();
    }

    private static Optional<BigDecimal> at(Formula formula, String numerator, BigDecimal above, BigDecimal below) {
        return formula.evaluate(r -> r.indicator().equals(numerator) ? above : below);
    }
}
