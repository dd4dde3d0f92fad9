package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the service over HTTP, as a stranger would. */
final class DemoClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String address;
    private final @Nullable String key;

    DemoClient(String address, @Nullable String key) {
        this.address = address;
        this.key = key;
    }

    /** Creates a thing; one that was created by an earlier start is left as it is. */
    void create(String path, JsonNode body) {
        post(path, BodyPublishers.ofString(body.toString()), UUID.randomUUID().toString(), "code-taken");
    }

    /** Creates a thing once, whoever starts how often: an earlier start's answer is answered again. */
    JsonNode createOnce(String name, String path, JsonNode body) {
        HttpResponse<String> answer = post(path, BodyPublishers.ofString(body.toString()), "demo-" + name, null);
        return parse(answer.body());
    }

    /** Makes a move; one that an earlier start has made is left as it is. */
    void move(String path) {
        post(path, BodyPublishers.noBody(), UUID.randomUUID().toString(), "invalid-transition");
    }

    JsonNode get(String path) {
        return parse(send("GET", path, BodyPublishers.noBody(), "Accept", "application/json")
                .body());
    }

    void patch(String path, String etag, JsonNode body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", etag);
        accepted(path, exchange(request.method("PATCH", BodyPublishers.ofString(body.toString()))), null);
    }

    private HttpResponse<String> post(
            String path, HttpRequest.BodyPublisher body, String idempotencyKey, @Nullable String made) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(body);
        return accepted(path, exchange(request), made);
    }

    private HttpResponse<String> send(
            String method, String path, HttpRequest.BodyPublisher body, String header, String value) {
        return accepted(path, exchange(request(path).header(header, value).method(method, body)), null);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    /** A problem that says that it has been done before is as good as an answer. */
    private static HttpResponse<String> accepted(String path, HttpResponse<String> answer, @Nullable String made) {
        boolean before =
                made != null && answer.statusCode() == 409 && answer.body().contains("/problems/" + made);
        if (answer.statusCode() >= 300 && !before) {
            throw new IllegalStateException("The demo data was refused at " + path + ": " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filing the demo data", e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
