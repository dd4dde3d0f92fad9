package vn.kybao.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/**
 * Dates and instants of the years 1900 to 2199: what lies outside is a slip of the pen, and old dates do not survive the
 * way through calendars that databases and drivers switch in 1582.
 */
final class CalendarFormats {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    static final List<Format> ALL = List.of(
            new Bounded("date", text -> LocalDate.parse(text)),
            new Bounded(
                    "date-time",
                    text -> OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate()));

    private CalendarFormats() {}

    private record Bounded(String name, Function<String, LocalDate> reader) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                int year = reader.apply(value).getYear();
                return year >= FIRST_YEAR && year <= LAST_YEAR;
            } catch (DateTimeException unreadable) {
                return false;
            }
        }
    }
}
