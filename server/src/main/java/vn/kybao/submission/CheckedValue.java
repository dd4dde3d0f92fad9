package vn.kybao.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.observation.ObservationKey;

/**
 * A value in which nothing was found that refuses it.
 *
 * @param index its place in the request; null when an earlier one sent it
 * @param itemRef the caller's name of it, or null
 * @param key what identifies it
 * @param value the figure, or null
 * @param state what a missing figure means
 * @param qualifier exact, at least, about
 * @param precision fraction digits as printed or sent, or null
 * @param text as printed, or null
 * @param asOf the day it was taken, or null
 * @param note a remark, or null
 * @param document the registered document it stands in, or null
 */
record CheckedValue(
        @Nullable Integer index,
        @Nullable String itemRef,
        ObservationKey key,
        @Nullable BigDecimal value,
        ValueState state,
        Qualifier qualifier,
        @Nullable Integer precision,
        @Nullable String text,
        @Nullable LocalDate asOf,
        @Nullable String note,
        @Nullable String document) {

    static CheckedValue of(StatedFigure figure) {
        return new CheckedValue(
                null,
                null,
                new ObservationKey(figure.indicator(), figure.measure(), figure.breakdown()),
                figure.value(),
                figure.state(),
                figure.qualifier(),
                figure.precision(),
                figure.text(),
                figure.asOf(),
                figure.note(),
                figure.document());
    }

    static CheckedValue of(ValueRow row) {
        return new CheckedValue(
                null,
                row.itemRef(),
                new ObservationKey(row.indicator(), Measure.fromValue(row.measure()), row.breakdown()),
                row.value(),
                ValueState.fromValue(row.state()),
                Qualifier.fromValue(row.qualifier()),
                row.digits(),
                row.text(),
                row.asOf(),
                row.note(),
                row.document());
    }

    /** As it would stand, filed by a submission. */
    StatedFigure figure(
            String organization, String period, String regime, String submission, int revision, Instant from) {
        return new StatedFigure(
                "",
                organization,
                key.indicator(),
                period,
                key.measure(),
                key.breakdown(),
                value,
                state,
                qualifier,
                precision,
                text,
                asOf,
                note,
                document,
                regime,
                submission,
                revision,
                from,
                null);
    }

    /** True when filing it would change nothing of what stands; a key that never stood is as good as cleared. */
    boolean isSameAs(@Nullable CheckedValue standing) {
        if (standing == null) {
            return state == ValueState.NOT_REPORTED;
        }
        return state == standing.state()
                && qualifier == standing.qualifier()
                && Objects.equals(precision, standing.precision())
                && Objects.equals(text, standing.text())
                && Objects.equals(asOf, standing.asOf())
                && Objects.equals(note, standing.note())
                && Objects.equals(document, standing.document())
                && (value == null
                        ? standing.value() == null
                        : standing.value() != null && value.compareTo(standing.value()) == 0);
    }
}
