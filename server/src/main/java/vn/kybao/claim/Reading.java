package vn.kybao.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.Indicator;
import vn.kybao.claim.Numeral.Shape;
import vn.kybao.claim.Subjects.Subject;
import vn.kybao.number.PrintedNumber;

/** Reads a passage number by number and says of each whether it is a figure of something that is named near it. */
final class Reading {
    private final Passage passage;
    private final Subjects subjects;
    private final Quantities quantities;
    private final int most;
    private final List<Claim> claims = new ArrayList<>();
    private int sentence;

    Reading(Passage passage, int most) {
        this.passage = passage;
        this.subjects = new Subjects(passage);
        this.quantities = new Quantities(passage);
        this.most = most;
    }

    /** At most that many claims, in the order of the text. */
    List<Claim> claims() {
        Values values = new Values(this);
        Rates rates = new Rates(this);
        Fractions fractions = new Fractions(this);
        for (int i = 0; i < passage.size() && claims.size() < most; i++) {
            Numeral numeral = passage.numeral(i);
            if (!passage.goesOn(i)) {
                endSentence();
            }
            if (numeral == null || numeral.first() != i) {
                continue;
            }
            if (numeral.shape() == Shape.FRACTION) {
                fractions.read(numeral);
            } else if (quantities.endOfPercent(numeral) < 0) {
                values.read(numeral);
            } else if (numeral.shape() != Shape.REFERENCE) {
                rates.read(numeral);
            }
        }
        endSentence();
        return claims;
    }

    /** A sentence with two figures of one thing tells of its parts: {@code 2 cuộc đột xuất và 5 cuộc theo kế hoạch}. */
    private void endSentence() {
        List<Claim> told = List.copyOf(claims.subList(sentence, claims.size()));
        claims.subList(sentence, claims.size())
                .removeIf(claim -> told.stream().anyMatch(other -> areParts(claim, other)));
        sentence = claims.size();
    }

    private static boolean areParts(Claim claim, Claim other) {
        return claim.getKind() == ClaimKind.VALUE
                && other.getKind() == ClaimKind.VALUE
                && Objects.equals(claim.getIndicator(), other.getIndicator())
                && Objects.equals(claim.getPeriod(), other.getPeriod())
                && Objects.equals(claim.getUnit(), other.getUnit())
                && claim.getValue() != null
                && other.getValue() != null
                && claim.getValue().compareTo(other.getValue()) != 0;
    }

    Passage passage() {
        return passage;
    }

    Subjects subjects() {
        return subjects;
    }

    Quantities quantities() {
        return quantities;
    }

    /**
     * When a figure is of.
     *
     * @param period the code of another period than the text's, or null
     */
    record When(@Nullable String period) {}

    /** When a figure is of; empty when it is a plan, a hope, or of a period that cannot be told. */
    Optional<When> when(Subject subject, int end) {
        Phrase passed = subject.passed();
        if (passage.isGoal(end - 1) || (passed != null && passage.isVersus(passed))) {
            return Optional.empty();
        }
        for (Phrase phrase : new @Nullable Phrase[] {passed, before(subject.mention()), behind(end)}) {
            if (phrase != null && phrase.isElsewhere(passage.about())) {
                return phrase.other(passage.about()).map(period -> new When(period.code()));
            }
        }
        return Optional.of(new When(null));
    }

    /** {@code năm 2023, doanh thu đạt …}; a plan only where no comma parts the two. */
    private @Nullable Phrase before(Mention mention) {
        int i = mention.first() - 1;
        boolean comma = passage.isSign(i, ",");
        Phrase phrase = passage.phrase(comma ? i - 1 : i);
        boolean counts = phrase != null && !passage.isVersus(phrase) && !(comma && phrase.role() == Role.PLAN);
        return counts ? phrase : null;
    }

    /** {@code … 70 tỷ đồng trong năm 2023}. */
    private @Nullable Phrase behind(int end) {
        int i = passage.role(end) == Role.NEUTRAL ? end + 1 : end;
        Phrase phrase = passage.phrase(i);
        return phrase == null || phrase.first() != i || passage.isSign(phrase.end(), ":") ? null : phrase;
    }

    /** The claim that a number with its unit is; without the unit where signs of emphasis stand between. */
    Claim claim(ClaimKind kind, int start, int numberEnd, int end, PrintedNumber number, String unit) {
        String text = passage.exactly(start, end);
        boolean plain = text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('`') < 0;
        String shown = plain ? text : passage.exactly(start, numberEnd);
        Claim claim = new Claim()
                .start(start)
                .length(shown.length())
                .text(shown)
                .kind(kind)
                .value(number.value())
                .unit(unit)
                .qualifier(number.qualifier())
                .status(ClaimStatus.PROPOSED);
        claims.add(claim);
        return claim;
    }

    /** The first of the indicators that a mention may name which takes a number, or null. */
    @Nullable
    Indicator taking(Mention mention, Numeral numeral) {
        for (Name name : mention.names()) {
            if (quantities.of(numeral, name.indicator()) != null) {
                return name.indicator();
            }
        }
        return null;
    }
}
