package vn.kybao.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer in its final bytes, so that what is hashed, stored for repetition and sent are the same.
 *
 * @param status the HTTP status
 * @param body the bytes, empty for 204 and 304
 * @param contentType the media type
 * @param etag the quoted ETag, or null
 * @param location the absolute address of what was created, or null
 */
public record Rendered(
        int status,
        byte[] body,
        String contentType,
        @Nullable String etag,
        @Nullable String location) {

    /** The answer for a controller that is declared to answer T; the bytes are its rendering. */
    @SuppressWarnings("unchecked")
    public <T> MutableHttpResponse<T> response() {
        MutableHttpResponse<Object> response = HttpResponse.status(status, null);
        if (body.length > 0) {
            response.body(body).header(HttpHeaders.CONTENT_TYPE, contentType);
        }
        if (etag != null) {
            response.header(HttpHeaders.ETAG, etag);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return (MutableHttpResponse<T>) (MutableHttpResponse<?>) response;
    }
}
