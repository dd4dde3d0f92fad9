package vn.kybao.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that a misspelt one most likely means. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /**
     * The nearest of the known names, if it is near enough: one begins with the other, or at most a third of its letters
     * differ, and never more than 6.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.<String>comparingInt(k -> distance(wanted, k)).thenComparing(k -> k))
                .filter(k -> isNear(wanted, k))
                .or(() -> known.stream().filter(k -> isBeginning(wanted, k)).findFirst());
    }

    private static boolean isNear(String wanted, String known) {
        return distance(wanted, known) <= Math.min(6, Math.max(1, known.length() / 3)) || isBeginning(wanted, known);
    }

    private static boolean isBeginning(String wanted, String known) {
        String lower = known.toLowerCase(Locale.ROOT);
        return wanted.length() >= 3 && (lower.startsWith(wanted) || wanted.startsWith(lower));
    }

    private static int distance(String wanted, String known) {
        return DISTANCE.apply(wanted, known.toLowerCase(Locale.ROOT));
    }
}
