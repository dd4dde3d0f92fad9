package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.List;

/** Finds what stands in double braces. A backslash before them makes them text. */
final class Braces {
    private static final String OPEN = "{{";
    private static final int LONGEST_ECHO = 100;

    private Braces() {}

    /**
     * A place in a text.
     *
     * @param start its first UTF-16 unit
     * @param end the unit after its last
     * @param closed whether the braces are closed on the same line; otherwise it is the opening ones alone
     */
    record Span(int start, int end, boolean closed) {}

    static List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        int from = text.indexOf(OPEN);
        while (from >= 0) {
            int next = from + OPEN.length();
            if (!isEscaped(text, from)) {
                int close = next;
                while (close < text.length() && "{}`\n\r".indexOf(text.charAt(close)) < 0) {
                    close++;
                }
                boolean closed = text.startsWith("}}", close);
                next = closed ? close + 2 : next;
                spans.add(new Span(from, next, closed));
            }
            from = text.indexOf(OPEN, next);
        }
        return spans;
    }

    /** What is shown of braces that nothing closes: the line up to what is no part of a reference. */
    static String excerpt(String text, int start) {
        int end = start + OPEN.length();
        while (end < text.length() && end - start < LONGEST_ECHO && "{`\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
            if (text.charAt(end - 1) == '}') {
                break;
            }
        }
        boolean cutsCharacter = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(start, cutsCharacter ? end - 1 : end);
    }

    private static boolean isEscaped(String text, int place) {
        int backslashes = 0;
        while (place > backslashes && text.charAt(place - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
