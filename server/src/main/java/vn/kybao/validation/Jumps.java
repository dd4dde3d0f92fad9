package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    /** A period and the measures in which a figure of it is compared. */
    private record Base(CalendarPeriod period, MeasureRange range) {}

    @Override
    public void check(Case figures, Consumer<Hit> found) {
        Map<Measure, List<Base>> bases = new EnumMap<>(Measure.class);
        for (Touched touched : figures.touched()) {
            BigDecimal value = touched.value();
            IndicatorDefinition indicator =
                    figures.definition(touched.indicator()).orElse(null);
            if (value == null || value.signum() == 0 || indicator == null || isBounded(indicator)) {
                continue;
            }
            for (Base base : bases.computeIfAbsent(touched.measure(), measure -> bases(figures.period(), measure))) {
                Note note = figures.filed(
                                touched.indicator(),
                                base.period(),
                                base.range(),
                                touched.figure().breakdown())
                        .map(filed -> compared(touched, indicator, value, filed))
                        .orElse(null);
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

    private static List<Base> bases(CalendarPeriod period, Measure measure) {
        List<Base> bases = new ArrayList<>(4);
        period.previous().ifPresent(when -> bases.add(new Base(when, MeasureRange.BEST)));
        period.samePeriodLastYear().ifPresent(when -> bases.add(new Base(when, MeasureRange.BEST)));
        if (measure == Measure.PLAN || measure == Measure.TARGET) {
            period.previous().ifPresent(when -> bases.add(new Base(when, MeasureRange.exactly(measure))));
        } else {
            bases.add(new Base(period, MeasureRange.PLANNED));
            period.year().ifPresent(when -> bases.add(new Base(when, MeasureRange.PLANNED)));
        }
        return bases;
    }

    private static @Nullable Note compared(
            Touched touched, IndicatorDefinition indicator, BigDecimal value, Filed base) {
        BigDecimal other = base.value();
        BigDecimal shown = Magnitude.jump(value, other).orElse(null);
        if (shown == null) {
            return null;
        }
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
                        .tellingOf(List.of(base.figure().regime()))
                        .justified(true),
                "/value");
    }
}
