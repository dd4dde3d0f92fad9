package vn.kybao.validation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.observation.ObservationKey;
import vn.kybao.problem.Note;

/**
 * A figure that is being filed, with its place in the request.
 *
 * @param figure the figure
 * @param key what identifies it
 * @param index its place, or null when an earlier submission sent it
 * @param itemRef the caller's name of it, or null
 * @param isNew false when it stands as it is: what it needs has been answered, or decided, before
 */
public record Touched(
        StatedFigure figure,
        ObservationKey key,
        @Nullable Integer index,
        @Nullable String itemRef,
        boolean isNew) {

    String indicator() {
        return figure.indicator();
    }

    Measure measure() {
        return figure.measure();
    }

    @Nullable
    BigDecimal value() {
        return figure.value();
    }

    /** The one that a finding about several is placed at: one that was sent, and rather a new one. */
    static Touched first(List<Touched> several) {
        return several.stream()
                .min(Comparator.comparing((Touched touched) -> touched.index() == null)
                        .thenComparing(touched -> !touched.isNew()))
                .orElseThrow();
    }

    /** A finding about it. */
    Note at(Note note, String field) {
        Note about = isNew ? note : note.justified(false);
        return index == null
                ? about.item(itemRef, null)
                : about.at("/values/" + index + field).item(itemRef, index);
    }
}
