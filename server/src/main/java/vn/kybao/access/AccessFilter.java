package vn.kybao.access;

import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.kybao.contract.Operation;
import vn.kybao.http.RequestState;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** Lets in who may call: a known credential, within its rate, holding the scope that the contract names. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {
    static final int ORDER = -1000;
    static final String PROBE = ConsumptionProbe.class.getName();
    private static final String BEARER = "bearer ";

    private final List<Authenticator> authenticators;
    private final RateLimits limits;

    AccessFilter(List<Authenticator> authenticators, RateLimits limits) {
        this.authenticators = authenticators;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        Operation operation = RequestState.of(request).matchedOperation();
        if (operation == null || operation.scopes().isEmpty()) {
            return;
        }
        Caller caller = authenticated(request).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHORIZED));
        request.setAttribute(Caller.ATTRIBUTE, caller);
        ConsumptionProbe probe = limits.take(caller.credential());
        request.setAttribute(PROBE, probe);
        if (!probe.isConsumed()) {
            long seconds = RateLimits.retryAfter(probe);
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED,
                    Map.of("seconds", String.valueOf(seconds)),
                    List.of(),
                    Extras.retryAfter(seconds));
        }
        for (String scope : operation.scopes()) {
            if (!caller.scopes().contains(scope)) {
                throw new ProblemException(
                        Note.error(ProblemCode.INSUFFICIENT_SCOPE).expected(scope));
            }
        }
    }

    private Optional<Caller> authenticated(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        return authenticators.stream()
                .flatMap(authenticator -> authenticator.authenticate(token).stream())
                .findFirst();
    }
}
