package vn.kybao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * An answer that keeps to the contract: no other is ever handed to a test.
 *
 * @param method the request's method
 * @param path the request's path, with its query
 * @param status the HTTP status
 * @param headers the headers
 * @param sent the body as it was sent, perhaps compressed
 */
public record Answer(String method, String path, int status, HttpHeaders headers, byte[] sent) {
    /** The same answer, after checking that it has this status. */
    public Answer is(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    /** The body without compression. */
    public byte[] bytes() {
        if (!header("Content-Encoding").orElse("").equals("gzip") || sent.length == 0) {
            return sent;
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.parse(text());
    }

    /** What stands at a JSON Pointer such as {@code /items/0/code}; it must be there. */
    public JsonNode at(String pointer) {
        JsonNode found = json().at(pointer);
        assertThat(found.isMissingNode())
                .as("%s in the answer of %s %s: %s", pointer, method, path, text())
                .isFalse();
        return found;
    }

    /** The text at a JSON Pointer. */
    public String text(String pointer) {
        return at(pointer).asText();
    }

    /** The texts of one field of every item of a list. */
    public List<String> items(String field) {
        List<String> values = new ArrayList<>();
        at("/items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The {@code ETag} header. */
    public String etag() {
        return header("ETag").orElseThrow();
    }

    /** The code of the problem, from its type. */
    public String problem() {
        String type = text("/type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** The codes of all findings of a problem. */
    public List<String> errorCodes() {
        return errors("code");
    }

    /** Where the findings of a problem are in the request. */
    public List<String> pointers() {
        return errors("pointer");
    }

    private List<String> errors(String field) {
        List<String> values = new ArrayList<>();
        at("/errors").forEach(error -> {
            if (error.has(field)) {
                values.add(error.path(field).asText());
            }
        });
        return values;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    @Override
    public String toString() {
        return method + " " + shortened(path, 300) + " → " + status + " " + headers.map() + "\n"
                + shortened(text(), 3000);
    }
}
