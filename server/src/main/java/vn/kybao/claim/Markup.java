package vn.kybao.claim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a Markdown text in which no number is typed: references to figures, code, links, addresses. Each is looked
 * for once, from its first character, so that hostile texts cost no more than others.
 */
final class Markup {
    static final byte TEXT = 0;
    static final byte REFERENCE = 1;
    static final byte OPAQUE = 2;
    /** The words of a link: no numbers, but documents may be cited there. */
    static final byte LINK_WORDS = 3;

    private static final int LONGEST_ADDRESS = 500;
    private static final String[] SCHEMES = {"http://", "https://", "www.", "mailto:"};

    private final String body;
    private final byte[] parts;
    private final Map<Integer, Integer> lastRuns = new HashMap<>();

    private Markup(String body) {
        this.body = body;
        this.parts = new byte[body.length()];
    }

    /** What each UTF-16 unit of a text belongs to. */
    static byte[] parts(String body) {
        Markup markup = new Markup(body);
        markup.code();
        markup.references();
        markup.links();
        markup.addresses();
        return markup.parts;
    }

    /** The text with what is no prose blanked out, of the same length. */
    static String prose(String body, byte[] parts) {
        char[] prose = body.toCharArray();
        for (int i = 0; i < prose.length; i++) {
            if ((parts[i] == REFERENCE || parts[i] == OPAQUE) && prose[i] != '\n') {
                prose[i] = ' ';
            }
        }
        return new String(prose);
    }

    /** Code is what stands between two equally long runs of backticks, or of tildes from the start of a line. */
    private void code() {
        findRuns();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            int run = run(i);
            boolean opens = c == '`' || (c == '~' && run >= 3 && startsLine(i));
            int close = opens ? closing(i + run, c, run) : -1;
            if (close >= 0) {
                Arrays.fill(parts, i, close, OPAQUE);
                i = close;
            } else {
                i += run;
            }
        }
    }

    private int run(int from) {
        int end = from + 1;
        while (end < body.length() && body.charAt(end) == body.charAt(from)) {
            end++;
        }
        return end - from;
    }

    private boolean startsLine(int at) {
        int i = at - 1;
        while (i >= 0 && body.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || body.charAt(i) == '\n';
    }

    /** The end of the next run of that length, or -1. Whether there is one is known beforehand. */
    private int closing(int from, char c, int length) {
        if (lastRuns.getOrDefault(key(c, length), -1) < from) {
            return -1;
        }
        int i = body.indexOf(c, from);
        while (i >= 0 && run(i) != length) {
            i = body.indexOf(c, i + run(i));
        }
        return i < 0 ? -1 : i + length;
    }

    private static int key(char c, int length) {
        return length * 2 + (c == '~' ? 1 : 0);
    }

    private void findRuns() {
        for (int i = 0; i < body.length(); i += run(i)) {
            char c = body.charAt(i);
            if (c == '`' || c == '~') {
                lastRuns.put(key(c, run(i)), i);
            }
        }
    }

    private void references() {
        int open = body.indexOf("{{");
        while (open >= 0) {
            int close = body.indexOf("}}", open);
            if (close < 0) {
                return;
            }
            int last = body.lastIndexOf("{{", close);
            mark(Math.max(open, last), close + 2, REFERENCE);
            open = body.indexOf("{{", close + 2);
        }
    }

    /** {@code [words](address)}, {@code [words][label]}: brackets are matched by a stack, on one pass. */
    private void links() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (parts[i] == OPAQUE) {
                continue;
            }
            if (c == '[') {
                open.push(i);
            } else if (c == ']' && !open.isEmpty()) {
                int start = open.pop();
                int end = target(i + 1);
                if (end > 0) {
                    mark(start, i + 1, LINK_WORDS);
                    mark(i + 1, end, OPAQUE);
                    open.clear();
                }
            } else if (c == '\n' && i + 1 < body.length() && body.charAt(i + 1) == '\n') {
                open.clear();
            }
        }
    }

    /** The end of what a link leads to, or -1. */
    private int target(int at) {
        if (at >= body.length() || (body.charAt(at) != '(' && body.charAt(at) != '[')) {
            return -1;
        }
        char opening = body.charAt(at);
        char closing = opening == '(' ? ')' : ']';
        int depth = 0;
        int limit = Math.min(body.length(), at + LONGEST_ADDRESS);
        for (int i = at; i < limit && body.charAt(i) != '\n'; i++) {
            if (body.charAt(i) == opening) {
                depth++;
            } else if (body.charAt(i) == closing && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private void addresses() {
        for (String scheme : SCHEMES) {
            int at = body.indexOf(scheme);
            while (at >= 0) {
                int end = at;
                while (end < body.length() && " \t\r\n<>\"”)".indexOf(body.charAt(end)) < 0) {
                    end++;
                }
                mark(at, end, OPAQUE);
                at = body.indexOf(scheme, Math.max(end, at + 1));
            }
        }
    }

    private void mark(int from, int to, byte part) {
        for (int i = from; i < to; i++) {
            if (parts[i] != OPAQUE) {
                parts[i] = part;
            }
        }
    }
}
