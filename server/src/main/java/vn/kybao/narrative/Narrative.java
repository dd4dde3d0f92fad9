package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with references, read once. What stands in Markdown's code, or behind a backslash, is no reference.
 *
 * <p>A number that takes a reference's place is text: in HTML it is put into the parsed tree, and in the Markdown a
 * backslash keeps a line that begins with it from becoming a list.
 */
public final class Narrative {
    private static final Pattern LIST_MARKER = Pattern.compile("(?:[ \\t>]|[-+*][ \\t]|\\d{1,9}[.)][ \\t])*\\d{1,9}");
    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("(?s).*(?<!\\\\)&#[xX]?");
    private static final int LONGEST_MARKER = 100;

    private final String source;
    private final Held held;
    /** Each place that is held, by its number; null where it cannot be read or is none. */
    private final List<@Nullable Mention> places = new ArrayList<>();

    private final List<Misreading> misreadings = new ArrayList<>();
    private final List<Braces.Span> spans;

    private Narrative(String source) {
        this.source = source;
        this.spans = Braces.find(source);
        this.held = Held.of(source, spans);
        Set<Integer> inCode = spans.isEmpty() ? Set.of() : Markup.inCode(held);
        for (int i = 0; i < spans.size(); i++) {
            places.add(inCode.contains(i) ? null : read(spans.get(i)));
        }
    }

    public static Narrative of(String source) {
        return new Narrative(source);
    }

    /** How many references a text has, readable or not; quickly, before anything is made of them. */
    public static int count(String source) {
        return Braces.find(source).size();
    }

    private @Nullable Mention read(Braces.Span span) {
        int start = span.start();
        String written = span.closed() ? source.substring(start, span.end()) : Braces.excerpt(source, start);
        Reading reading = span.closed()
                ? MentionReader.read(written, written.contains(MentionReader.CHANGE) && Downwards.before(source, start))
                : MentionReader.unclosed(written);
        return switch (reading) {
            case Reading.Read read -> new Mention(start, written.length(), written, read.query());
            case Reading.Misread misread -> {
                misreadings.add(new Misreading(
                        start, written.length(), misread.unknown(), misread.actual(), misread.expected()));
                yield null;
            }
        };
    }

    /** What can be read, in order. */
    public List<Mention> mentions() {
        return places.stream().filter(Objects::nonNull).toList();
    }

    /** What cannot, in order. */
    public List<Misreading> misreadings() {
        return misreadings;
    }

    /** The indicators it names. */
    public Set<String> indicators() {
        Set<String> codes = new TreeSet<>();
        for (Mention mention : mentions()) {
            String code = mention.query().indicator();
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The text with words in place of what can be read. */
    public Rendition render(Function<Mention, String> words) {
        StringBuilder text = new StringBuilder();
        List<Rendition.Place> replaced = new ArrayList<>();
        int done = 0;
        for (Mention mention : mentions()) {
            text.append(source, done, mention.start());
            done = mention.start() + mention.length();
            String word = words.apply(mention);
            keepFromBecomingACharacter(text);
            replaced.add(new Rendition.Place(text.length(), word.length(), mention));
            text.append(word);
            if (done < source.length() && ".)".indexOf(source.charAt(done)) >= 0 && isListMarker(text)) {
                text.append('\\');
            }
        }
        text.append(source, done, source.length());
        return new Rendition(text.toString(), Markup.html(held, i -> filled(i, words)), replaced);
    }

    private String filled(int place, Function<Mention, String> words) {
        Mention mention = places.get(place);
        Braces.Span span = spans.get(place);
        return mention == null ? source.substring(span.start(), span.end()) : words.apply(mention);
    }

    private static boolean isListMarker(StringBuilder text) {
        int start = text.lastIndexOf("\n") + 1;
        return text.length() - start <= LONGEST_MARKER
                && LIST_MARKER.matcher(text.substring(start)).matches();
    }

    /** {@code &#} before a number would make a character of it. */
    private static void keepFromBecomingACharacter(StringBuilder text) {
        int sign = Math.max(0, text.length() - "\\&#x".length());
        if (CHARACTER_REFERENCE.matcher(text.subSequence(sign, text.length())).matches()) {
            text.insert(text.lastIndexOf("&"), '\\');
        }
    }
}
