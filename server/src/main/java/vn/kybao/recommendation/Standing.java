package vn.kybao.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kybao.api.model.RecommendationAnswer;
import vn.kybao.api.model.RecommendationStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** Where a recommendation stands, with the answers that it can still be given. */
enum Standing {
    OPEN(
            RecommendationAnswer.ACKNOWLEDGED,
            RecommendationAnswer.ACCEPTED,
            RecommendationAnswer.REJECTED,
            RecommendationAnswer.IMPLEMENTED),
    ACKNOWLEDGED(RecommendationAnswer.ACCEPTED, RecommendationAnswer.REJECTED, RecommendationAnswer.IMPLEMENTED),
    ACCEPTED(RecommendationAnswer.IMPLEMENTED, RecommendationAnswer.REJECTED),
    REJECTED,
    IMPLEMENTED;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<RecommendationAnswer> answers;

    Standing(RecommendationAnswer... answers) {
        this.answers = Set.of(answers);
    }

    static Standing of(RecommendationRow row) {
        return valueOf(RecommendationStatus.fromValue(row.status()).name());
    }

    /** Refuses an answer that does not follow, and says which ones do. */
    void requireAnswerable(RecommendationAnswer answer) {
        if (!answers.contains(answer)) {
            throw refused(Arrays.stream(RecommendationAnswer.values())
                    .filter(answers::contains)
                    .map(RecommendationAnswer::getValue)
                    .toList());
        }
    }

    /** Refuses a change of what has been answered. */
    void requireUnanswered() {
        if (this != OPEN) {
            throw refused(actions());
        }
    }

    /** Refuses to raise again what is settled. */
    void requireUnsettled() {
        if (isSettled()) {
            throw refused(actions());
        }
    }

    private boolean isSettled() {
        return answers.isEmpty();
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (!isSettled()) {
            actions.add("respond");
            actions.add("repeat");
        }
        return actions;
    }

    private ProblemException refused(List<String> allowed) {
        String expected = allowed.isEmpty() ? "–" : String.join(", ", allowed);
        return new ProblemException(
                ProblemCode.INVALID_TRANSITION,
                Map.of("actual", name(), "expected", expected),
                List.of(),
                Extras.allowed(allowed));
    }
}
