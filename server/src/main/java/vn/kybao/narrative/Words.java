package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a text into words, numbers, blanks and signs, or into lines; together they are the text. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }

    /** Each with the line feed that ends it. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        if (Character.isWhitespace(first)) {
            return run(text, start, Character::isWhitespace);
        }
        if (!isOfWord(first)) {
            return start + Character.charCount(first);
        }
        int end = run(text, start, Words::isOfWord);
        while (isBetweenDigits(text, end)) {
            end = run(text, end + 1, Words::isOfWord);
        }
        return end;
    }

    /** 989.342 and 62,85 are one word each. */
    private static boolean isBetweenDigits(String text, int place) {
        return place + 1 < text.length()
                && (text.charAt(place) == '.' || text.charAt(place) == ',')
                && Character.isDigit(text.charAt(place - 1))
                && Character.isDigit(text.charAt(place + 1));
    }

    static boolean isOfWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static int run(String text, int start, IntPredicate belongs) {
        int end = start;
        while (end < text.length() && belongs.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
