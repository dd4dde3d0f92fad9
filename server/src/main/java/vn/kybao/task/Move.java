package vn.kybao.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** The moves of a task: from which status each is allowed, and where it leads. */
enum Move {
    PROGRESS,
    COMPLETE,
    EXTEND,
    CANCEL,
    REOPEN;

    boolean isAllowedFrom(TaskStatus status) {
        return switch (this) {
            case PROGRESS, COMPLETE, EXTEND, CANCEL ->
                status == TaskStatus.ASSIGNED || status == TaskStatus.IN_PROGRESS;
            case REOPEN -> status == TaskStatus.COMPLETED || status == TaskStatus.CANCELLED;
        };
    }

    /** The status it leads to; a later deadline leaves it as it is. */
    TaskStatus to(TaskStatus status) {
        return switch (this) {
            case PROGRESS, REOPEN -> TaskStatus.IN_PROGRESS;
            case COMPLETE -> TaskStatus.COMPLETED;
            case CANCEL -> TaskStatus.CANCELLED;
            case EXTEND -> status;
        };
    }

    /** Its name in the contract's paths. */
    String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses the request unless the move is allowed from the status. */
    void requireFrom(TaskStatus status) {
        if (isAllowedFrom(status)) {
            return;
        }
        List<String> allowed = Arrays.stream(values())
                .filter(move -> move.isAllowedFrom(status))
                .map(Move::action)
                .toList();
        throw new ProblemException(
                ProblemCode.INVALID_TRANSITION,
                Map.of("actual", status.getValue(), "expected", String.join(", ", allowed)),
                List.of(),
                Extras.allowed(allowed));
    }
}
