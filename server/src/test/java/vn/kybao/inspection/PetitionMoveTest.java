package vn.kybao.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** The table of moves. */
class PetitionMoveTest {
    private static final Map<PetitionStatus, List<String>> TABLE = Map.of(
            PetitionStatus.PENDING, List.of("resolve", "transfer"),
            PetitionStatus.RESOLVED, List.of("reopen"),
            PetitionStatus.TRANSFERRED, List.of("reopen"));

    @Test
    void everyStatusAllowsWhatTheTableSays() {
        for (PetitionStatus status : PetitionStatus.values()) {
            assertThat(PetitionMove.allowedFrom(status)).as(status.toString()).isEqualTo(TABLE.get(status));
        }
    }

    @Test
    void everythingElseIsRefusedWithWhatIsAllowed() {
        for (PetitionStatus status : PetitionStatus.values()) {
            for (PetitionMove move : PetitionMove.values()) {
                List<String> allowed = TABLE.get(status);
                if (allowed.contains(move.name().toLowerCase(Locale.ROOT))) {
                    assertThatCode(() -> move.requireAllowed(status)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> move.requireAllowed(status))
                            .isInstanceOfSatisfying(ProblemException.class, problem -> {
                                assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_TRANSITION);
                                assertThat(problem.extras().allowed()).isEqualTo(allowed);
                            });
                }
            }
        }
    }

    @Test
    void aMoveLeadsWhereItsNameSays() {
        assertThat(PetitionMove.RESOLVE.to()).isEqualTo(PetitionStatus.RESOLVED);
        assertThat(PetitionMove.TRANSFER.to()).isEqualTo(PetitionStatus.TRANSFERRED);
        assertThat(PetitionMove.REOPEN.to()).isEqualTo(PetitionStatus.PENDING);
        assertThat(PetitionMove.REOPEN.type()).isEqualTo("REOPENED");
    }
}
