package vn.kybao.task;

import java.time.LocalDate;
import vn.kybao.period.CalendarPeriod.Window;

/**
 * The days that are counted.
 *
 * @param before the last day before them: what was owed and not done on it is carried over
 * @param day the last of them, from which all is seen
 */
record Span(LocalDate before, LocalDate day) {
    /**
     * A window seen from a day. What happened after the window does not count in it; before it has begun there is only
     * what will be carried over.
     */
    static Span of(Window window, LocalDate asOf) {
        LocalDate day = asOf.isAfter(window.end()) ? window.end() : asOf;
        LocalDate eve = window.start().minusDays(1);
        return new Span(day.isBefore(eve) ? day : eve, day);
    }
}
