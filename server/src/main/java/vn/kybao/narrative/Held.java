package vn.kybao.narrative;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
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
    private static final int FIRST_PRIVATE = 0xE000;
    private static final int LAST_PRIVATE = 0xF8FF;
    private static final int FIRST_FURTHER_PRIVATE = 0xF0000;

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

    /** A character for private use that the text does not have; there are more of them than a text can hold. */
    private static String freeSign(String source) {
        BitSet used = new BitSet();
        source.codePoints().filter(point -> point >= FIRST_PRIVATE).forEach(used::set);
        int free = used.nextClearBit(FIRST_PRIVATE);
        return Character.toString(free <= LAST_PRIVATE ? free : used.nextClearBit(FIRST_FURTHER_PRIVATE));
    }
}
