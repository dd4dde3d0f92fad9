package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;

/** C10: every answer has an id that finds it in the log. */
class RequestIdIT {
    private static final Api CALLER = Api.admin().header("X-Request-Id", "lgsp-2018/42");

    @ParameterizedTest
    @MethodSource("answers")
    void everyStatusCarriesTheIdThatWasSent(int status, Supplier<Answer> request) {
        assertThat(request.get().is(status).header("X-Request-Id")).contains("lgsp-2018/42");
    }

    static Stream<Object[]> answers() {
        byte[] large = new byte[4 * 1024 * 1024 + 1];
        return Stream.of(
                row(200, () -> CALLER.get("/v1/organizations")),
                row(200, () -> CALLER.get("/health")),
                row(200, () -> CALLER.get("/openapi.yaml")),
                row(400, () -> CALLER.post("/v1/organizations", "{")),
                row(401, () -> CALLER.header("Authorization", "none").get("/v1/organizations")),
                row(404, () -> CALLER.get("/v1/organizations/nobody")),
                row(404, () -> CALLER.get("/nowhere")),
                row(405, () -> CALLER.send("PUT", "/v1/organizations", null)),
                row(406, () -> CALLER.header("Accept", "text/csv").get("/v1/organizations")),
                row(
                        413,
                        () -> CALLER.header("Content-Type", "application/json")
                                .send("POST", "/v1/organizations", large)),
                row(
                        415,
                        () -> CALLER.header("Content-Type", "text/plain")
                                .send("POST", "/v1/organizations", "{}".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void theProblemRepeatsTheId() {
        assertThat(CALLER.get("/nowhere").text("/requestId")).isEqualTo("lgsp-2018/42");
    }

    @Test
    void withoutAnIdAnAnswerGetsItsOwn() {
        String first = Api.admin().get("/health").header("X-Request-Id").orElseThrow();
        String second = Api.admin().get("/health").header("X-Request-Id").orElseThrow();
        assertThat(first).isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "a\tb", "{\"a\":1}", "a;b", "a,b"})
    void anIdThatCouldDoHarmIsReplaced(String id) {
        Answer answer = Api.admin().header("X-Request-Id", id).get("/nowhere");
        assertThat(answer.header("X-Request-Id").orElseThrow()).isNotEqualTo(id);
        assertThat(answer.text()).doesNotContain(id);
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        Api.admin().header("X-Request-Id", "x".repeat(128)).get("/health");
        Answer answer = Api.admin().header("X-Request-Id", "x".repeat(129)).get("/health");
        assertThat(answer.header("X-Request-Id").orElseThrow()).hasSizeLessThan(100);
    }

    @Test
    void aTraceIsAccepted() {
        Api.admin()
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/v1/organizations")
                .is(200);
    }

    private static Object[] row(int status, Supplier<Answer> request) {
        return new Object[] {status, request};
    }
}
