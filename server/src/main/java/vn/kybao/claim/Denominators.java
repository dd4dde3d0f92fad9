package vn.kybao.claim;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.claim.Numeral.Shape;

/** Finds what a share is taken of, as far as the text names it: {@code 95% trên tổng số hồ sơ tiếp nhận}. */
final class Denominators {
    private static final int MOST_WORDS = 20;
    private static final int BACKWARD = 40;
    private static final int NEAR = 12;
    private static final int LONGEST = 500;
    private static final Set<String> PREPOSITIONS = Set.of("tren", "trong", "cua", "tinh", "so", "voi");
    private static final Set<String> COPULAS = Set.of("dat", "la", "bang");

    private final Passage passage;

    Denominators(Passage passage) {
        this.passage = passage;
    }

    /** The words behind a percentage or before it, or empty. */
    Optional<String> of(int before, int end) {
        return behind(end)
                .or(() -> ahead(before))
                .map(words ->
                        words.length() > LONGEST ? words.substring(0, LONGEST).strip() : words);
    }

    private Optional<String> behind(int end) {
        Role role = passage.role(end);
        if (role == Role.OF) {
            return words(afterPrepositions(end));
        }
        if (role == Role.NEUTRAL && isWhole(end + 1)) {
            return words(end + 1);
        }
        boolean thing =
                passage.goesOn(end) && (passage.mention(end) != null || role == Role.TOTAL || passage.isContent(end));
        return thing ? words(end) : Optional.empty();
    }

    /** {@code của tổng …}, {@code của các …}: what follows the preposition is a whole. */
    private boolean isWhole(int at) {
        return passage.goesOn(at)
                && Set.of("tong", "so", "toan", "tat", "cac", "nhung")
                        .contains(passage.token(at).letters());
    }

    private int afterPrepositions(int at) {
        int i = at;
        int end = at + 3;
        while (i < end
                && passage.goesOn(i)
                && PREPOSITIONS.contains(passage.token(i).letters())
                && !isNumber(i)) {
            i++;
        }
        return i;
    }

    /** {@code số} as in {@code số hồ sơ} begins the whole, {@code so} as in {@code so với} does not. */
    private boolean isNumber(int at) {
        Spelling spelling = passage.token(at).spelling();
        return spelling != null
                && spelling.letters().equals("so")
                && !(passage.goesOn(at + 1) && passage.token(at + 1).letters().equals("voi"));
    }

    private Optional<String> words(int first) {
        int end = first;
        while (end < first + MOST_WORDS && passage.goesOn(end) && !stops(end, first)) {
            end++;
        }
        return end == first ? Optional.empty() : Optional.of(passage.text(first, end));
    }

    private boolean stops(int at, int first) {
        if (passage.mention(at) != null) {
            return false;
        }
        if (passage.isSign(at, ",():")) {
            return true;
        }
        Role role = passage.role(at);
        if (role == null) {
            return false;
        }
        boolean copula = role == Role.LINK && COPULAS.contains(passage.token(at).letters());
        boolean other = switch (role) {
            case RISE, FALL, EXCEED, VERSUS, BARRIER, SEPARATOR, TAKES, RATE, MANNER -> true;
            default -> false;
        };
        return copula || (other && at > first) || passage.phrase(at) != null;
    }

    private Optional<String> ahead(int before) {
        for (int i = before; i > before - BACKWARD && passage.goesOn(i); i--) {
            Numeral numeral = passage.numeral(i);
            if (numeral != null && numeral.shape() == Shape.FRACTION && i > before - NEAR) {
                return counted(numeral);
            }
            if (passage.role(i) == Role.OF && isFirst(i)) {
                return words(afterPrepositions(i));
            }
        }
        return Optional.empty();
    }

    private boolean isFirst(int at) {
        Lexicon.@Nullable Found found = passage.wording(at);
        return found != null && found.first() == at;
    }

    /** {@code hoàn thành 25/27 nhiệm vụ, đạt 92,6%}: of the second number. */
    private Optional<String> counted(Numeral fraction) {
        int end = fraction.end();
        while (end < fraction.end() + 3
                && passage.goesOn(end)
                && (passage.mention(end) != null || passage.isContent(end))) {
            end++;
        }
        return end == fraction.end() ? Optional.empty() : Optional.of(passage.text(fraction.second(), end));
    }
}
