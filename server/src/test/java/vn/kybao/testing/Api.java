package vn.kybao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls the API as its users do, and checks every answer against the contract: an answer that the contract does not
 * describe fails the test that got it.
 */
public final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final Map<String, String> headers;

    private Api(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** The holder of a key, on the shared server. */
    public static Api as(String key) {
        return anonymous().header("Authorization", "Bearer " + key);
    }

    /** The root organization, with every scope, on the shared server. */
    public static Api admin() {
        return as(TestServer.adminKey());
    }

    /** Someone without a key, on the shared server. */
    public static Api anonymous() {
        return new Api(TestServer.shared().address(), Map.of());
    }

    /** The same caller on another server. */
    public Api on(TestServer other) {
        return new Api(other.address(), headers);
    }

    /** The same caller at another address. */
    public Api at(URI address) {
        return new Api(address, headers);
    }

    /** The same caller with a header more on each request. */
    public Api header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(server, more);
    }

    public Api english() {
        return header("Accept-Language", "en");
    }

    public Api ifMatch(String etag) {
        return header("If-Match", etag);
    }

    public Api idempotencyKey(String key) {
        return header("Idempotency-Key", key);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** An action without a body. */
    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, String json) {
        return withDefault("Content-Type", "application/json")
                .send("POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer put(String path, String json) {
        return withDefault("Content-Type", "application/json").send("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer patch(String path, String json) {
        return withDefault("Content-Type", "application/merge-patch+json")
                .send("PATCH", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Any request; the body may be null. */
    public Answer send(String method, String path, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(LIMIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(method, path, response.statusCode(), response.headers(), response.body());
            ContractCheck.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Api withDefault(String name, String value) {
        return headers.containsKey(name) ? this : header(name, value);
    }
}
