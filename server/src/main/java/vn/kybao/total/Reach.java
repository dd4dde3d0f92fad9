package vn.kybao.total;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.regime.RegimeDefinition;

/**
 * The days whose rows a total is about.
 *
 * @param window the days of the period, by the calendar of a regime where one shifts them
 * @param regime the regime that shifts them, or null where they are the period's own
 * @param asOf the day up to which rows count where the window goes on after it, or null
 */
public record Reach(
        Window window, @Nullable String regime, @Nullable LocalDate asOf) {

    /** All days of a period, by the calendar of a regime or its own. */
    public static Reach of(CalendarPeriod period, @Nullable RegimeDefinition regime) {
        Window own = new Window(period.start(), period.end());
        Window window = regime == null ? own : period.window(regime.calendar());
        return new Reach(window, regime == null || window.equals(own) ? null : regime.code(), null);
    }

    /** The same as it is seen from a day, be it within the window or after it. */
    public Reach seenFrom(@Nullable LocalDate day) {
        return new Reach(window, regime, day);
    }

    /** The same up to a day, which nothing hangs on unless days follow it. */
    public Reach until(@Nullable LocalDate day) {
        return new Reach(window, regime, day == null || !day.isBefore(window.end()) ? null : day);
    }

    /** True when the same rows count, whichever regime says so. */
    public boolean isSameDays(Reach other) {
        return window.equals(other.window) && Objects.equals(asOf, other.asOf);
    }

    /** What a link to the rows has to say of it, {@code asOf} left out. */
    public String query() {
        return regime == null ? "" : "&regime=" + regime;
    }
}
