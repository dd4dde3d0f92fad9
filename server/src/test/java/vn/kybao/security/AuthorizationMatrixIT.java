package vn.kybao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.api.model.AccessScope;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.ContractDocument;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** S1: every operation of the contract, with every way of not being allowed to call it. */
class AuthorizationMatrixIT {
    private static final String WELL_FORMED = "kb_aaaaaaaaaaaaaaaa_" + "A".repeat(43);

    private static Calls calls;
    private static String revokedKey;
    private static String expiredKey;

    static List<Operation> operations() {
        return Calls.protectedOperations();
    }

    @BeforeAll
    static void makeKeys() {
        calls = new Calls();
        Answer revoked = new CredentialBuilder().scopes(everyScope()).create();
        revokedKey = revoked.text("/secret");
        Api.admin()
                .ifMatch("1")
                .delete("/v1/credentials/" + revoked.text("/id"))
                .is(204);
        try (var _ = TestServer.shared().clock().advance(Duration.ofDays(-2))) {
            expiredKey = new CredentialBuilder()
                    .scopes(everyScope())
                    .with(
                            "expiresAt",
                            java.time.Instant.now().minus(Duration.ofDays(1)).toString())
                    .create()
                    .text("/secret");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutAKeyTheAnswerIs401(Operation operation) {
        unauthorized(calls.send(Api.anonymous(), operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withAKeyThatIsNoneTheAnswerIs401(Operation operation) {
        String admin = TestServer.adminKey();
        String last = admin.substring(0, admin.length() - 1) + (admin.endsWith("a") ? "b" : "a");
        for (String key : List.of("garbage", WELL_FORMED, last, admin + "x", admin.replace("kb_", "KB_"), "")) {
            unauthorized(calls.send(Api.as(key), operation));
        }
        for (String header : List.of("Basic a2I6eA==", admin, "Bearer", "Bearer " + admin + " x", "Token " + admin)) {
            unauthorized(calls.send(Api.anonymous().header("Authorization", header), operation));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withARevokedKeyTheAnswerIs401(Operation operation) {
        unauthorized(calls.send(Api.as(revokedKey), operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withAnExpiredKeyTheAnswerIs401(Operation operation) {
        unauthorized(calls.send(Api.as(expiredKey), operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withEveryScopeButTheOneNeededTheAnswerIs403(Operation operation) {
        String needed = operation.scopes().getFirst();
        String[] others =
                Arrays.stream(everyScope()).filter(s -> !s.equals(needed)).toArray(String[]::new);
        Answer answer =
                calls.send(TestOrganization.root().with(others), operation).is(403);
        assertThat(answer.problem()).isEqualTo("insufficient-scope");
        assertThat(answer.text("/errors/0/expected")).isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withTheScopeNeededTheAnswerIsNotAboutRights(Operation operation) {
        String needed = operation.scopes().getFirst();
        Answer answer = calls.send(TestOrganization.root().with(needed), operation);
        assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403, 404).isLessThan(500);
    }

    @Test
    void whatNeedsNoKeyIsTheShortListOfThePlatform() {
        assertThat(ContractDocument.get().operations())
                .filteredOn(operation -> operation.scopes().isEmpty())
                .extracting(Operation::template)
                .containsExactlyInAnyOrder(
                        "/health",
                        "/health/readiness",
                        "/openapi.yaml",
                        "/problems/{problem}",
                        "/.well-known/jwks.json");
    }

    @Test
    void theSchemeIsRecognisedWhateverItsCase() {
        Api.anonymous()
                .header("Authorization", "bearer " + TestServer.adminKey())
                .get("/v1/organizations")
                .is(200);
    }

    private static void unauthorized(Answer answer) {
        assertThat(answer.is(401).problem()).isEqualTo("unauthorized");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    private static String[] everyScope() {
        return Arrays.stream(AccessScope.values()).map(AccessScope::getValue).toArray(String[]::new);
    }
}
