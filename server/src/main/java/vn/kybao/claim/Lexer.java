package vn.kybao.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.claim.Token.Kind;

/** Cuts a text into words, digits and signs, and into sentences; marks of emphasis and labels of lists are left out. */
final class Lexer {
    private static final String TRANSPARENT = "*_`\\";
    private static final String MARKERS = " \t>#*+-–—•·_\u00a0";
    /** {@code 1.}, {@code 2.2}, {@code 3)} where a line starts; a figure of three digits after a dot is none. */
    private static final Pattern LABEL =
            Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2}){0,8}[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,8})(?=[\\s\\u00a0*_])");

    /** A line that is nothing but a number is the cell of a table, or counts the lines. */
    private static final Pattern LONE_NUMBER = Pattern.compile("\\d[\\d.,]*+%?[ \\t\\u00a0]*+(?=\\r?\\n|$)");

    /** A line that begins with one of these does not go on with the sentence before it. */
    private static final Pattern NEW_ITEM = Pattern.compile(
            "[ \\t\\u00a0]*+(?:$|\\r?\\n|[#>|]|[-+*•–] |\\d{1,3}(?:\\.\\d{1,3}){0,8}[.)][ \\t]|[A-Za-zđĐ][.)][ \\t]|[IVX]{1,5}\\. |```|~~~"
                    + "|" + LONE_NUMBER + ")");

    private static final String CLOSING = "*_`\"'”’)]»";

    private final String body;
    private final byte[] parts;
    private final Map<String, Spelling> known = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();
    private boolean lineStarts = true;
    private boolean lineStandsAlone;

    private Lexer(String body, byte[] parts) {
        this.body = body;
        this.parts = parts;
    }

    static List<Token> read(String body, byte[] parts) {
        return new Lexer(body, parts).read();
    }

    /** A name, which is nothing but text. */
    static List<Token> read(String name) {
        return read(name, new byte[name.length()]);
    }

    private List<Token> read() {
        int i = 0;
        while (i < body.length()) {
            if (lineStarts) {
                i = startOfLine(i);
                lineStarts = false;
            } else {
                i = next(i);
            }
        }
        return tokens;
    }

    /** Past bullets and labels; what they mark begins there. */
    private int startOfLine(int from) {
        int i = from;
        while (i < body.length() && MARKERS.indexOf(body.charAt(i)) >= 0) {
            lineStandsAlone |= body.charAt(i) == '#';
            i++;
        }
        lineStandsAlone |= i < body.length() && body.charAt(i) == '|';
        lineStandsAlone |= startsWith(LONE_NUMBER, i);
        var label = LABEL.matcher(body).region(i, body.length()).useTransparentBounds(true);
        return parts.length > i && parts[i] == Markup.TEXT && label.lookingAt() ? label.end() : i;
    }

    private boolean startsWith(Pattern pattern, int at) {
        return pattern.matcher(body).region(at, body.length()).lookingAt();
    }

    private int next(int i) {
        int c = body.codePointAt(i);
        int end = i + Character.charCount(c);
        if (c == '\n') {
            endOfLine(i);
            return end;
        }
        if (parts[i] != Markup.TEXT) {
            return opaque(i);
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
            return end;
        }
        if (c >= '0' && c <= '9') {
            return written(Kind.DIGITS, i);
        }
        if (isLetter(c)) {
            return written(Kind.WORD, i);
        }
        if (c < 128 && TRANSPARENT.indexOf(c) >= 0) {
            return end;
        }
        if (endsSentence(c, i)) {
            add(Kind.BREAK, i, end, null);
        } else {
            tokens.add(new Token(Kind.SIGN, i, end, null, end - i == 1 ? (char) c : '\u0001', glued(i)));
        }
        return end;
    }

    private int opaque(int from) {
        byte part = parts[from];
        int end = from;
        while (end < body.length() && parts[end] == part) {
            end++;
            if (part == Markup.REFERENCE && body.startsWith("}}", end - 2)) {
                break;
            }
        }
        add(part == Markup.REFERENCE ? Kind.REFERENCE : Kind.OPAQUE, from, end, null);
        return end;
    }

    private int written(Kind kind, int from) {
        int end = from;
        while (end < body.length() && parts[end] == Markup.TEXT) {
            int c = body.codePointAt(end);
            if (kind == Kind.DIGITS ? c < '0' || c > '9' : !isLetter(c) && !(c >= '0' && c <= '9')) {
                break;
            }
            end += Character.charCount(c);
        }
        add(kind, from, end, known.computeIfAbsent(body.substring(from, end), Spelling::of));
        return end;
    }

    private void add(Kind kind, int start, int end, @Nullable Spelling spelling) {
        tokens.add(new Token(kind, start, end, spelling, (char) 0, glued(start)));
    }

    private boolean glued(int start) {
        return !tokens.isEmpty()
                && tokens.getLast().end() == start
                && !tokens.getLast().is(Kind.BREAK);
    }

    /** Letters, accents that stand apart, and digits that are no plain digits. */
    private static boolean isLetter(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.OTHER_NUMBER,
                    Character.LETTER_NUMBER -> true;
            case Character.DECIMAL_DIGIT_NUMBER -> c > '9';
            default -> Character.isLetter(c);
        };
    }

    private boolean endsSentence(int c, int at) {
        return switch (c) {
            case ';', '!', '?', '|' -> true;
            case '.' -> endsAfter(at + 1);
            default -> false;
        };
    }

    /** A full stop ends a sentence where a space or the end of the text follows, be it after a closing sign. */
    private boolean endsAfter(int from) {
        int i = from;
        while (i < body.length() && i < from + 3 && CLOSING.indexOf(body.charAt(i)) >= 0) {
            i++;
        }
        return i >= body.length() || Character.isWhitespace(body.charAt(i)) || Character.isSpaceChar(body.charAt(i));
    }

    private void endOfLine(int at) {
        lineStarts = true;
        boolean breaks = lineStandsAlone || parts[at] == Markup.OPAQUE || startsWith(NEW_ITEM, at + 1);
        if (breaks) {
            add(Kind.BREAK, at, at + 1, null);
        }
        lineStandsAlone = false;
    }
}
