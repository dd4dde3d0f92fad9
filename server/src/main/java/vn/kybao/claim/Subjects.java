package vn.kybao.claim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what a number is said: the name that stands before it in its clause, or in an earlier clause of the sentence
 * where nothing between the two names anything else ({@code doanh thu đạt 73 tỷ đồng, tăng 4%}).
 */
final class Subjects {
    private static final int FARTHEST = 60;

    private final Passage passage;
    private final Map<Numeral, Mention> owners = new HashMap<>();
    private final Map<Integer, Numeral> units = new HashMap<>();
    private final Set<Mention> taken = new HashSet<>();

    Subjects(Passage passage) {
        this.passage = passage;
    }

    /**
     * Of what a number is said.
     *
     * @param mention the name
     * @param passed the words for a period or a plan nearest to the number, between the two, or null
     */
    record Subject(Mention mention, @Nullable Phrase passed) {}

    /** A number, with its unit up to a place, was found to be said of a mention. */
    void own(Numeral numeral, int end, Mention mention) {
        owners.put(numeral, mention);
        units.put(end - 1, numeral);
    }

    /** Takes a name for the one figure that it has; false when it has one. */
    boolean take(Mention mention) {
        return taken.add(mention);
    }

    boolean isTaken(Mention mention) {
        return taken.contains(mention);
    }

    /** The name that stands before a number, which a verb or a colon has to link to it where other words stand between. */
    @Nullable
    Subject ofNumber(int before, Predicate<Mention> fits) {
        int i = before;
        while (passage.role(i) == Role.QUALIFIER) {
            i--;
        }
        Role role = passage.role(i);
        boolean linked = passage.isSign(i, ":") || (role != null && role.links());
        return new Walk(fits, linked, false).from(before);
    }

    /** The name that stands before a verb. */
    @Nullable
    Subject ofVerb(int before, Predicate<Mention> fits) {
        return new Walk(fits, true, true).from(before);
    }

    /** Back through the sentence, clause by clause. */
    private final class Walk {
        private final Predicate<Mention> fits;
        private final boolean linked;
        private boolean goesBack;
        private @Nullable Phrase passed;
        private boolean own = true;
        private boolean foreign;

        Walk(Predicate<Mention> fits, boolean linked, boolean ofVerb) {
            this.fits = fits;
            this.linked = linked;
            this.goesBack = ofVerb;
        }

        @Nullable
        Subject from(int before) {
            int i = before;
            while (i > before - FARTHEST && (passage.goesOn(i) || mayCross(i))) {
                Mention mention = passage.mention(i);
                Numeral numeral = units.getOrDefault(i, passage.numeral(i));
                if (mention != null && fits.test(mention)) {
                    return isNarrower(mention, before) ? null : new Subject(mention, passed);
                }
                if (numeral != null) {
                    Mention owner = owners.get(numeral);
                    if (owner != null && fits.test(owner)) {
                        return own && foreign ? null : new Subject(owner, passed);
                    }
                    foreign |= owner == null;
                    i = numeral.first() - 1;
                } else if (mention != null) {
                    foreign = true;
                    i = mention.first() - 1;
                } else if (ends(i)) {
                    return null;
                } else {
                    i = past(i);
                }
            }
            return null;
        }

        /** A verb that begins a sentence goes on with the one before it, once. */
        private boolean mayCross(int i) {
            boolean crosses = goesBack && !foreign && passage.isGoneOn(i);
            goesBack &= !crosses;
            own &= !crosses;
            return crosses;
        }

        /** With a word right behind it a name says something narrower: doanh thu bưu chính công ích. */
        private boolean isNarrower(Mention mention, int before) {
            boolean longer =
                    mention.end() <= before && passage.goesOn(mention.end()) && passage.isContent(mention.end());
            return (own && foreign && !linked) || longer;
        }

        /** Whether the way back is barred at a place: parts of a whole begin there, or a clause about something else. */
        private boolean ends(int i) {
            Role role = passage.role(i);
            if (role == Role.BARRIER) {
                return true;
            }
            boolean clause = role == Role.SEPARATOR
                    || passage.isSign(i, ",(")
                    || (passage.isSign(i, "-–—") && !passage.token(i).glued());
            if (clause && foreign) {
                return true;
            }
            own &= !clause;
            return false;
        }

        private int past(int i) {
            Phrase phrase = passage.phrase(i);
            if (phrase != null) {
                if (passed == null && (own || !passage.isVersus(phrase))) {
                    passed = phrase;
                }
                return phrase.first() - 1;
            }
            if (passage.isSign(i, ")")) {
                return beforeBrackets(i);
            }
            foreign |= passage.isContent(i);
            passage.token(i);
            return i - 1;
        }

        private int beforeBrackets(int closing) {
            for (int i = closing - 1; i > closing - FARTHEST && passage.goesOn(i); i--) {
                if (passage.isSign(i, "(")) {
                    return i - 1;
                }
            }
            return closing - 1;
        }
    }
}
