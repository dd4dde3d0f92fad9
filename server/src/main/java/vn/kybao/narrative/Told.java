package vn.kybao.narrative;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.FigureSource;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.Unit;
import vn.kybao.calculation.StatedFigure;

/**
 * The number that a reference stands for, and where it came from.
 *
 * @param text as printed; an ellipsis where there is none
 * @param value the number, or null
 * @param unit its unit, or null
 * @param indicator the indicator, or null
 * @param period its period, or null
 * @param measure how sure it is, or null
 * @param source how it came to be, or null
 * @param stated what was filed where that is what is printed, or null
 * @param counted whether rows were counted; null where they were not asked
 * @param evidence links to what it is made of
 * @param missing what is not there
 */
public record Told(
        String text,
        @Nullable BigDecimal value,
        @Nullable Unit unit,
        @Nullable String indicator,
        @Nullable String period,
        @Nullable Measure measure,
        @Nullable FigureSource source,
        @Nullable StatedFigure stated,
        @Nullable Boolean counted,
        List<String> evidence,
        List<String> missing) {

    public @Nullable Qualifier qualifier() {
        return stated == null ? null : stated.qualifier();
    }
}
