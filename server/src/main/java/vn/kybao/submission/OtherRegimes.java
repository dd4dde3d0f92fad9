package vn.kybao.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionValue;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Figures that another regime holds: they are filed there, not here. */
final class OtherRegimes {
    private OtherRegimes() {}

    /** A figure that is filed under one regime is not filed under another. */
    static void held(
            SubmissionCreate wanted,
            Filing filing,
            Map<ObservationKey, Standing> standing,
            Map<String, IndicatorDefinition> known,
            Findings findings) {
        List<SubmissionValue> values = SentValues.values(wanted);
        for (int i = 0; i < values.size(); i++) {
            SubmissionValue value = values.get(i);
            if (value == null
                    || value.getIndicator() == null
                    || value.getMeasure() == null
                    || filing.regime() == null) {
                continue;
            }
            Standing there = standing.get(SentValues.key(value));
            if (there != null && there.isHeldByAnother(filing.regime().code())) {
                findings.add(Note.error(ProblemCode.HELD_BY_REGIME)
                        .at("/values/" + i + "/indicator")
                        .item(value.getItemRef(), i)
                        .with("name", name(known.get(value.getIndicator()), value.getIndicator()))
                        .expected(there.figure().regime()));
            }
        }
    }

    /** Tells what is not carried on, since another regime holds it by now; a value sent again is refused for it. */
    static void lost(
            SubmissionCreate wanted,
            Map<ObservationKey, String> lost,
            Map<String, IndicatorDefinition> known,
            Findings findings) {
        Set<ObservationKey> sent = new HashSet<>();
        SentValues.values(wanted).stream()
                .filter(value -> value != null && value.getIndicator() != null && value.getMeasure() != null)
                .forEach(value -> sent.add(SentValues.key(value)));
        lost.forEach((key, regime) -> {
            if (!sent.contains(key)) {
                findings.add(Note.warning(ProblemCode.HELD_BY_REGIME)
                        .with("name", name(known.get(key.indicator()), key.indicator()))
                        .expected(regime)
                        .evidence(List.of("/v1/indicators/" + key.indicator())));
            }
        });
    }

    static LocalizedText name(@Nullable IndicatorDefinition indicator, String code) {
        return indicator == null ? new LocalizedText().vi(code) : indicator.name();
    }
}
