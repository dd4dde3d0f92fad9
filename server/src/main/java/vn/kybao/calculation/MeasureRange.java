package vn.kybao.calculation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;

/**
 * The measures that will do, the best first.
 *
 * @param measures the measures
 */
public record MeasureRange(List<Measure> measures) {
    private static final List<Measure> OBSERVED = List.of(Measure.ACTUAL, Measure.PRELIMINARY, Measure.ESTIMATE);

    /** The best of actual, preliminary and estimate. */
    public static final MeasureRange BEST = new MeasureRange(OBSERVED);

    /** The target, else the plan. */
    public static final MeasureRange PLANNED = new MeasureRange(List.of(Measure.TARGET, Measure.PLAN));

    /** The measure or a better one; plans and targets are no better than one another. */
    public static MeasureRange atLeast(@Nullable Measure measure) {
        if (measure == null) {
            return BEST;
        }
        int place = OBSERVED.indexOf(measure);
        return new MeasureRange(place < 0 ? List.of(measure) : OBSERVED.subList(0, place + 1));
    }

    /** Exactly the measure. */
    public static MeasureRange exactly(Measure measure) {
        return new MeasureRange(List.of(measure));
    }

    /** The weakest that the parts bear, which is the measure of what is made of them. */
    static @Nullable Measure weakest(List<Figure> parts) {
        Measure weakest = null;
        for (Figure part : parts) {
            Measure measure = part.measure();
            if (measure != null && (weakest == null || OBSERVED.indexOf(measure) > OBSERVED.indexOf(weakest))) {
                weakest = measure;
            }
        }
        return weakest;
    }
}
