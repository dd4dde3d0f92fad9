package vn.kybao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.search.SearchText;

/** Finds what issuing bodies are called at the beginning of a text: the longest name there is, without accents and case. */
final class IssuerNames {
    private static final int MOST_WORDS = 14;
    private static final int LONGEST = 160;

    /** Whoever signs for a body does not change whose document it is. */
    private static final List<String> TITLES =
            List.of("pho chu tich", "chu tich", "pho giam doc", "giam doc", "bo truong", "thu truong", "lanh dao");

    private final Map<String, Issuer> byName;

    /** Names by {@link #key}, and symbols as they are. */
    IssuerNames(Map<String, Issuer> byName) {
        this.byName = byName;
    }

    /**
     * A name in a text.
     *
     * @param issuer whose it is
     * @param end the place after it
     */
    record Match(Issuer issuer, int end) {}

    /** A word and where it ends. */
    private record Word(String folded, int end) {}

    /** The words of a name, folded: what stands between them does not matter. */
    static String key(String name) {
        return String.join(" ", words(name).stream().map(Word::folded).toList());
    }

    /** The body that a text names at its beginning, or null. */
    @Nullable
    Issuer named(String text) {
        Match match = match(text);
        return match == null ? null : match.issuer();
    }

    /** The longest name at the beginning of a text, or null. */
    @Nullable
    Match match(String text) {
        String window = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Word> words = words(window);
        Match match = match(window, words, 0);
        if (match != null) {
            return match;
        }
        String all = String.join(" ", words.stream().map(Word::folded).toList()) + " ";
        for (String title : TITLES) {
            if (all.startsWith(title + " ")) {
                return match(window, words, title.split(" ", -1).length);
            }
        }
        return null;
    }

    private @Nullable Match match(String text, List<Word> words, int first) {
        if (first >= words.size()) {
            return null;
        }
        int start = first == 0 ? 0 : words.get(first - 1).end();
        String symbol = text.substring(start, words.get(first).end()).strip();
        Issuer bySymbol = byName.get(symbol);
        Match longest =
                bySymbol == null ? null : new Match(bySymbol, words.get(first).end());
        StringBuilder key = new StringBuilder();
        for (Word word : words.subList(first, words.size())) {
            key.append(key.isEmpty() ? "" : " ").append(word.folded());
            Issuer issuer = byName.get(key.toString());
            if (issuer != null) {
                longest = new Match(issuer, word.end());
            }
        }
        return longest;
    }

    /** Words with spaces, commas and dashes between them; anything else ends them. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length() && words.size() < MOST_WORDS) {
            char c = text.charAt(i);
            if (isWord(c)) {
                int start = i;
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                words.add(new Word(SearchText.fold(text.substring(start, i)), i));
            } else if (Character.isSpaceChar(c) || c == ',' || c == '-' || c == '\u2013') {
                i++;
            } else {
                break;
            }
        }
        return words;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '&' || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
