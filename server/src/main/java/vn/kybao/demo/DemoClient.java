package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final String address;
    private final @Nullable String key;

    DemoClient(String address, @Nullable String key) {
        this.address = address;
        this.key = key;
    }

    /** Creates a thing; one that was created by an earlier start is left as it is. */
    void create(String path, JsonNode body) {
        HttpResponse<String> answer = post(path, BodyPublishers.ofString(body.toString()));
        boolean there = answer.statusCode() == 409 && answer.body().contains("/problems/code-taken");
        if (answer.statusCode() >= 300 && !there) {
            throw new IllegalStateException("The demo data was refused at " + path + ": " + answer.body());
        }
    }

    /** Makes a move; one that an earlier start has made is left as it is. */
    void move(String path) {
        HttpResponse<String> answer = post(path, BodyPublishers.noBody());
        boolean made = answer.statusCode() == 409 && answer.body().contains("/problems/invalid-transition");
        if (answer.statusCode() >= 300 && !made) {
            throw new IllegalStateException("The demo data was refused at " + path + ": " + answer.body());
        }
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filing the demo data", e);
        }
    }
}
