package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

class MoveTest {
    @ParameterizedTest
    @CsvSource({
        "ASSIGNED, progress complete extend cancel",
        "IN_PROGRESS, progress complete extend cancel",
        "COMPLETED, reopen",
        "CANCELLED, reopen"
    })
    void eachStatusAllowsItsMovesAndNamesThemInARefusal(TaskStatus status, String allowed) {
        for (Move move : Move.values()) {
            if (allowed.contains(move.action())) {
                move.requireFrom(status);
                continue;
            }
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> move.requireFrom(status));
            assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_TRANSITION);
            assertThat(refused.extras().allowed()).isEqualTo(Arrays.asList(allowed.split(" ", -1)));
        }
    }

    @Test
    void eachMoveLeadsToOneStatusAndAnExtensionToNone() {
        assertThat(Move.PROGRESS.to(TaskStatus.ASSIGNED)).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(Move.COMPLETE.to(TaskStatus.ASSIGNED)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(Move.CANCEL.to(TaskStatus.ASSIGNED)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(Move.REOPEN.to(TaskStatus.COMPLETED)).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(Move.EXTEND.to(TaskStatus.ASSIGNED)).isEqualTo(TaskStatus.ASSIGNED);
        assertThat(Move.EXTEND.to(TaskStatus.IN_PROGRESS)).isEqualTo(TaskStatus.IN_PROGRESS);
    }
}
