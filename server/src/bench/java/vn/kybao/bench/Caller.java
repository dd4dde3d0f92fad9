package vn.kybao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Calls the service on a connection that stays open. Tests check every answer against the contract; here that would be
 * measured too, so only the status is looked at.
 */
final class Caller {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final String key;

    Caller(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    HttpRequest get(String path) {
        return request(path).build();
    }

    HttpRequest post(String path, String json, String idempotencyKey) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofByteArray(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static byte[] send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IllegalStateException("expected " + expected + ", found " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + key);
    }
}
