package vn.kybao.total;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.CountedAndStated;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.contract.Decimals;
import vn.kybao.number.Money;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.total.StatedTotals.Stated;

/**
 * One number as the rows give it and as it was stated.
 *
 * @param what which number, or null for one that is never stated
 * @param counted what the rows give, in the unit of what is stated; null when an amount is unknown
 * @param missing how many rows have no amount
 * @param stated what was stated, as far as the reader may read it, or null
 * @param withheld whether something was stated that the reader may not read
 */
public record Total(
        @Nullable StatedTotal what,
        @Nullable BigDecimal counted,
        int missing,
        @Nullable Stated stated,
        boolean withheld) {

    public static Total count(@Nullable StatedTotal what, long counted, @Nullable Stated stated) {
        return sum(what, BigDecimal.valueOf(counted), 0, stated);
    }

    /** A sum in the unit of what is stated. */
    public static Total sum(
            @Nullable StatedTotal what, @Nullable BigDecimal counted, int missing, @Nullable Stated stated) {
        boolean withheld = stated != null && !stated.open();
        return new Total(what, counted, missing, withheld ? null : stated, withheld);
    }

    /** A sum of money in đồng, turned into the unit of what is stated. */
    public static Total money(StatedTotal what, @Nullable BigDecimal dong, int missing, @Nullable Stated stated) {
        if (stated == null || !stated.open() || dong == null) {
            return sum(what, dong, missing, stated);
        }
        BigDecimal inUnit = Money.convert(dong, "vnd", stated.indicator().unit().getCode());
        return sum(what, inUnit, missing, stated);
    }

    /** What is printed: the stated number when there is one, else the counted one; null when neither is known or may be told. */
    public @Nullable BigDecimal printed() {
        if (withheld) {
            return null;
        }
        return stated == null ? counted : stated.figure().value();
    }

    public CountedAndStated toWire() {
        CountedAndStated wire = new CountedAndStated().counted(counted).missing(missing);
        if (stated != null) {
            StatedFigure filed = stated.figure().stated();
            wire.stated(stated.figure().value()).indicator(stated.indicator().code());
            if (filed != null) {
                wire.qualifier(filed.qualifier()).observation(filed.id());
            }
        }
        return wire;
    }

    /**
     * The finding when the two differ. Fewer rows than were stated is a remark, since not every case has to be a row; more
     * rows than were stated is a contradiction.
     */
    public Optional<Note> difference() {
        if (stated == null || counted == null) {
            return Optional.empty();
        }
        Figure figure = stated.figure();
        BigDecimal value = Objects.requireNonNull(figure.value());
        int order = counted.compareTo(value);
        if (order == 0 || allows(figure, order)) {
            return Optional.empty();
        }
        Note note = order > 0 ? Note.warning(ProblemCode.STATED_TOTAL) : Note.info(ProblemCode.STATED_TOTAL);
        return Optional.of(note.with("variant", order > 0 ? "more" : "fewer")
                .with("name", stated.indicator().name())
                .with("stated", value)
                .with("found", counted)
                .actual(Decimals.plain(counted))
                .expected(Decimals.plain(value))
                .evidence(evidence())
                .tellingOf(figure.regimes()));
    }

    /** Where what is stated stands. */
    public List<String> evidence() {
        List<String> links = new ArrayList<>();
        if (stated != null) {
            links.add("/v1/indicators/" + stated.indicator().code());
            StatedFigure filed = stated.figure().stated();
            if (filed != null) {
                links.add("/v1/observations/" + filed.id());
            }
        }
        return links;
    }

    /** "Trên 45" is not contradicted by more. */
    private static boolean allows(Figure figure, int order) {
        StatedFigure filed = figure.stated();
        Qualifier qualifier = filed == null ? Qualifier.EXACT : filed.qualifier();
        return switch (qualifier) {
            case EXACT -> false;
            case AT_LEAST -> order > 0;
            case AT_MOST -> order < 0;
            case NEARLY, ABOUT -> true;
        };
    }
}
