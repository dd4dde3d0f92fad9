package vn.kybao.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.total.Reach;

/**
 * What belongs to a period: rows by their day, within the window of the regime's calendar; rows without a day by their own
 * period, whose days have to lie within the days of the period. The calendar shifts both periods alike, so their own days
 * are compared.
 *
 * @param from first day of the window
 * @param to last day of the window that counts
 * @param start the period's own first day
 * @param end the period's own last day
 */
record Span(LocalDate from, LocalDate to, LocalDate start, LocalDate end) {
    /** The span of a period by the calendar of a regime, or by the period's own days. */
    static Span of(CalendarPeriod period, @Nullable RegimeDefinition regime) {
        return of(period, Reach.of(period, regime));
    }

    /** Up to a day only rows that have one are cut off: of the others nobody knows on which side of it they lie. */
    static Span of(CalendarPeriod period, Reach reach) {
        LocalDate to = reach.asOf() == null ? reach.window().end() : reach.asOf();
        return new Span(reach.window().start(), to, period.start(), period.end());
    }
}
