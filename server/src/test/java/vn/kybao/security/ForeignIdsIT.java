package vn.kybao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestOrganization;

/** S2: what another organization has is like what is not there; the catalogue alone is read by all, and written by its owner. */
class ForeignIdsIT {
    private static final Set<String> CATALOGUE = Set.of("organizations", "indicators", "regimes", "rules", "periods");

    /** The path names nothing of anybody's; whose it is stands in the body, which names an organization that all may read. */
    private static final Set<String> OWNER_IN_BODY = Set.of("putExternalTask");

    private static Calls calls;
    private static TestOrganization stranger;

    static List<Operation> withId() {
        return Calls.protectedOperations().stream()
                .filter(o -> o.template().contains("{"))
                .toList();
    }

    @BeforeAll
    static void make() {
        calls = new Calls();
        stranger = new OrganizationBuilder().create();
    }

    @ParameterizedTest
    @MethodSource("withId")
    void aStrangerDoesNotGetAtIt(Operation operation) {
        Answer answer = calls.send(stranger.admin().ifMatch("1"), operation);
        String resource = operation.template().split("/", 4)[2];
        // A regime is open to all, the form of an organization is not.
        boolean form = operation.template().contains("/form");
        if (OWNER_IN_BODY.contains(operation.id())) {
            assertThat(answer.is(403).problem()).isEqualTo("not-owner");
        } else if (form || !CATALOGUE.contains(resource)) {
            assertThat(answer.is(404).problem()).isEqualTo("not-found");
        } else if (operation.method().equals("GET")) {
            answer.is(200);
        } else {
            assertThat(answer.is(403).problem()).isEqualTo("not-owner");
        }
    }

    @ParameterizedTest
    @MethodSource("withId")
    void aStrangerCannotTellItFromNothing(Operation operation) {
        Api caller = stranger.admin().ifMatch("1");
        String foreign = calls.path(operation);
        String absent = foreign.replaceAll("[0-9a-z](?=(/[a-z]+)?$)", "0");
        Answer there = calls.send(caller, operation);
        if (there.status() != 404 || absent.equals(foreign)) {
            return;
        }
        Answer notThere = caller.get(absent.replaceAll("/[a-z]+$", "")).is(404);
        assertThat(there.text("/type")).isEqualTo(notThere.text("/type"));
        assertThat(there.text("/detail")).isEqualTo(notThere.text("/detail"));
        assertThat(there.at("/errors")).isEqualTo(notThere.at("/errors"));
    }
}
