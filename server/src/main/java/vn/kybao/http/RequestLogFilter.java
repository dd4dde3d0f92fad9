package vn.kybao.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kybao.contract.Contract;

/** Gives every request its id and writes one line about it: never its body, never a secret. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestLogFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger("vn.kybao.requests");
    private static final String STARTED = RequestLogFilter.class.getName();

    private final Contract contract;

    RequestLogFilter(Contract contract) {
        this.contract = contract;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(STARTED, System.nanoTime());
        RequestState state = RequestState.begin(request, RequestIds.of(request));
        // The server answers HEAD where there is a GET, and must ask for the same rights.
        String method = request.getMethod() == HttpMethod.HEAD ? "GET" : request.getMethodName();
        state.operation(contract.operation(method, route(request)).orElse(null));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RequestState state = RequestState.of(request);
        response.getHeaders().set(RequestIds.HEADER, state.id());
        response.getHeaders().set(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
        long micros = request.getAttribute(STARTED, Long.class)
                .map(started -> (System.nanoTime() - started) / 1_000)
                .orElse(0L);
        LOG.atInfo()
                .addKeyValue("requestId", state.id())
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("route", route(request))
                .addKeyValue("status", response.code())
                .addKeyValue("micros", micros)
                .log("answered");
    }

    private static String route(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
                .orElse("-");
    }
}
