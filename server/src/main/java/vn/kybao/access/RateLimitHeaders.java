package vn.kybao.access;

import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells the caller what is left. Around {@link AccessFilter}: a filter that refuses a request does not see its answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitHeaders implements Ordered {
    private final RateLimits limits;

    RateLimitHeaders(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return AccessFilter.ORDER - 1;
    }

    @ResponseFilter
    void describe(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(AccessFilter.PROBE, ConsumptionProbe.class).ifPresent(probe -> {
            response.header("RateLimit-Policy", limits.policy());
            response.header("RateLimit", RateLimits.state(probe));
        });
    }
}
