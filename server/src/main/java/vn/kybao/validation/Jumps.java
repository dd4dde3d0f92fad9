package vn.kybao.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.contract.Decimals;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.validation.Case.Filed;

/**
 * A figure that is some thousand or million times another of its kind was most likely written in another unit. Held
 * against the period before, the same period last year and the plan; nearer to a thousand than to a hundred counts.
 */
final class Jumps implements Rule {
    /** Half an order of magnitude below a thousand: √10⁵. */
    private static final BigDecimal JUMP = new BigDecimal("316");

    private static final BigDecimal MANY = new BigDecimal("10000");

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        for (Touched touched : figures.touched()) {
            BigDecimal value = touched.value();
            IndicatorDefinition indicator =
                    figures.definition(touched.indicator()).orElse(null);
            if (value == null || value.signum() == 0 || indicator == null || isBounded(indicator)) {
                continue;
            }
            for (Filed base : bases(figures, touched)) {
                Note note = compared(touched, indicator, value, base);
                if (note != null) {
                    found.accept(Hit.about(touched, note));
                    break;
                }
            }
        }
    }

    private static boolean isBounded(IndicatorDefinition indicator) {
        return indicator.valueType() == ValueType.PERCENT || indicator.valueType() == ValueType.RANK;
    }

    private static List<Filed> bases(Case figures, Touched touched) {
        CalendarPeriod period = figures.period();
        boolean planned = touched.measure() == Measure.PLAN || touched.measure() == Measure.TARGET;
        List<Filed> bases = new ArrayList<>(4);
        add(figures, touched, period.previous(), MeasureRange.BEST, bases);
        add(figures, touched, period.samePeriodLastYear(), MeasureRange.BEST, bases);
        if (planned) {
            add(figures, touched, period.previous(), MeasureRange.exactly(touched.measure()), bases);
        } else {
            add(figures, touched, Optional.of(period), MeasureRange.PLANNED, bases);
            add(figures, touched, period.year(), MeasureRange.PLANNED, bases);
        }
        return bases;
    }

    private static void add(
            Case figures, Touched touched, Optional<CalendarPeriod> when, MeasureRange range, List<Filed> bases) {
        when.flatMap(period -> figures.filed(
                        touched.indicator(), period, range, touched.figure().breakdown()))
                .ifPresent(bases::add);
    }

    private static @Nullable Note compared(
            Touched touched, IndicatorDefinition indicator, BigDecimal value, Filed base) {
        BigDecimal other = base.value();
        if (other.signum() == 0) {
            return null;
        }
        BigDecimal small = value.abs().min(other.abs());
        BigDecimal large = value.abs().max(other.abs());
        if (large.compareTo(small.multiply(JUMP)) < 0) {
            return null;
        }
        BigDecimal factor = large.divide(small, MathContext.DECIMAL64);
        BigDecimal shown = factor.compareTo(MANY) < 0
                ? factor.setScale(0, RoundingMode.HALF_UP)
                : new BigDecimal(factor.round(new MathContext(2)).toPlainString());
        return touched.at(
                Note.warning(ProblemCode.MAGNITUDE_JUMP)
                        .with("variant", value.abs().compareTo(other.abs()) > 0 ? "larger" : "smaller")
                        .with("name", indicator.name())
                        .with("unit", indicator.unit().getName())
                        .with("number", value)
                        .with("base", other)
                        .with("period", base.period())
                        .with("factor", shown)
                        .actual(Decimals.plain(value))
                        .expected(Decimals.plain(other))
                        .evidence(base.evidence())
                        .justified(true),
                "/value");
    }
}
