package vn.kybao.claim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.Indicator;
import vn.kybao.claim.Bases.Named;
import vn.kybao.claim.Reading.When;
import vn.kybao.claim.Subjects.Subject;

/** Percentages: by how much something rose or fell, what part of its plan it is, what share of something. */
final class Rates {
    private static final int FARTHEST_VERB = 12;

    private final Reading reading;
    private final Passage passage;
    private final Subjects subjects;
    private final Quantities quantities;
    private final Bases bases;
    private final Denominators denominators;

    Rates(Reading reading) {
        this.reading = reading;
        this.passage = reading.passage();
        this.subjects = reading.subjects();
        this.quantities = reading.quantities();
        this.bases = new Bases(passage);
        this.denominators = new Denominators(passage);
    }

    void read(Numeral numeral) {
        int end = quantities.endOfPercent(numeral);
        int before = quantities.lead(numeral) - 1;
        int verb = verbBefore(before);
        if (verb >= 0) {
            change(numeral, verb, end);
            return;
        }
        Optional<Named> base = bases.ofShare(before, end);
        if (base.isPresent()) {
            partOfBase(numeral, before, end, base.get());
        } else {
            share(numeral, before, end);
        }
    }

    /** The verb that a percentage belongs to: {@code tăng khoảng 10%}, {@code tốc độ tăng trưởng doanh thu đạt 10%}; or -1. */
    private int verbBefore(int before) {
        boolean growthOnly = false;
        int i = before;
        while (i > before - FARTHEST_VERB && passage.goesOn(i)) {
            Role role = passage.role(i);
            if (passage.mention(i) != null) {
                growthOnly = true;
                i = startOf(i);
            } else if (passage.phrase(i) != null) {
                i = startOf(i);
            } else if (role != null && role.isChange()) {
                return growthOnly && !isGrowth(i) ? -1 : startOf(i);
            } else if (role == Role.LINK) {
                growthOnly = true;
                i = startOf(i);
            } else if (role == Role.QUALIFIER
                    || role == Role.NEUTRAL
                    || role == Role.SOFT_LINK
                    || role == Role.VERSUS) {
                i = startOf(i);
            } else {
                return -1;
            }
            i--;
        }
        return -1;
    }

    private int startOf(int at) {
        Mention mention = passage.mention(at);
        if (mention != null) {
            return mention.first();
        }
        Phrase phrase = passage.phrase(at);
        if (phrase != null) {
            return phrase.first();
        }
        Lexicon.@Nullable Found found = passage.wording(at);
        return found == null ? at : found.first();
    }

    /** A noun for growth: a figure may be said of it with a verb between. */
    private boolean isGrowth(int at) {
        Lexicon.@Nullable Found found = passage.wording(at);
        if (found == null) {
            return false;
        }
        String words = passage.text(found.first(), found.end());
        Spelling first = passage.token(found.first()).spelling();
        boolean noun = first != null
                && (first.letters().equals("toc") || first.letters().equals("muc"));
        return noun || Spelling.of(words).letters().endsWith("truong");
    }

    private void change(Numeral numeral, int verb, int end) {
        Role role = passage.role(verb);
        Optional<Named> named = bases.ofChange(verb, end);
        ComparisonBase base = named.map(Named::base).orElse(null);
        Subject subject = subjects.ofVerb(verb - 1, mention -> true);
        Mention mention = subject == null ? changed(verb, numeral, end) : subject.mention();
        boolean untold = named.isPresent() && base == null;
        if (mention == null) {
            return;
        }
        subjects.own(numeral, end, mention);
        if (untold || (role == Role.EXCEED && base != ComparisonBase.PLAN)) {
            return;
        }
        quantities.readPercent(numeral, end).ifPresent(number -> {
            int stop = passage.stop(end);
            Claim claim = reading.claim(ClaimKind.CHANGE, startOf(verb, numeral), stop, stop, number, Quantity.PERCENT);
            claim.indicator(mention.names().getFirst().indicator().getCode()).base(base);
            if (role == Role.FALL && claim.getValue() != null) {
                claim.value(claim.getValue().negate());
            }
        });
    }

