package vn.kybao.claim;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.Indicator;
import vn.kybao.claim.Numeral.Shape;
import vn.kybao.claim.Subjects.Subject;
import vn.kybao.number.Money;

/**
 * Figures: a number that stands before a name ({@code 412 hồ sơ tiếp nhận}), within it, or behind it. What rose or fell by
 * a number, and what it is compared with, is no figure.
 */
final class Values {
    private static final int MOST_WORDS_BETWEEN = 2;

    private final Reading reading;
    private final Passage passage;
    private final Subjects subjects;
    private final Quantities quantities;

    Values(Reading reading) {
        this.reading = reading;
        this.passage = reading.passage();
        this.subjects = reading.subjects();
        this.quantities = reading.quantities();
    }

    /** A name with the number that is its figure. */
    private record Pair(Subject subject, Indicator indicator, Quantity quantity) {}

    void read(Numeral numeral) {
        int before = quantities.lead(numeral) - 1;
        if (numeral.shape() == Shape.REFERENCE) {
            refer(numeral, before);
            return;
        }
        Role role = roleBefore(before);
        if (role != null && role.isChange()) {
            Subject subject = subjects.ofVerb(before, mention -> reading.taking(mention, numeral) != null);
            if (subject != null) {
                Indicator indicator = Objects.requireNonNull(reading.taking(subject.mention(), numeral));
                Quantity quantity = Objects.requireNonNull(quantities.of(numeral, indicator));
                subjects.own(numeral, quantity.end(), subject.mention());
            }
            return;
        }
        Pair pair = role == Role.VERSUS || isOfAnother(before) ? null : pair(numeral, before);
        if (pair == null) {
            return;
        }
        subjects.own(numeral, pair.quantity.end(), pair.subject.mention());
        if (!subjects.isTaken(pair.subject.mention())) {
            claim(numeral, pair);
        }
    }

    private void claim(Numeral numeral, Pair pair) {
        quantities
                .read(numeral, pair.quantity, pair.indicator)
                .ifPresent(number -> reading.when(pair.subject, pair.quantity.end())
                        .ifPresent(when -> {
                            subjects.take(pair.subject.mention());
                            Claim claim = reading.claim(
                                    ClaimKind.VALUE,
                                    numeral.start(),
                                    passage.stop(numeral.end()),
                                    passage.stop(pair.quantity.end()),
                                    number,
                                    pair.quantity.unit());
                            claim.indicator(pair.indicator.getCode()).period(when.period());
                        }));
    }

    /** A reference stands for the figure of the name beside it. */
    private void refer(Numeral numeral, int before) {
        Mention behind = passage.mention(numeral.end());
        Subject subject = behind == null ? subjects.ofNumber(before, mention -> true) : new Subject(behind, null);
        if (subject != null) {
            subjects.own(numeral, numeral.end(), subject.mention());
            subjects.take(subject.mention());
        }
    }

    private @Nullable Role roleBefore(int before) {
        int i = before;
        while (passage.role(i) == Role.QUALIFIER || passage.role(i) == Role.NEUTRAL) {
            i--;
        }
        Role role = passage.role(i);
        return passage.mention(i) == null ? role : null;
    }

