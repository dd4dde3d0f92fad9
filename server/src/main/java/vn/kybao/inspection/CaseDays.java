package vn.kybao.inspection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.collection.PeriodLocks.Place;

/**
 * When a case was.
 *
 * @param days its days in the order they have to come in
 * @param period its period, or null
 * @param settled when it was settled; null while it is not, or for what is never settled
 */
record CaseDays(
        List<Day> days, @Nullable String period, @Nullable Day settled) {
    /** What {@link #spots} calls the place where it was settled. */
    static final String SETTLED = "settled";

    private static final String PERIOD = "/period";

    /**
     * A day and the field that says it.
     *
     * @param pointer the field
     * @param on the day, or null when it is not known
     */
    record Day(String pointer, @Nullable LocalDate on) {}

    /**
     * A place in the calendar and the field that says it.
     *
     * @param pointer the field
     * @param place the place
     */
    record Spot(String pointer, Place place) {}

    static CaseDays of(@Nullable String period, Day... days) {
        return new CaseDays(Arrays.asList(days), period, null);
    }

    CaseDays settledOn(Day day) {
        return new CaseDays(days, period, day);
    }

    /** The days that are known. */
    List<Day> known() {
        return days.stream().filter(day -> day.on() != null).toList();
    }

    /** Every place that a closed collection would keep, by what it says of the case. */
    Map<String, Spot> spots() {
        Map<String, Spot> spots = new LinkedHashMap<>();
        List<Day> known = known();
        spots.put("begun", known.isEmpty() ? spot(new Day(PERIOD, null)) : spot(known.getFirst()));
        known.stream().skip(1).forEach(day -> spots.put(day.pointer(), spot(day)));
        if (settled != null) {
            spots.put(SETTLED, spot(settled));
        }
        return spots;
    }

    /** A day lies where it is; without one the case lies in its period. */
    private Spot spot(Day day) {
        return new Spot(day.pointer(), new Place(day.on(), day.on() == null ? period : null));
    }
}
