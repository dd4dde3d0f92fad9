package vn.kybao.submission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.SubmissionMode;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.ValidationOutcome;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.observation.Figures.Workbench;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore.Standing;

/**
 * What a submission would do.
 *
 * @param filing what it is about
 * @param mode all or nothing, or what is good
 * @param received how many values were sent
 * @param base what stands, with what is waiting laid over it
 * @param standing what stands
 * @param sent the values that were sent and not refused
 * @param carried the values of the pending submission that were not sent again
 * @param pending the submission that it takes the place of, or null
 * @param found what was found
 * @param ruleSet the version of the rules that were applied
 * @param bench figures as they would stand, or null when it could not be told what they are about
 */
record Draft(
        Filing filing,
        SubmissionMode mode,
        int received,
        Map<ObservationKey, CheckedValue> base,
        Map<ObservationKey, Standing> standing,
        List<CheckedValue> sent,
        List<CheckedValue> carried,
        @Nullable SubmissionRow pending,
        List<Found> found,
        String ruleSet,
        @Nullable Workbench bench) {

    ValueOutcome outcome(CheckedValue value) {
        CheckedValue before = base.get(value.key());
        if (value.isSameAs(before)) {
            return ValueOutcome.UNCHANGED;
        }
        return before == null ? ValueOutcome.CREATED : ValueOutcome.UPDATED;
    }

    int count(ValueOutcome wanted) {
        return (int) sent.stream().filter(v -> outcome(v) == wanted).count();
    }

    int rejected() {
        return received - sent.size();
    }

    /** Nothing would change, nothing new was answered, and nothing that was returned waits to be filed again. */
    boolean isEmpty() {
        boolean returned = pending != null && pending.status().equals(SubmissionStatus.RETURNED.getValue());
        return !returned
                && rejected() == 0
                && count(ValueOutcome.UNCHANGED) == sent.size()
                && found.stream().noneMatch(Found::isNewlyAnswered);
    }

    /** What has to be answered before the figures can come into force. */
    boolean waitsForJustification() {
        return found.stream().anyMatch(Found::isUnanswered);
    }

    SubmissionStatus status() {
        if (waitsForJustification()) {
            return SubmissionStatus.AWAITING_JUSTIFICATION;
        }
        return Objects.requireNonNull(filing.regime()).autoApprove()
                ? SubmissionStatus.IN_FORCE
                : SubmissionStatus.AWAITING_REVIEW;
    }

    ValidationOutcome wouldBe() {
        return isEmpty() ? ValidationOutcome.UNCHANGED : ValidationOutcome.fromValue(status().getValue());
    }

    boolean isPartial() {
        return mode == SubmissionMode.PARTIAL;
    }
}
