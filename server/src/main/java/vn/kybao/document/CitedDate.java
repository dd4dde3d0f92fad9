package vn.kybao.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day that stands behind a document's number.
 *
 * @param day the day, or null where what is written is none
 * @param end the place after it
 */
record CitedDate(@Nullable LocalDate day, int end) {
    private static final int MOST_SPACES = 4;

    /** The day behind a place: {@code ngày 15/3/2018}, {@code ngày 23 tháng 3 năm 2018}, {@code (15/3/2018)}; or null. */
    static @Nullable CitedDate after(FoldedText text, int place) {
        Reader reader = new Reader(text, text.skipSpaces(place, MOST_SPACES));
        boolean bracket = reader.skip('(');
        if (!bracket) {
            reader.skip(',');
        }
        boolean word = reader.skip("ngày");
        return word || bracket ? reader.day() : null;
    }

    /** Reads forward, over a few spaces between parts. */
    private static final class Reader {
        private final FoldedText text;
        private int place;

        Reader(FoldedText text, int place) {
            this.text = text;
            this.place = place;
        }

        boolean skip(char c) {
            if (text.at(place) != c) {
                return false;
            }
            place = text.skipSpaces(place + 1, MOST_SPACES);
            return true;
        }

        boolean skip(String word) {
            int end = place + word.length();
            if (end > text.length() || !text.substring(place, end).equalsIgnoreCase(word)) {
                return false;
            }
            place = text.skipSpaces(end, MOST_SPACES);
            return true;
        }

        @Nullable
        CitedDate day() {
            int day = number(2);
            char mark = text.at(place);
            boolean words = skip("tháng");
            if (!words && !(isMark(mark) && skip(mark))) {
                return null;
            }
            int month = number(2);
            if (!(words ? skip("năm") : skip(mark))) {
                return null;
            }
            int start = place;
            int year = number(4);
            boolean whole = place - start >= 4 && !NumberScanner.isDigit(text.at(place));
            return whole ? date(year, month, day) : null;
        }

        private @Nullable CitedDate date(int year, int month, int day) {
            int end = text.at(lastDigit() + 1) == ')' ? lastDigit() + 2 : lastDigit() + 1;
            try {
                return year < 1900 || year > 2199 ? null : new CitedDate(LocalDate.of(year, month, day), end);
            } catch (DateTimeException noSuchDay) {
                return new CitedDate(null, end);
            }
        }

        private int lastDigit() {
            int i = place - 1;
            while (text.at(i) == ' ') {
                i--;
            }
            return i;
        }

        private static boolean isMark(char c) {
            return c == '/' || c == '-' || c == '.';
        }

        /** A number of at most so many digits, and the spaces after it; −1 when there is none. */
        private int number(int most) {
            int value = -1;
            for (int i = 0; i < most && NumberScanner.isDigit(text.at(place)); i++) {
                value = Math.max(0, value) * 10 + text.at(place++) - '0';
            }
            place = text.skipSpaces(place, MOST_SPACES);
            return value;
        }
    }
}
