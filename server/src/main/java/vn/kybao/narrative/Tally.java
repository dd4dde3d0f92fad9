package vn.kybao.narrative;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Unit;
import vn.kybao.calculation.Figure;

/**
 * A number over rows as a text prints it: what was stated where it was, else what was counted.
 *
 * @param value the number, or null
 * @param digits fraction digits to print at least
 * @param unit its unit
 * @param stated the figure that states it, or null when rows were counted
 * @param evidence links to what it is made of
 * @param missing what it waits for
 * @param counted whether it comes from rows
 */
public record Tally(
        @Nullable BigDecimal value,
        int digits,
        Unit unit,
        @Nullable Figure stated,
        List<String> evidence,
        List<String> missing,
        boolean counted) {

    /** What rows give. */
    public static Tally counted(BigDecimal value, int digits, Unit unit, List<String> evidence) {
        return new Tally(value, digits, unit, null, evidence, List.of(), true);
    }

    /** What is worked out from other numbers, counted or stated. */
    public static Tally workedOut(BigDecimal value, int digits, Unit unit, List<String> evidence, boolean counted) {
        return new Tally(value, digits, unit, null, evidence, List.of(), counted);
    }

    /** What was filed as a figure. */
    public static Tally stated(Figure figure, Unit unit, List<String> evidence) {
        return new Tally(figure.value(), 0, unit, figure, evidence, List.of(), false);
    }

    /** What rows cannot give, such as a sum with an amount that is not known. */
    public static Tally unknown(Unit unit, List<String> missing) {
        return new Tally(null, 0, unit, null, List.of(), missing, true);
    }
}
