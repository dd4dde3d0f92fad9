package vn.kybao.calculation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.ValueState;
import vn.kybao.problem.Note;

/**
 * The figure in force, filed or derived, with where it came from.
 *
 * @param organization whose it is
 * @param indicator what it measures
 * @param period when
 * @param value the figure, or null when there is none
 * @param measure how sure it is: the weakest of what it is made of; null when there is none
 * @param state what a missing figure means; null when there is none
 * @param source reported, stated or derived; null when there is none
 * @param derivation how it was derived, or null
 * @param stated what was filed, or null
 * @param parts what it is made of
 * @param missing what it waits for
 * @param notes what is doubtful about it
 */
public record Figure(
        String organization,
        String indicator,
        String period,
        @Nullable BigDecimal value,
        @Nullable Measure measure,
        @Nullable ValueState state,
        @Nullable FigureSource source,
        @Nullable Derivation derivation,
        @Nullable StatedFigure stated,
        List<Figure> parts,
        List<Figure> missing,
        List<Note> notes) {

    /** The regimes under which what it is made of was filed. */
    public Set<String> regimes() {
        Set<String> regimes = new HashSet<>();
        if (stated != null) {
            regimes.add(stated.regime());
        }
        parts.forEach(part -> regimes.addAll(part.regimes()));
        return regimes;
    }

    static Figure none(String organization, String indicator, String period, List<Figure> missing) {
        return new Figure(
                organization, indicator, period, null, null, null, null, null, null, List.of(), missing, List.of());
    }

    static Figure stated(StatedFigure stated, FigureSource source, List<Note> notes) {
        return new Figure(
                stated.organization(),
                stated.indicator(),
                stated.period(),
                stated.value(),
                stated.measure(),
                stated.state(),
                source,
                null,
                stated,
                List.of(),
                List.of(),
                notes);
    }

    static Figure derived(
            String organization,
            String indicator,
            String period,
            BigDecimal value,
            Derivation derivation,
            @Nullable StatedFigure stated,
            List<Figure> parts,
            List<Note> notes) {
        Measure weakest = MeasureRange.weakest(parts);
        return new Figure(
                organization,
                indicator,
                period,
                value,
                weakest,
                ValueState.REPORTED,
                FigureSource.DERIVED,
                derivation,
                stated,
                parts,
                List.of(),
                notes);
    }

    /** To none of those it would be the sum of does the indicator apply. */
    static Figure notApplicable(String organization, String indicator, String period, List<Figure> parts) {
        return new Figure(
                organization,
                indicator,
                period,
                null,
                MeasureRange.weakest(parts),
                ValueState.NOT_APPLICABLE,
                FigureSource.DERIVED,
                Derivation.REPORTERS,
                null,
                parts,
                List.of(),
                List.of());
    }

    /** True when there is an answer, be it that the figure does not apply. */
    public boolean isThere() {
        return value != null || state == ValueState.NOT_APPLICABLE;
    }
}
