package vn.kybao.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.ObservationKey;

/** The values of a request, as far as they can be made out. */
final class SentValues {
    private SentValues() {}

    static List<SubmissionValue> values(SubmissionCreate wanted) {
        return Objects.requireNonNullElse(wanted.getValues(), List.of());
    }

    /** The values that have not been refused. */
    static List<CheckedValue> checked(
            SubmissionCreate wanted, Map<String, IndicatorDefinition> known, Set<Integer> refused) {
        List<CheckedValue> checked = new ArrayList<>();
        List<SubmissionValue> values = values(wanted);
        for (int i = 0; i < values.size(); i++) {
            if (refused.contains(i)) {
                continue;
            }
            SubmissionValue value = values.get(i);
            BigDecimal number = value.getValue();
            checked.add(new CheckedValue(
                    i,
                    value.getItemRef(),
                    key(value),
                    number,
                    ValueChecks.state(value),
                    Objects.requireNonNullElse(value.getQualifier(), Qualifier.EXACT),
                    number == null ? null : precision(value, number, known),
                    value.getText(),
                    value.getAsOf(),
                    value.getNote(),
                    value.getDocument()));
        }
        return checked;
    }

    private static int precision(SubmissionValue value, BigDecimal number, Map<String, IndicatorDefinition> known) {
        IndicatorDefinition indicator = Objects.requireNonNull(known.get(value.getIndicator()));
        return Precision.of(
                number,
                value.getText(),
                indicator.valueType(),
                indicator.spec().decimals(),
                indicator.unit().getCode());
    }

    /** What the refused values are about, as far as it can be told. */
    static Set<ObservationKey> keys(SubmissionCreate wanted, Set<Integer> refused) {
        Set<ObservationKey> keys = new HashSet<>();
        List<SubmissionValue> values = values(wanted);
        for (int place : refused) {
            SubmissionValue value = values.get(place);
            if (value != null && value.getIndicator() != null && value.getMeasure() != null) {
                keys.add(key(value));
            }
        }
        return keys;
    }

    static ObservationKey key(SubmissionValue value) {
        return new ObservationKey(value.getIndicator(), value.getMeasure(), Breakdowns.canonical(value.getBreakdown()));
    }
}
