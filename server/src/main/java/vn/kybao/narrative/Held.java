package vn.kybao.narrative;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text in which each reference is held by a mark that Markdown takes for a word, as it would take the number that
 * comes in its place: neither the braces nor the number are ever read as syntax.
 *
 * @param text the text with marks
 * @param sign a character that the source does not have
 * @param mark a mark: its reference's place in the list between two such signs
 */
record Held(String text, String sign, Pattern mark) {
    /** Characters of no meaning, more of them than a text can hold: for private use, and of the higher planes. */
    private static final int[][] SIGNS = {
        {0xE000, 0xF8FF}, {0xF0000, 0xFFFFD}, {0x100000, 0x10FFFD}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}
    };

    /** Markdown makes a character of it, so that it may come to stand in the text though the source does not have it. */
    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|(\\d{1,7}));");

    static Held of(String source, List<Braces.Span> spans) {
        String sign = freeSign(source);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < spans.size(); i++) {
            text.append(source, done, spans.get(i).start())
                    .append(sign)
                    .append(i)
                    .append(sign);
            done = spans.get(i).end();
        }
        text.append(source, done, source.length());
        return new Held(text.toString(), sign, Pattern.compile(sign + "(\\d+)" + sign));
    }

    /** A part of the text with words in the places of its marks. */
    String fill(String part, IntFunction<String> words) {
        if (!part.contains(sign)) {
            return part;
        }
        return mark.matcher(part)
                .replaceAll(found -> Matcher.quoteReplacement(words.apply(Integer.parseInt(found.group(1)))));
    }

    /** The places of the references in a part of the text. */
    IntStream in(String part) {
        return mark.matcher(part).results().mapToInt(found -> Integer.parseInt(found.group(1)));
    }

    /** A character that the text neither has nor names. */
    private static String freeSign(String source) {
        BitSet used = new BitSet();
        source.codePoints().filter(point -> point >= SIGNS[0][0]).forEach(used::set);
        CHARACTER_REFERENCE.matcher(source).results().mapToInt(Held::named).forEach(used::set);
        for (int[] range : SIGNS) {
            int free = used.nextClearBit(range[0]);
            if (free <= range[1]) {
                return Character.toString(free);
            }
        }
        throw new IllegalArgumentException("a text of more characters than a section may have");
    }

    private static int named(MatchResult reference) {
        String hexadecimal = reference.group(1);
        return hexadecimal == null ? Integer.parseInt(reference.group(2)) : Integer.parseInt(hexadecimal, 16);
    }
}
