package vn.kybao.calculation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;

/**
 * A figure as it was filed, with where it came from.
 *
 * @param id its own id
 * @param organization whose it is
 * @param indicator what it measures
 * @param period when
 * @param measure how sure it is
 * @param breakdown the part it is about in canonical form, empty for the total
 * @param value the figure, or null
 * @param state what a missing figure means
 * @param qualifier exact, at least, about
 * @param precision fraction digits as printed or sent, or null
 * @param text as printed, or null
 * @param asOf the day it was taken, or null
 * @param note a remark, or null
 * @param document the registered document it stands in, or null
 * @param regime the regime it was filed under
 * @param submission the submission that filed it
 * @param revision that submission's revision
 * @param inForceFrom since when it counts
 * @param inForceTo until when it counted, or null
 */
public record StatedFigure(
        String id,
        String organization,
        String indicator,
        String period,
        Measure measure,
        String breakdown,
        @Nullable BigDecimal value,
        ValueState state,
        Qualifier qualifier,
        @Nullable Integer precision,
        @Nullable String text,
        @Nullable LocalDate asOf,
        @Nullable String note,
        @Nullable String document,
        String regime,
        String submission,
        int revision,
        Instant inForceFrom,
        @Nullable Instant inForceTo) {}
