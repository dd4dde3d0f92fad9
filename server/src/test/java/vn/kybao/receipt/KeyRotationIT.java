package vn.kybao.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.signing.SigningKey;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestServer;

/** Another key signs from the next start on; what the old one signed stays proven. */
class KeyRotationIT {
    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private String receipt(Api caller, String value) {
        Answer filed = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", value)
                .file(caller)
                .is(201);
        return Receipts.of(caller, filed);
    }

    private static boolean isValid(Api caller, String receipt) {
        return caller.post(
                        "/v1/receipts/verify",
                        Json.object("{}").put("receipt", receipt).toString())
                .is(200)
                .at("/valid")
                .asBoolean();
    }

    @Test
    void receiptsOfEveryKeyVerifyOnEveryInstance() throws Exception {
        String old = receipt(operator, "1");
        SigningKey next = SigningKey.generate();
        try (TestServer later = TestServer.start(next)) {
            Api there = operator.on(later);
            String fresh = receipt(there, "2");
            assertThat(Receipts.header(fresh).path("kid").asText()).isEqualTo(next.kid());
            assertThat(Receipts.header(old).path("kid").asText()).isNotEqualTo(next.kid());
            JsonNode keys =
                    Api.anonymous().on(later).get("/.well-known/jwks.json").json();
            assertThat(keys.at("/keys/0/kid").asText()).isEqualTo(next.kid());
            assertThat(Receipts.isSigned(old, keys)).isTrue();
            assertThat(Receipts.isSigned(fresh, keys)).isTrue();
            for (Api caller : new Api[] {operator, there}) {
                assertThat(isValid(caller, old)).isTrue();
                assertThat(isValid(caller, fresh)).isTrue();
            }
        }
    }

    @Test
    void theSameKeyIsListedOnceHoweverOftenItIsStarted() {
        SigningKey key = SigningKey.generate();
        TestServer.start(key).close();
        try (TestServer again = TestServer.start(key)) {
            assertThat(Api.anonymous()
                            .on(again)
                            .get("/.well-known/jwks.json")
                            .json()
                            .findValuesAsText("kid"))
                    .containsOnlyOnce(key.kid());
        }
    }
}
