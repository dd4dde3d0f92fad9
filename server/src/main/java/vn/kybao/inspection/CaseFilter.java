package vn.kybao.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.paging.Pages.Slice;

/**
 * What every list of cases may be narrowed by.
 *
 * @param q words to find, or null
 * @param organization whose they are, or null
 * @param period the period they belong to, or null
 * @param regime the regime whose calendar gives the window, or null
 */
record CaseFilter(
        @Nullable String q,
        @Nullable String organization,
        @Nullable String period,
        @Nullable String regime) {
    /** Before every day there can be: rows without a day come last. */
    private static final LocalDate UNDATED = LocalDate.of(1000, 1, 1);

    /**
     * The days that rows of a list belong to; all null where every row does.
     *
     * @param from first day of the window
     * @param to last day of the window
     * @param start first day of the period itself
     * @param end last day of the period itself
     */
    record Within(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {
        static final Within ANY = new Within(null, null, null, null);

        static Within of(Span span) {
            return new Within(span.from(), span.to(), span.start(), span.end());
        }
    }

    /** Where a row stands in the order of the lists: by day, then as it was made. */
    static List<String> place(@Nullable LocalDate day, String id) {
        return List.of((day == null ? UNDATED : day).toString(), id);
    }

    /** The day of the last row of the page before; null on the first page. */
    static @Nullable LocalDate after(Slice slice) {
        String day = slice.after(0);
        return day == null ? null : LocalDate.parse(day);
    }
}
