package vn.kybao.claim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ComparisonBase;

/** Finds what a percentage is told against: {@code so với cùng kỳ}, {@code kế hoạch}. */
final class Bases {
    private static final int FORWARD = 14;
    private static final int BACKWARD = 40;
    private static final int FROM_VERSUS = 6;

    private final Passage passage;

    Bases(Passage passage) {
        this.passage = passage;
    }

    /**
     * What a text names as the base.
     *
     * @param base the base; null when it is none that a claim can have
     * @param phrase the words, or null where they are no known ones
     */
    record Named(@Nullable ComparisonBase base, @Nullable Phrase phrase) {}

    /** The base of a change that is told from a verb up to the end of its number; empty when none is named. */
    Optional<Named> ofChange(int verb, int end) {
        Phrase next = passage.phrase(end);
        if (next != null && next.role() == Role.PLAN && passage.role(verb) == Role.EXCEED) {
            return Optional.of(named(next));
        }
        Optional<Named> behind = behind(end);
        if (behind.isPresent()) {
            return behind;
        }
        for (int i = end - 1; i > verb; i--) {
            Phrase phrase = passage.phrase(i);
            if (phrase != null && base(phrase).isPresent()) {
                return Optional.of(named(phrase));
            }
        }
        return before(verb);
    }

    private Optional<ComparisonBase> base(Phrase phrase) {
        return phrase.base(passage.about());
    }

    private Named named(Phrase phrase) {
        return new Named(base(phrase).orElse(null), phrase);
    }

    private Optional<Named> behind(int end) {
        int versus = -1;
        for (int i = end; i < end + FORWARD && passage.goesOn(i); i++) {
            Role role = passage.role(i);
            Phrase phrase = passage.phrase(i);
            boolean stands =
                    phrase != null && phrase.role() != null && phrase.role().isBase() && phrase.role() != Role.PLAN;
            if (phrase != null && (versus >= 0 || stands)) {
                return Optional.of(named(phrase));
            }
            if (role == Role.VERSUS) {
                versus = i;
            }
            boolean ends = passage.isSign(i, ",()") && passage.role(i + 1) != Role.VERSUS;
            boolean other = passage.numeral(i) != null || (role != null && role.isChange()) || role == Role.SEPARATOR;
            if (ends || other || (versus >= 0 && i > versus + FROM_VERSUS)) {
                break;
            }
        }
        return versus < 0 ? Optional.empty() : Optional.of(new Named(null, null));
    }

    /** {@code So với cùng kỳ, doanh thu tăng 4%}: it stands where no number of the same clause has it. */
    private Optional<Named> before(int verb) {
        for (int i = verb - 1; i > verb - BACKWARD && passage.goesOn(i); i--) {
            if (passage.role(i) == Role.VERSUS && opens(i)) {
                return Optional.of(afterVersus(i));
            }
        }
        return Optional.empty();
    }

    private boolean opens(int versus) {
        for (int i = versus - 1; passage.goesOn(i) && i > versus - FORWARD; i--) {
            if (passage.numeral(i) != null) {
                return false;
            }
            if (passage.isSign(i, ",(")) {
                return true;
            }
        }
        return true;
    }

    private Named afterVersus(int versus) {
        for (int i = versus + 1; i < versus + FROM_VERSUS && passage.goesOn(i); i++) {
            Phrase phrase = passage.phrase(i);
            if (phrase != null) {
                return named(phrase);
            }
        }
        return new Named(null, null);
    }

    /** {@code 24% kế hoạch}, {@code so với kế hoạch đạt 24%}; empty when the percentage is of something else. */
    Optional<Named> ofShare(int before, int end) {
        int i = end;
        boolean versus = false;
        while (i < end + 4 && (passage.role(i) == Role.VERSUS || passage.role(i) == Role.NEUTRAL)) {
            versus |= passage.role(i) == Role.VERSUS;
            i++;
        }
        Phrase phrase = passage.phrase(i);
        if (phrase != null && (versus || (phrase.role() != null && phrase.role().isBase()))) {
            return Optional.of(named(phrase));
        }
        return comparedBefore(before);
    }

    private Optional<Named> comparedBefore(int before) {
        int i = before;
        while (i > before - FROM_VERSUS && passage.phrase(i) == null && leads(passage.role(i))) {
            i--;
        }
        Phrase phrase = passage.phrase(i);
        boolean compared = phrase != null && passage.role(phrase.first() - 1) == Role.VERSUS;
        return phrase != null && compared ? Optional.of(named(phrase)) : Optional.empty();
    }

    private static boolean leads(@Nullable Role role) {
        return role != null && (role.links() || role == Role.NEUTRAL);
    }
}