    /** {@code 397 hồ sơ trên 412 hồ sơ}: the second number is what the first is a part of. */
    private boolean isOfAnother(int before) {
        if (!passage.goesOn(before) || !passage.token(before).letters().equals("tren")) {
            return false;
        }
        for (int i = before - 1; i > before - 4 && passage.goesOn(i); i--) {
            if (passage.numeral(i) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Pair pair(Numeral numeral, int before) {
        Mention around = passage.mention(numeral.first());
        if (around != null) {
            return named(around, numeral, quantities.endOfScale(numeral.end()));
        }
        Pair behind = standingBefore(numeral);
        Pair rest = behind == null || isOnlyUnit(behind) ? behindRest(numeral, before) : null;
        if (rest != null || behind != null) {
            return rest != null ? rest : behind;
        }
        Subject subject = isPartOf(before)
                ? null
                : subjects.ofNumber(before, mention -> reading.taking(mention, numeral) != null);
        if (subject == null) {
            return null;
        }
        Indicator indicator = Objects.requireNonNull(reading.taking(subject.mention(), numeral));
        return new Pair(subject, indicator, Objects.requireNonNull(quantities.of(numeral, indicator)));
    }

    /** {@code 95% trên tổng số 412 hồ sơ}: what follows such words is not the figure of what stands before them. */
    private boolean isPartOf(int before) {
        return passage.role(before) == Role.OF
                || (passage.role(before) == Role.TOTAL && passage.role(before - 1) == Role.OF);
    }

    /** A name that says no more than the unit: with what stands before the number it may be a longer one. */
    private static boolean isOnlyUnit(Pair pair) {
        Mention mention = pair.subject.mention();
        return mention.end() <= pair.quantity.end();
    }

    /** The name begins behind the number or its unit, at most two words of no meaning between. */
    private @Nullable Pair standingBefore(Numeral numeral) {
        int scale = quantities.endOfScale(numeral.end());
        Mention next = passage.mention(scale);
        if (next != null && next.first() == scale && !passage.token(scale).is(Token.Kind.SIGN)) {
            Pair pair = named(next, numeral, scale);
            if (pair != null) {
                return pair;
            }
        }
        for (int end = scale + 1; end <= scale + MOST_WORDS_BETWEEN + 4 && passage.goesOn(end); end++) {
            Mention mention = passage.mention(end);
            if (mention != null && mention.first() == end) {
                return withUnit(mention, numeral, end);
            }
            if (!passage.token(end - 1).isWritten()) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Pair withUnit(Mention mention, Numeral numeral, int first) {
        Indicator indicator = reading.taking(mention, numeral);
        Quantity quantity = indicator == null ? null : quantities.of(numeral, indicator);
        if (indicator == null
                || quantity == null
                || !quantity.spoken()
                || first - quantity.end() > MOST_WORDS_BETWEEN) {
            return null;
        }
        for (int i = quantity.end(); i < first; i++) {
            if (passage.isContent(i) || !passage.token(i).isWritten() || passage.role(i) == Role.SEPARATOR) {
                return null;
            }
        }
        return new Pair(new Subject(mention, null), indicator, quantity);
    }

    /** The name itself says what is counted: money and percentages apart, its figure is a plain number. */
    private @Nullable Pair named(Mention mention, Numeral numeral, int scale) {
        for (Name name : mention.names()) {
            Indicator indicator = name.indicator();
            if (Quantities.isPercent(indicator)) {
                continue;
            }
            Quantity quantity = quantities.of(numeral, indicator);
            boolean plain = Money.shift(indicator.getUnit().getCode()) == null && numeral.shape() != Shape.YEAR_LIKE;
            if (quantity == null && plain && !passage.isSign(scale, "%/")) {
                quantity = new Quantity(indicator.getUnit().getCode(), scale, true);
            }
            if (quantity != null) {
                return new Pair(new Subject(mention, null), indicator, quantity);
            }
        }
        return null;
    }

    /** {@code tiếp nhận 412 hồ sơ}: the unit of {@code hồ sơ tiếp nhận} stands behind the number, its rest before. */
    private @Nullable Pair behindRest(Numeral numeral, int before) {
        int i = before;
        while (i > before - MOST_WORDS_BETWEEN
                && (passage.role(i) == Role.QUALIFIER
                        || passage.role(i) == Role.SOFT_LINK
                        || passage.role(i) == Role.NEUTRAL)) {
            i--;
        }
        Mention rest = passage.rest(i);
        if (rest == null) {
            return null;
        }
        for (Name name : rest.names()) {
            Quantity quantity = quantities.of(numeral, name.indicator());
            if (quantity != null && quantity.spoken()) {
                return new Pair(new Subject(rest, null), name.indicator(), quantity);
            }
        }
        return null;
    }
}
