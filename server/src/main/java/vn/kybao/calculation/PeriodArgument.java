package vn.kybao.calculation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.period.CalendarPeriod;

/** The period a reference names: itself, a shift, or a code. */
public final class PeriodArgument {
    private static final Set<String> SHIFTS = Set.of("previous", "previous-year", "same-period-last-year", "year");

    private PeriodArgument() {}

    /** The names of shifts: {@code previous} and the others. */
    public static Set<String> shifts() {
        return SHIFTS;
    }

    static boolean isReadable(String argument) {
        return SHIFTS.contains(argument) || CalendarPeriod.parse(argument).isPresent();
    }

    /** The period that an argument names, seen from another; empty when there is none. */
    public static Optional<CalendarPeriod> resolve(CalendarPeriod period, @Nullable String argument) {
        return switch (argument) {
            case null -> Optional.of(period);
            case "previous" -> period.previous();
            case "previous-year" -> period.previousYear();
            case "same-period-last-year" -> period.samePeriodLastYear();
            case "year" -> period.year();
            default -> CalendarPeriod.parse(argument);
        };
    }
}
