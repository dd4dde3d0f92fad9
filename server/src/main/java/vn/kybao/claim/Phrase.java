package vn.kybao.claim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.PeriodType;
import vn.kybao.period.CalendarPeriod;

/**
 * Words for a period or a plan.
 *
 * @param first the first piece
 * @param end the piece after the last
 * @param role how it is told; null when by its own name, as {@code quý I/2024}
 * @param period the period meant; null for a plan, a date, and what the calendar has not
 */
record Phrase(
        int first, int end, @Nullable Role role, @Nullable CalendarPeriod period) {

    /** What a comparison with it is a comparison with; empty when there is no such base. */
    Optional<ComparisonBase> base(CalendarPeriod of) {
        ComparisonBase base = switch (role) {
            case PLAN -> ComparisonBase.PLAN;
            case SAME_PERIOD -> isSamePeriod(of) ? ComparisonBase.SAME_PERIOD_LAST_YEAR : null;
            case LAST_YEAR -> ComparisonBase.PREVIOUS_YEAR;
            case LAST_PERIOD -> ComparisonBase.PREVIOUS_PERIOD;
            case LAST_QUARTER -> previous(of, PeriodType.QUARTER);
            case LAST_MONTH -> previous(of, PeriodType.MONTH);
            case null, default -> named(of);
        };
        return Optional.ofNullable(base);
    }

    private boolean isSamePeriod(CalendarPeriod of) {
        return period == null || of.samePeriodLastYear().filter(period::equals).isPresent();
    }

    /** The quarter before is the period before where the text is about a quarter. */
    private static @Nullable ComparisonBase previous(CalendarPeriod of, PeriodType type) {
        return of.type() == type ? ComparisonBase.PREVIOUS_PERIOD : null;
    }

    private @Nullable ComparisonBase named(CalendarPeriod of) {
        if (period == null) {
            return null;
        }
        if (period.type() == PeriodType.YEAR
                && period.start().getYear() == of.start().getYear() - 1) {
            return ComparisonBase.PREVIOUS_YEAR;
        }
        if (of.samePeriodLastYear().filter(period::equals).isPresent()) {
            return ComparisonBase.SAME_PERIOD_LAST_YEAR;
        }
        return of.previous().filter(period::equals).isPresent() ? ComparisonBase.PREVIOUS_PERIOD : null;
    }

    /** The period that a figure is said to be of, where that is another than the text's. */
    Optional<CalendarPeriod> other(CalendarPeriod than) {
        boolean ownYear = period != null
                && role != Role.WHOLE_YEAR
                && period.type() == PeriodType.YEAR
                && period.start().getYear() == than.start().getYear();
        // "In 2024" says of a report on a quarter of 2024 no more than that it is of that year.
        return Optional.ofNullable(ownYear ? null : period).filter(meant -> !meant.equals(than));
    }

    /** Another period than the text's, or a plan: what is said of it is no figure of the text's period. */
    boolean isElsewhere(CalendarPeriod than) {
        return (role != null && role.isBase()) || other(than).isPresent();
    }
}
