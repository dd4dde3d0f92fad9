package vn.kybao.period;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.ReportingCalendar;

/**
 * A period of the immutable calendar.
 *
 * @param code {@code 2024-05}, {@code 2018-Q1}, {@code 2021-H1}, {@code 2024-9M}, {@code 2024} or {@code adhoc-<slug>}
 * @param type its type
 * @param start its first day
 * @param end its last day
 */
public record CalendarPeriod(String code, PeriodType type, LocalDate start, LocalDate end) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2}|Q[1-4]|H[12]|9M))?");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** The standard period of that code; empty when there is none. */
    public static Optional<CalendarPeriod> parse(String code) {
        Matcher form = FORM.matcher(code);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        String part = form.group(2);
        if (part == null) {
            return Optional.of(months(code, PeriodType.YEAR, year, 1, 12));
        }
        return switch (part.charAt(0)) {
            case 'Q' -> {
                int quarter = part.charAt(1) - '0';
                yield Optional.of(months(code, PeriodType.QUARTER, year, quarter * 3 - 2, quarter * 3));
            }
            case 'H' -> {
                int half = part.charAt(1) - '0';
                yield Optional.of(months(code, PeriodType.HALF_YEAR, year, half * 6 - 5, half * 6));
            }
            case '9' -> Optional.of(months(code, PeriodType.NINE_MONTHS, year, 1, 9));
            default -> {
                int month = Integer.parseInt(part);
                yield month >= 1 && month <= 12
                        ? Optional.of(months(code, PeriodType.MONTH, year, month, month))
                        : Optional.empty();
            }
        };
    }

    /** Every standard period of a year, by start and end. */
    public static List<CalendarPeriod> ofYear(int year) {
        return IntStream.concat(IntStream.rangeClosed(1, 12), IntStream.rangeClosed(13, 20))
                .mapToObj(i -> switch (i) {
                    case 13, 14, 15, 16 -> year + "-Q" + (i - 12);
                    case 17, 18 -> year + "-H" + (i - 16);
                    case 19 -> year + "-9M";
                    case 20 -> String.valueOf(year);
                    default -> "%d-%02d".formatted(year, i);
                })
                .flatMap(code -> parse(code).stream())
                .sorted(java.util.Comparator.comparing(CalendarPeriod::start).thenComparing(CalendarPeriod::end))
                .toList();
    }

    /** True for half-years, nine months and years, which add up from shorter periods. */
    public boolean cumulative() {
        return type == PeriodType.HALF_YEAR || type == PeriodType.NINE_MONTHS || type == PeriodType.YEAR;
    }

    /** The same months of the year before; empty for an ad-hoc period. */
    public Optional<CalendarPeriod> samePeriodLastYear() {
        return type == PeriodType.AD_HOC
                ? Optional.empty()
                : parse((start.getYear() - 1) + code.substring(code.indexOf('-') < 0 ? code.length() : 4));
    }

    /** The year it lies in; empty for an ad-hoc period. */
    public Optional<CalendarPeriod> year() {
        return type == PeriodType.AD_HOC ? Optional.empty() : parse(String.valueOf(start.getYear()));
    }

    /** The whole year before; empty for an ad-hoc period. */
    public Optional<CalendarPeriod> previousYear() {
        return type == PeriodType.AD_HOC ? Optional.empty() : parse(String.valueOf(start.getYear() - 1));
    }

    /** The period of the same type before it; empty for an ad-hoc period. */
    public Optional<CalendarPeriod> previous() {
        int year = start.getYear();
        int month = start.getMonthValue();
        return switch (type) {
            case MONTH -> parse(YearMonth.of(year, month).minusMonths(1).toString());
            case QUARTER -> parse(month == 1 ? (year - 1) + "-Q4" : year + "-Q" + (month / 3));
            case HALF_YEAR -> parse(month == 1 ? (year - 1) + "-H2" : year + "-H1");
            case NINE_MONTHS, YEAR -> samePeriodLastYear();
            case AD_HOC -> Optional.empty();
        };
    }

    /** The period that begins where it ends; empty for nine months and ad-hoc periods, which none follows. */
    public Optional<CalendarPeriod> next() {
        return switch (type) {
            case MONTH -> parse(YearMonth.from(end.plusDays(1)).toString());
            case QUARTER ->
                parse(end.plusDays(1).getYear() + "-Q" + (end.plusDays(1).getMonthValue() + 2) / 3);
            case HALF_YEAR -> parse(end.plusDays(1).getYear() + (end.getMonthValue() == 6 ? "-H2" : "-H1"));
            case YEAR -> parse(String.valueOf(start.getYear() + 1));
            case NINE_MONTHS, AD_HOC -> Optional.empty();
        };
    }

    /** The periods that count from New Year, the shortest first, of the year it lies in. */
    public List<CalendarPeriod> sinceNewYear() {
        int year = start.getYear();
        return type == PeriodType.AD_HOC
                ? List.of()
                : all(List.of(year + "-Q1", year + "-H1", year + "-9M", "" + year));
    }

    /** The ways a cumulative period is made of shorter ones, the coarsest first; empty for the others. */
    public List<List<CalendarPeriod>> decompositions() {
        int year = start.getYear();
        int firstQuarter = (start.getMonthValue() + 2) / 3;
        int lastQuarter = end.getMonthValue() / 3;
        List<CalendarPeriod> quarters = all(IntStream.rangeClosed(firstQuarter, lastQuarter)
                .mapToObj(q -> year + "-Q" + q)
                .toList());
        List<CalendarPeriod> months = all(IntStream.rangeClosed(start.getMonthValue(), end.getMonthValue())
                .mapToObj(m -> "%d-%02d".formatted(year, m))
                .toList());
        return switch (type) {
            case YEAR -> List.of(all(List.of(year + "-H1", year + "-H2")), quarters, months);
            case NINE_MONTHS -> List.of(all(List.of(year + "-H1", year + "-Q3")), quarters, months);
            case HALF_YEAR -> List.of(quarters, months);
            default -> List.of();
        };
    }

    /** The days that the figures of this period are about, under a calendar. */
    public Window window(ReportingCalendar calendar) {
        if (calendar == ReportingCalendar.CALENDAR || type == PeriodType.AD_HOC) {
            return new Window(start, end);
        }
        // Decree 09/2019/NĐ-CP art. 12: from the 15th of the month before to the 14th of the last month.
        return new Window(start.minusMonths(1).withDayOfMonth(15), end.withDayOfMonth(14));
    }

    /**
     * First and last day.
     *
     * @param start the first
     * @param end the last
     */
    public record Window(LocalDate start, LocalDate end) {}

    private static List<CalendarPeriod> all(List<String> codes) {
        return codes.stream().flatMap(code -> parse(code).stream()).toList();
    }

    private static CalendarPeriod months(String code, PeriodType type, int year, int first, int last) {
        return new CalendarPeriod(
                code,
                type,
                LocalDate.of(year, Month.of(first), 1),
                YearMonth.of(year, last).atEndOfMonth());
    }
}
