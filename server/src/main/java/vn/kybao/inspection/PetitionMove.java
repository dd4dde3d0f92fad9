package vn.kybao.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** The moves of a petition: from which status each is allowed, and where it leads. */
enum PetitionMove {
    RESOLVE(PetitionStatus.RESOLVED, PetitionStatus.PENDING),
    TRANSFER(PetitionStatus.TRANSFERRED, PetitionStatus.PENDING),
    REOPEN(PetitionStatus.PENDING, PetitionStatus.RESOLVED, PetitionStatus.TRANSFERRED);

    private final PetitionStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so.
    private final Set<PetitionStatus> from;

    PetitionMove(PetitionStatus to, PetitionStatus... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    PetitionStatus to() {
        return to;
    }

    /** What the audit and the events call it. */
    String type() {
        return this == REOPEN ? "REOPENED" : to.getValue();
    }

    /** Refuses the move where the present status does not allow it, and says what it does allow. */
    void requireAllowed(PetitionStatus status) {
        if (!from.contains(status)) {
            List<String> allowed = allowedFrom(status);
            throw new ProblemException(
                    ProblemCode.INVALID_TRANSITION,
                    Map.of("actual", status.getValue(), "expected", String.join(", ", allowed)),
                    List.of(),
                    Extras.allowed(allowed));
        }
    }

    static List<String> allowedFrom(PetitionStatus status) {
        return Arrays.stream(values())
                .filter(move -> move.from.contains(status))
                .map(move -> move.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
