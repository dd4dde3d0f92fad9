package vn.kybao.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Turns models into answers: bytes, ETag, 304 where the caller already holds the same bytes. */
@Singleton
public final class Answers {
    private static final int HASH_BYTES = 8;

    private final JsonMapper mapper;
    private final PublicAddress address;

    Answers(JsonMapper mapper, PublicAddress address) {
        this.mapper = mapper;
        this.address = address;
    }

    /** One resource, whose {@code etag} is its version. */
    public <T> HttpResponse<T> resource(T body, @Nullable String etag) {
        return conditional(render(200, body, etag == null ? 0 : Long.parseLong(etag), null));
    }

    /** A list or a computed answer, which has no version of its own. */
    public <T> HttpResponse<T> list(T body, @Nullable String nextCursor) {
        HttpResponse<T> response = conditional(render(200, body, 0, null));
        if (nextCursor != null) {
            response.toMutableResponse().header(HttpHeaders.LINK, "<" + address.next(nextCursor) + ">; rel=\"next\"");
        }
        return response;
    }

    /** A text of another media type, which never changes. */
    public <T> HttpResponse<T> file(String text, String mediaType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return conditional(new Rendered(200, bytes, mediaType, '"' + "1-" + hash(bytes) + '"', null));
    }

    /** A file under a name that is plain ASCII. */
    public <T> HttpResponse<T> file(byte[] bytes, String contentType, String name) {
        HttpResponse<T> response = conditional(new Rendered(200, bytes, contentType, "\"0-" + hash(bytes) + '"', null));
        if (response.code() == 200) {
            response.toMutableResponse()
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
        }
        return response;
    }

    public Rendered render(int status, @Nullable Object body, long version, @Nullable String path) {
        byte[] bytes = body == null ? new byte[0] : bytes(body);
        String etag = body == null ? null : '"' + String.valueOf(version) + '-' + hash(bytes) + '"';
        return new Rendered(status, bytes, MediaType.APPLICATION_JSON, etag, path == null ? null : address.of(path));
    }

    public byte[] bytes(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> conditional(Rendered rendered) {
        String held = RequestState.current().header(HttpHeaders.IF_NONE_MATCH);
        if (held != null && rendered.etag() != null && matches(held, rendered.etag())) {
            return new Rendered(304, new byte[0], MediaType.APPLICATION_JSON, rendered.etag(), null).response();
        }
        return rendered.response();
    }

    private static boolean matches(String held, String etag) {
        return Arrays.stream(held.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || ('"' + tag + '"').equals(etag));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
