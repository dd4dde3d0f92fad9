package vn.kybao.submission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** The moves of a submission: from where each is allowed. */
enum Move {
    JUSTIFY(SubmissionStatus.AWAITING_JUSTIFICATION, SubmissionStatus.AWAITING_REVIEW),
    APPROVE(SubmissionStatus.AWAITING_REVIEW),
    RETURN(SubmissionStatus.AWAITING_JUSTIFICATION, SubmissionStatus.AWAITING_REVIEW, SubmissionStatus.IN_FORCE),
    WITHDRAW(SubmissionStatus.AWAITING_JUSTIFICATION, SubmissionStatus.AWAITING_REVIEW, SubmissionStatus.IN_FORCE);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<SubmissionStatus> from;

    Move(SubmissionStatus... from) {
        this.from = Set.of(from);
    }

    /** Refuses the move where the present status does not allow it, and says what it does allow. */
    void requireAllowed(SubmissionStatus status) {
        if (!from.contains(status)) {
            List<String> allowed = Arrays.stream(values())
                    .filter(move -> move.from.contains(status))
                    .map(move -> move.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw new ProblemException(
                    ProblemCode.INVALID_TRANSITION,
                    Map.of("actual", status.getValue(), "expected", String.join(", ", allowed)),
                    List.of(),
                    Extras.allowed(allowed));
        }
    }
}