    /** The verb belongs to what is told, as far as no name parts it from its number. */
    private int startOf(int verb, Numeral numeral) {
        for (int i = verb; i < numeral.first(); i++) {
            if (passage.mention(i) != null) {
                return numeral.start();
            }
        }
        return passage.start(verb);
    }

    /** {@code tăng doanh thu 10%}, {@code tăng 4% doanh thu}: what changed stands behind the verb or the number. */
    private @Nullable Mention changed(int verb, Numeral numeral, int end) {
        for (int i = verb; i < numeral.first(); i++) {
            Mention mention = passage.mention(i);
            if (mention != null) {
                return mention;
            }
        }
        int next = passage.role(end) == Role.NEUTRAL ? end + 1 : end;
        Mention mention = passage.mention(next);
        return mention != null && mention.first() == next ? mention : null;
    }

    /** {@code đạt 24% kế hoạch}: of whatever is named before. */
    private void partOfBase(Numeral numeral, int before, int end, Named named) {
        if (named.base() == null || named.phrase() == null) {
            return;
        }
        Phrase phrase = named.phrase();
        Subject subject = subjects.ofNumber(before, mention -> true);
        if (subject == null) {
            subject = subjects.ofVerb(before, mention -> true);
        }
        Claim claim = share(numeral, end);
        if (claim == null) {
            return;
        }
        claim.base(named.base()).denominator(passage.text(phrase.first(), phrase.end()));
        if (subject != null) {
            subjects.own(numeral, end, subject.mention());
            claim.indicator(subject.mention().names().getFirst().indicator().getCode());
        }
    }

    private void share(Numeral numeral, int before, int end) {
        Subject subject = ofPercentage(numeral, before, end);
        if (subject == null) {
            if (isToldAsShare(before)) {
                Claim claim = share(numeral, end);
                if (claim != null) {
                    claim.denominator(denominators.of(before, end).orElse(null));
                }
            }
            return;
        }
        subjects.own(numeral, end, subject.mention());
        Optional<When> when = subjects.isTaken(subject.mention()) ? Optional.empty() : reading.when(subject, end);
        Indicator indicator = reading.taking(subject.mention(), numeral);
        Claim claim = when.isEmpty() || indicator == null ? null : share(numeral, end);
        if (claim == null || indicator == null) {
            return;
        }
        subjects.take(subject.mention());
        claim.indicator(indicator.getCode()).period(when.get().period());
        if (Boolean.TRUE.equals(indicator.getIndex())) {
            claim.kind(ClaimKind.VALUE);
        } else {
            claim.denominator(denominators.of(before, end).orElse(null));
        }
    }

    /** The indicator in percent that a percentage is a figure of, or null. */
    private @Nullable Subject ofPercentage(Numeral numeral, int before, int end) {
        for (int at : new int[] {numeral.first(), end}) {
            Mention mention = passage.mention(at);
            if (mention != null && reading.taking(mention, numeral) != null) {
                return new Subject(mention, null);
            }
        }
        return subjects.ofNumber(before, mention -> reading.taking(mention, numeral) != null);
    }

    private @Nullable Claim share(Numeral numeral, int end) {
        return quantities
                .readPercent(numeral, end)
                .map(number -> reading.claim(
                        ClaimKind.SHARE,
                        numeral.start(),
                        passage.stop(end),
                        passage.stop(end),
                        number,
                        Quantity.PERCENT))
                .orElse(null);
    }

    /** {@code chiếm 12%}, {@code đạt 95%}, {@code tỷ lệ … 95%}: a share, whether an indicator is named or not. */
    private boolean isToldAsShare(int before) {
        int i = before;
        while (passage.role(i) == Role.QUALIFIER || passage.role(i) == Role.NEUTRAL) {
            i--;
        }
        Lexicon.@Nullable Found found = passage.wording(i);
        if (found != null
                && found.role() == Role.LINK
                && passage.text(found.first(), found.end()).contains("đạt")) {
            return true;
        }
        for (int k = i; k > i - FARTHEST_VERB && passage.goesOn(k) && !passage.isSign(k, ",()"); k--) {
            Role role = passage.role(k);
            if (role == Role.TAKES || role == Role.RATE) {
                return true;
            }
            if (passage.numeral(k) != null) {
                return false;
            }
        }
        return false;
    }
}
