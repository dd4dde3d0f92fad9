package vn.kybao.document;

import java.text.Normalizer;

/**
 * A text in which numbers of documents can be read: one kind of space, dash and slash, plain digits, without what does not
 * show and without the signs of Markdown. Every character knows where it stood.
 */
final class FoldedText {
    /** Stands for what is neither read nor passed over: the end of a paragraph, a reference in braces. */
    static final char BREAK = '\n';

    private final char[] chars;
    private final int[] at;
    private int length;

    private FoldedText(int capacity) {
        chars = new char[capacity];
        at = new int[capacity];
    }

    /** A text as it stands; places are those of the text. */
    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text.length());
        int lastEnd = text.lastIndexOf("}}");
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '{' && text.startsWith("{{", i) && i + 2 <= lastEnd) {
                folded.add(BREAK, i);
                i = text.indexOf("}}", i + 2) + 2;
            } else if (c == '\n' || c == '\r') {
                folded.add(goesOn(text, i) ? ' ' : BREAK, i);
                i++;
            } else {
                if (!isDropped(c)) {
                    folded.add(folded(c), i);
                }
                i++;
            }
        }
        return folded;
    }

    /** A text on its own, whose places do not matter. */
    static FoldedText ofNumber(String raw) {
        return of(Normalizer.normalize(raw, Normalizer.Form.NFC));
    }

    int length() {
        return length;
    }

    /** The character at a place; a break beyond the ends. */
    char at(int place) {
        return place < 0 || place >= length ? BREAK : chars[place];
    }

    /** Where the character stood in the text. */
    int origin(int place) {
        return at[place];
    }

    String substring(int start, int end) {
        return new String(chars, start, Math.max(0, Math.min(end, length) - start));
    }

    /** The first place at or after one, and at most so many on, where there is no space. */
    int skipSpaces(int place, int most) {
        int i = place;
        while (i < place + most && at(i) == ' ') {
            i++;
        }
        return i;
    }

    private void add(char c, int origin) {
        chars[length] = c;
        at[length++] = origin;
    }

    /** A line that begins with a word goes on with the paragraph; a blank one, a bullet or a heading does not. */
    private static boolean goesOn(String text, int lineEnd) {
        int i = lineEnd + 1;
        if (text.charAt(lineEnd) == '\r' && i < text.length() && text.charAt(i) == '\n') {
            i++;
        }
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i < text.length() && Character.isLetter(text.charAt(i));
    }

    private static boolean isDropped(char c) {
        return c == '*' || c == '\\' || Character.getType(c) == Character.FORMAT;
    }

    private static char folded(char c) {
        if (c < 0x80) {
            return c == '\t' ? ' ' : c;
        }
        if (Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (c) {
            case 'Ð', 'Ɖ' -> 'Đ'; // Eth and the African D look like it, and old keyboards wrote them.
            case 'ð', 'ɖ' -> 'đ';
            case 'ª' -> 'a';
            case 'º' -> 'o';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFE63' -> '-';
            case '\u2044', '\u2215', '\u29F8' -> '/';
            case '¹' -> '1';
            case '²' -> '2';
            case '³' -> '3';
            default -> digit(c);
        };
    }

    /** Digits that stand high, low or wide. */
    private static char digit(char c) {
        if (c == '⁰' || (c >= '⁴' && c <= '⁹')) {
            return (char) ('0' + (c - '⁰'));
        }
        if (c >= '₀' && c <= '₉') {
            return (char) ('0' + (c - '₀'));
        }
        // What East Asian keyboards write wide.
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
    }
}
