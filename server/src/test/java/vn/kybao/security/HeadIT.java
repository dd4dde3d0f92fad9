package vn.kybao.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** HEAD is GET without a body, and no way around what GET asks for. The contract does not describe it: no checked client. */
class HeadIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Calls calls;

    static List<Operation> reads() {
        return Calls.protectedOperations().stream()
                .filter(o -> o.method().equals("GET"))
                .toList();
    }

    @BeforeAll
    static void make() {
        calls = new Calls();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void headWithoutAKeyTellsNothing(Operation operation) throws Exception {
        HttpResponse<byte[]> answer = head(operation, "none");
        assertThat(answer.statusCode()).isIn(401, 405);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void headNeedsTheScopeOfGet(Operation operation) throws Exception {
        String key = TestServer.shared().key(TestServer.ROOT, "tasks:write");
        assertThat(head(operation, key).statusCode()).isIn(403, 405);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void headFindsWhatGetFinds(Operation operation) throws Exception {
        String key =
                TestServer.shared().keyWithAllScopes(TestOrganization.root().code());
        HttpResponse<byte[]> answer = head(operation, key);
        assertThat(answer.statusCode()).isIn(200, 405);
        assertThat(answer.body()).isEmpty();
    }

    private static HttpResponse<byte[]> head(Operation operation, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(TestServer.shared().address().resolve(calls.path(operation)))
                .header("Authorization", "Bearer " + key)
                .HEAD();
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
