package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestServer;

/** C12: bodies may be compressed, and are bounded before and after. */
class SizeIT {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void aCompressedRequestIsRead() throws IOException {
        byte[] body = new OrganizationBuilder().json().getBytes(StandardCharsets.UTF_8);
        send("gzip", zipped(body)).is(201);
    }

    @Test
    void theNameOfTheEncodingMayBeInCapitals() throws IOException {
        send("GZIP", zipped(new OrganizationBuilder().json().getBytes(StandardCharsets.UTF_8)))
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "compress", "gzip, gzip", "x"})
    void anotherEncodingIsRefused(String encoding) {
        Answer answer = send(encoding, new OrganizationBuilder().json().getBytes(StandardCharsets.UTF_8))
                .is(415);
        assertThat(answer.problem()).isEqualTo("unsupported-encoding");
    }

    @Test
    void brokenCompressionIsRefused() throws IOException {
        byte[] good = zipped(new OrganizationBuilder().json().getBytes(StandardCharsets.UTF_8));
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 0x55;
        byte[] wrongSum = good.clone();
        wrongSum[good.length - 5] ^= 0x55;
        for (byte[] broken : new byte[][] {
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length - 1),
            flipped,
            wrongSum,
            "{}".getBytes(StandardCharsets.UTF_8),
            {0x1f, (byte) 0x8b}
        }) {
            Answer answer = send("gzip", broken).is(400);
            assertThat(answer.errorCodes()).containsExactly("malformed-body");
        }
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] bomb = zipped(new byte[200 * MEBIBYTE]);
        assertThat(bomb.length).isLessThan(MEBIBYTE);
        assertThat(send("gzip", bomb).is(413).problem()).isEqualTo("too-large");
    }

    @Test
    void sixteenMebibytesExpandedAreTheLimit() throws IOException {
        byte[] limit = new byte[16 * MEBIBYTE];
        Arrays.fill(limit, (byte) ' ');
        send("gzip", zipped(limit)).is(400);
        send("gzip", zipped(Arrays.copyOf(limit, limit.length + 1))).is(413);
    }

    @Test
    void fourMebibytesSentAreTheLimit() {
        byte[] limit = new byte[4 * MEBIBYTE];
        Arrays.fill(limit, (byte) ' ');
        send("identity", limit).is(400);
        Answer answer = send("identity", Arrays.copyOf(limit, limit.length + 1)).is(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.text("/detail")).contains("4 MiB");
    }

    @Test
    void moreThanTenThousandValuesAreRefused() {
        String value = "{\"indicator\": \"aa\", \"measure\": \"ACTUAL\"}";
        String values = String.join(",", java.util.Collections.nCopies(10_001, value));
        Answer answer = Api.admin()
                .idempotencyKey("many")
                .post("/v1/submissions", """
                {"regime": "rr", "period": "2018-Q1", "organization": "root", "values": [%s]}""".formatted(values))
                .is(413);
        assertThat(answer.problem()).isEqualTo("too-many-values");
        assertThat(answer.pointers()).containsExactly("/values");
    }

    @Test
    void largeAnswersAreCompressedOnRequest() {
        String plain = Api.admin().get("/v1/enumerations").text();
        Answer compressed = Api.admin().header("Accept-Encoding", "gzip").get("/v1/enumerations");
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.sent().length).isLessThan(plain.length());
        assertThat(compressed.text()).isEqualTo(plain);
    }

    private static Answer send(String encoding, byte[] body) {
        return Api.admin()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .send("POST", "/v1/organizations", body);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void theLimitHoldsForBodiesThatDoNotSayTheirLength() throws Exception {
        byte[] body = new byte[5 * MEBIBYTE];
        Arrays.fill(body, (byte) ' ');
        var request = HttpRequest.newBuilder(TestServer.shared().address().resolve("/v1/organizations"))
                .header("Authorization", "Bearer " + TestServer.adminKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/too-large");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        }
    }
}
