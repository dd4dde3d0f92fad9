package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds pieces of a text again after it has changed, by what they say: each at the occurrence nearest to where it would
 * be by what was put in or taken out before it, each occurrence once, and in the order they had.
 */
public final class Anchors {
    private final String before;
    private final String after;
    /** How much of the end both have in common, beyond the beginning that they do. */
    private final int tail;

    private Anchors(String before, String after) {
        this.before = before;
        this.after = after;
        int shorter = Math.min(before.length(), after.length());
        int head = 0;
        while (head < shorter && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int last = 0;
        while (last < shorter - head
                && before.charAt(before.length() - 1 - last) == after.charAt(after.length() - 1 - last)) {
            last++;
        }
        this.tail = last;
    }

    /**
     * A piece in its place.
     *
     * @param start its first UTF-16 unit
     * @param text what it says
     */
    public record Anchor(int start, String text) {}

    /** Where each piece begins in the changed text; what is lost is left out. */
    public static Map<Anchor, Integer> moved(String before, String after, Collection<Anchor> anchors) {
        Anchors moving = new Anchors(before, after);
        Map<String, List<Anchor>> byText = new TreeMap<>();
        anchors.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Anchor::start))
                .forEach(anchor -> byText.computeIfAbsent(anchor.text(), _ -> new ArrayList<>())
                        .add(anchor));
        Map<Anchor, Integer> places = new HashMap<>();
        byText.forEach((text, same) -> moving.place(same, moving.occurrences(text, same), places));
        return places;
    }

    /** Gives each of several pieces that say the same a place; where there are too few, the farthest go without. */
    private void place(List<Anchor> anchors, List<Integer> occurrences, Map<Anchor, Integer> places) {
        List<Anchor> kept = anchors.stream()
                .sorted(Comparator.comparingInt(anchor -> distance(anchor, occurrences)))
                .limit(occurrences.size())
                .sorted(Comparator.comparingInt(Anchor::start))
                .toList();
        int next = 0;
        for (int i = 0; i < kept.size(); i++) {
            int last = occurrences.size() - (kept.size() - i);
            int chosen = nearest(occurrences.subList(0, last + 1), next, expected(kept.get(i)));
            places.put(kept.get(i), occurrences.get(chosen));
            next = chosen + 1;
        }
    }

    private int distance(Anchor anchor, List<Integer> occurrences) {
        return occurrences.isEmpty()
                ? 0
                : Math.abs(occurrences.get(nearest(occurrences, 0, expected(anchor))) - expected(anchor));
    }

    /** The occurrence, from one of them on, that is nearest to a place; the earlier of two that are equally near. */
    private static int nearest(List<Integer> occurrences, int from, int place) {
        int low = from;
        int high = occurrences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurrences.get(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean earlierIsNearer =
                low > from && place - occurrences.get(low - 1) <= Math.abs(occurrences.get(low) - place);
        return earlierIsNearer ? low - 1 : low;
    }

    /** Where a piece would be: what stands after a change has moved with it. */
    private int expected(Anchor anchor) {
        return anchor.start() >= before.length() - tail
                ? anchor.start() + after.length() - before.length()
                : anchor.start();
    }

    /** Where the text stands; what was a whole word or number is not found within a longer one. */
    private List<Integer> occurrences(String text, List<Anchor> anchors) {
        boolean whole = anchors.stream().allMatch(anchor -> isWhole(before, anchor.start(), text.length()));
        return Occurrences.of(text, after)
                .filter(at -> !whole || isWhole(after, at, text.length()))
                .boxed()
                .toList();
    }

    private static boolean isWhole(String text, int start, int length) {
        return isEdge(text, start) && isEdge(text, start + length);
    }

    /** True unless a word or a number goes on over the place. */
    private static boolean isEdge(String text, int place) {
        if (place <= 0 || place >= text.length()) {
            return true;
        }
        char left = text.charAt(place - 1);
        char right = text.charAt(place);
        if (Words.isOfWord(left) && Words.isOfWord(right)) {
            return false;
        }
        boolean pointBefore = isPoint(left) && place > 1 && isDigit(text, place - 2) && isDigit(text, place);
        boolean pointAfter = isPoint(right) && isDigit(text, place - 1) && isDigit(text, place + 1);
        return !pointBefore && !pointAfter;
    }

    private static boolean isPoint(char sign) {
        return sign == '.' || sign == ',';
    }

    private static boolean isDigit(String text, int place) {
        return place < text.length() && Character.isDigit(text.charAt(place));
    }
}
