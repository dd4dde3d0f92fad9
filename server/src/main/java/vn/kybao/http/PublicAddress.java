package vn.kybao.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;

/** Absolute addresses, from the configured public one and never from what a request claims. */
@Singleton
public final class PublicAddress {
    private final String base;

    PublicAddress(
            @Value("${kybao.public-url:}") String configured,
            @Value("${kybao.host}") String host,
            @Value("${kybao.port}") int port) {
        String address = configured.isBlank() ? "http://" + host + ":" + port : configured;
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    public String of(String path) {
        return base + path;
    }

    /** The present request's address with another cursor. */
    String next(String cursor) {
        RequestState state = RequestState.current();
        UriBuilder uri = UriBuilder.of(base + state.request().getPath());
        state.query().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                uri.queryParam(name, values.toArray());
            }
        });
        return uri.queryParam("cursor", cursor).build().toString();
    }
}
