package vn.kybao.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days between which something exists; open on a side that has no date. */
public final class Validity {
    private Validity() {}

    /** True when it exists on some day between the two. */
    public static boolean overlaps(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate start, LocalDate end) {
        return (from == null || !from.isAfter(end)) && (to == null || !to.isBefore(start));
    }

    /** The days as text: {@code 2018-01-01 – …}. */
    public static String text(@Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null ? "…" : from.toString()) + " – " + (to == null ? "…" : to.toString());
    }
}
