package vn.kybao.claim;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.claim.Lexicon.Found;
import vn.kybao.claim.Token.Kind;
import vn.kybao.period.CalendarPeriod;

/** Reads words for periods: {@code quý I/2024}, {@code 6 tháng đầu năm}, {@code cùng kỳ năm 2023}, {@code kế hoạch năm}. */
final class Phrases {
    private static final Map<String, Integer> QUARTERS = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("1", 1),
            Map.entry("2", 2),
            Map.entry("3", 3),
            Map.entry("4", 4));
    private static final Map<Integer, String> FIRST_MONTHS = Map.of(3, "Q1", 6, "H1", 9, "9M");
    private static final Map<Integer, String> LAST_MONTHS = Map.of(3, "Q4", 6, "H2");

    private final List<Token> tokens;
    private final @Nullable Found[] wordings;
    private final CalendarPeriod about;

    Phrases(List<Token> tokens, @Nullable Found[] wordings, CalendarPeriod about) {
        this.tokens = tokens;
        this.wordings = wordings;
        this.about = about;
    }

    /** The words for a period that begin at a place, or null. */
    @Nullable
    Phrase at(int i) {
        if (tokens.get(i).is(Kind.DIGITS)) {
            return months(i);
        }
        Found found = wordings[i];
        if (found == null || found.first() != i) {
            return null;
        }
        return switch (found.role()) {
            case SAME_PERIOD -> samePeriod(i, found.end());
            case LAST_YEAR ->
                new Phrase(i, found.end(), found.role(), about.previousYear().orElse(null));
            case LAST_QUARTER, LAST_MONTH, LAST_PERIOD ->
                new Phrase(i, found.end(), found.role(), about.previous().orElse(null));
            case PLAN -> new Phrase(i, afterYear(found.end()), found.role(), null);
            case WHOLE_YEAR -> wholeYear(i, found.end());
            case DAY -> date(i, found.end());
            case MONTH -> month(i, found.end());
            case QUARTER -> quarter(i, found.end());
            case YEAR -> year(found.end()) > 0 ? new Phrase(i, found.end() + 1, null, yearAt(found.end())) : null;
            default -> null;
        };
    }

    private Phrase samePeriod(int first, int end) {
        int after = afterYear(end);
        int year = after > end ? year(after - 1) : about.start().getYear() - 1;
        CalendarPeriod period = about.samePeriodLastYear()
                .flatMap(last -> CalendarPeriod.parse(year + last.code().substring(4)))
                .orElse(null);
        return new Phrase(first, after, Role.SAME_PERIOD, period);
    }

    private Phrase wholeYear(int first, int end) {
        int after = afterYear(end);
        CalendarPeriod year = after > end ? yearAt(after - 1) : about.year().orElse(null);
        return new Phrase(first, after, Role.WHOLE_YEAR, year);
    }

    /** {@code ngày 15}, {@code ngày 15 tháng 3 năm 2024}: a day is no period. */
    private @Nullable Phrase date(int first, int at) {
        if (number(at, 31) < 0 || isSign(at + 1, '/')) {
            return null;
        }
        Phrase month = at + 1 < tokens.size() && isRole(at + 1, Role.MONTH) ? month(at + 1, at + 2) : null;
        return new Phrase(first, month == null ? at + 1 : month.end(), null, null);
    }

    private @Nullable Phrase month(int first, int at) {
        int month = number(at, 12);
        if (month < 1) {
            return null;
        }
        int end = afterYearOf(at + 1);
        return period(
                first,
                end,
                "%d-%02d",
                end > at + 1 ? year(end - 1) : about.start().getYear(),
                month);
    }

    private @Nullable Phrase quarter(int first, int at) {
        Integer quarter = at < tokens.size() ? QUARTERS.get(tokens.get(at).letters()) : null;
        if (quarter == null) {
            return null;
        }
        int end = afterYearOf(at + 1);
        return period(
                first,
                end,
                "%d-Q%d",
                end > at + 1 ? year(end - 1) : about.start().getYear(),
                quarter);
    }

    private static Phrase period(int first, int end, String form, int year, int part) {
        return new Phrase(
                first,
                end,
                null,
                CalendarPeriod.parse(form.formatted(year, part)).orElse(null));
    }

    /** {@code 6 tháng đầu năm 2024}. */
    private @Nullable Phrase months(int first) {
        Found found = first + 1 < tokens.size() ? wordings[first + 1] : null;
        int count = number(first, 12);
        if (found == null || count < 1) {
            return null;
        }
        String part = switch (found.role()) {
            case FIRST_MONTHS -> FIRST_MONTHS.getOrDefault(count, "");
            case LAST_MONTHS -> LAST_MONTHS.getOrDefault(count, "");
            default -> null;
        };
        if (part == null) {
            return null;
        }
        int end = year(found.end()) > 0 ? found.end() + 1 : found.end();
        int year = end > found.end() ? year(found.end()) : about.start().getYear();
        CalendarPeriod period =
                part.isEmpty() ? null : CalendarPeriod.parse(year + "-" + part).orElse(null);
        return new Phrase(first, end, null, period);
    }

    /** Past {@code năm 2023} or {@code 2023}. */
    private int afterYear(int at) {
        if (year(at) > 0) {
            return at + 1;
        }
        return at < tokens.size() && isRole(at, Role.YEAR) && year(at + 1) > 0 ? at + 2 : at;
    }

    /** Past {@code /2023}, {@code năm 2023}. */
    private int afterYearOf(int at) {
        return isSign(at, '/') && year(at + 1) > 0 ? at + 2 : afterYear(at);
    }

    private boolean isSign(int at, char sign) {
        return at < tokens.size() && tokens.get(at).isSign(sign);
    }

    private boolean isRole(int at, Role role) {
        Found found = wordings[at];
        return found != null && found.role() == role;
    }

    private @Nullable CalendarPeriod yearAt(int at) {
        return CalendarPeriod.parse(String.valueOf(year(at))).orElse(null);
    }

    /** The year that stands at a place, or -1. */
    private int year(int at) {
        if (at >= tokens.size() || tokens.get(at).length() != 4) {
            return -1;
        }
        int year = number(at, 2199);
        return year < 1900 ? -1 : year;
    }

    /** A small whole number that stands alone at a place, or -1. */
    private int number(int at, int most) {
        if (at >= tokens.size()
                || !tokens.get(at).is(Kind.DIGITS)
                || tokens.get(at).length() > 4) {
            return -1;
        }
        boolean goesOn = at + 2 < tokens.size()
                && tokens.get(at + 1).isSign(".,")
                && tokens.get(at + 1).glued()
                && tokens.get(at + 2).is(Kind.DIGITS)
                && tokens.get(at + 2).glued();
        int number = Integer.parseInt(tokens.get(at).letters());
        return goesOn || number > most ? -1 : number;
    }
}
