package vn.kybao.narrative;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the words before a place say that something fell: "giảm" and then a change of −5,2 % is written "giảm 5,2 %".
 * Where they do not, or say that it rose, the sign is printed: a text never tells the contrary of its figure.
 */
final class Downwards {
    private static final String FELL = "giảm";
    private static final List<String> TURNS = List.of("tăng", "không", "chưa");
    private static final int FARTHEST = 60;
    private static final int MOST_WORDS = 4;
    private static final Pattern CLAUSES = Pattern.compile("[.,;:!?\\n{}/]");
    private static final Pattern EITHER_WAY = Pattern.compile("(?s).*tăng ?/ ?giảm[^./]*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Downwards() {}

    static boolean before(String text, int place) {
        String near = text.substring(Math.max(0, place - FARTHEST), place).toLowerCase(Locale.ROOT);
        String[] clauses = CLAUSES.split(near, -1);
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(clauses[clauses.length - 1], -1))
                .filter(word -> !word.isEmpty())
                .toList();
        int fell = words.lastIndexOf(FELL);
        return fell >= 0
                && words.size() - fell <= MOST_WORDS
                && !EITHER_WAY.matcher(near).matches()
                && words.subList(Math.max(0, fell - 1), words.size()).stream().noneMatch(TURNS::contains);
    }
}
