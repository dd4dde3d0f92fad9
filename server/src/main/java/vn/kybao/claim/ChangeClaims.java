package vn.kybao.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.ValueType;
import vn.kybao.calculation.Annex;
import vn.kybao.calculation.Comparing;
import vn.kybao.calculation.Figure;
import vn.kybao.claim.Statement.Stated;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Numbers;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.Texts;

/** Changes in percent and parts of a plan that a text states, beside those that the figures in force make. */
final class ChangeClaims {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final String VARIANT = "variant";

    private final Texts texts;

    ChangeClaims(Texts texts) {
        this.texts = texts;
    }

    /**
     * A figure beside what it is compared with.
     *
     * @param current the figure
     * @param base what it is compared with
     * @param against which base that is
     * @param exact the figure in percent of the base
     * @param annex the same as the annex has it, half up to one decimal
     * @param points how much the figure is above the base
     */
    private record Compared(
            Figure current,
            Figure base,
            ComparisonBase against,
            BigDecimal exact,
            BigDecimal annex,
            BigDecimal points) {}

    List<Note> change(Statement statement) {
        return statement.stated().map(this::changed).orElse(List.of());
    }

    /** {@code đạt 24% kế hoạch}. */
    List<Note> part(Statement statement) {
        ComparisonBase base = statement.claim().getBase();
        Stated stated = statement.stated().orElse(null);
        Compared compared =
                stated == null || base == null ? null : compared(stated, base).orElse(null);
        if (stated == null || compared == null) {
            return List.of();
        }
        Agreement agreement = stated.agreement();
        return agreement.holds(compared.exact) || agreement.holds(compared.annex)
                ? List.of()
                : List.of(
                        told(stated, compared, "part", compared.annex, Numbers.in(Language.VI, compared.annex) + " %"));
    }

    private List<Note> changed(Stated stated) {
        ComparisonBase base = stated.statement().claim().getBase();
        boolean part = isPartOfAYear(stated.period());
        if (part && isFlow(stated.definition()) && (base == null || base == ComparisonBase.PREVIOUS_YEAR)) {
            return baseUnclear(stated, base);
        }
        if (base == null) {
            // Of a whole year there is one natural base; of a stock there are several, and no telling which is meant.
            return part ? List.of() : against(stated, ComparisonBase.PREVIOUS_YEAR);
        }
        if (part && base == ComparisonBase.PREVIOUS_YEAR && isMeantForSamePeriod(stated)) {
            return List.of(baseExplicit(stated, "same-period"));
        }
        return against(stated, base);
    }

    private static boolean isPartOfAYear(CalendarPeriod period) {
        return period.type() != PeriodType.YEAR && period.type() != PeriodType.AD_HOC;
    }

    private static boolean isFlow(IndicatorDefinition definition) {
        return definition.kind() == IndicatorKind.FLOW;
    }

    /** What a quarter brought in has its like in the same quarter, not in a whole year. */
    private List<Note> baseUnclear(Stated stated, @Nullable ComparisonBase base) {
        List<Note> notes = new ArrayList<>();
        notes.add(baseExplicit(stated, base == null ? "unnamed" : "whole-year"));
        boolean trueOfYear = base != null
                && compared(stated, base).filter(year -> agrees(stated, year)).isPresent();
        if (!trueOfYear) {
            notes.addAll(against(stated, ComparisonBase.SAME_PERIOD_LAST_YEAR));
        }
        return notes;
    }

    private boolean isMeantForSamePeriod(Stated stated) {
        Optional<Compared> year = compared(stated, ComparisonBase.PREVIOUS_YEAR);
        Optional<Compared> same = compared(stated, ComparisonBase.SAME_PERIOD_LAST_YEAR);
        return year.filter(found -> agrees(stated, found)).isEmpty()
                && same.filter(found -> agrees(stated, found)).isPresent();
    }

    private static Note baseExplicit(Stated stated, String variant) {
        return stated.note(ProblemCode.BASE_EXPLICIT).with(VARIANT, variant);
    }

    private List<Note> against(Stated stated, ComparisonBase base) {
        return compared(stated, base)
                .filter(compared -> !agrees(stated, compared))
                .map(compared -> List.of(differs(stated, compared)))
                .orElse(List.of());
    }

    /**
     * A percentage that fell from 4 to 3 fell by 25 %, or, as reports mostly say, by 1 %. An index of 104 is told as a rise
     * of 4 %.
     */
    private static boolean agrees(Stated stated, Compared compared) {
        Agreement agreement = stated.agreement();
        boolean index = isPercent(stated) && stated.definition().maximum() == null;
        BigDecimal now = compared.current.value();
        return agreement.holds(compared.exact.subtract(HUNDRED))
                || agreement.holds(compared.annex.subtract(HUNDRED))
                || (isPercent(stated) && agreement.holds(compared.points))
                || (index && now != null && agreement.holds(now.subtract(HUNDRED)));
    }

    private static boolean isPercent(Stated stated) {
        return stated.definition().valueType() == ValueType.PERCENT;
    }

    private Note differs(Stated stated, Compared compared) {
        BigDecimal change = isPercent(stated) ? compared.points : compared.annex.subtract(HUNDRED);
        String verb = change.signum() < 0 ? "giảm" : "tăng";
        String unit = isPercent(stated) ? " điểm phần trăm" : " %";
        String variant = (change.signum() < 0 ? "fall" : "rise") + (isPercent(stated) ? "-points" : "");
        return told(stated, compared, variant, change.abs(), verb + " " + Numbers.in(Language.VI, change.abs()) + unit);
    }

    private Note told(Stated stated, Compared compared, String variant, BigDecimal found, String expected) {
        String base = compared.against.getValue().toLowerCase(Locale.ROOT).replace('_', '-');
        return stated.note(ProblemCode.CLAIM_DIFFERS, compared.current, compared.base)
                .with(VARIANT, variant)
                .with("against", texts.both("base." + base))
                .with("found", found)
                .expected(expected);
    }

    /** Empty when one of the two is missing, when the base is 0, and when the two cannot be compared. */
    private static Optional<Compared> compared(Stated stated, ComparisonBase against) {
        IndicatorDefinition definition = stated.definition();
        Annex annex = stated.annex();
        Figure current = annex.current(definition.spec());
        Annex.Base base = annex.base(definition.spec(), against);
        BigDecimal now = current.value();
        BigDecimal then = base.figure().value();
        if (now == null || then == null || base.obstacle() != null) {
            return Optional.empty();
        }
        BigDecimal percent = Comparing.compare(now, then, definition.valueType(), ComparisonReading.CLOSENESS, null)
                .getPercent();
        if (percent == null) {
            return Optional.empty();
        }
        BigDecimal exact = now.multiply(HUNDRED).divide(then, MathContext.DECIMAL128);
        return Optional.of(new Compared(current, base.figure(), against, exact, percent, now.subtract(then)));
    }
}
