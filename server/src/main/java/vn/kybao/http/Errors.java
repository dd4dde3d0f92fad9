package vn.kybao.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** Every error of the framework as a problem: what a caller can cause by its code, all else logged once and hidden. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
@SuppressWarnings("rawtypes")
final class Errors implements ErrorResponseProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final Map<Integer, ProblemCode> BY_STATUS = Map.of(
            401, ProblemCode.UNAUTHORIZED,
            403, ProblemCode.INSUFFICIENT_SCOPE,
            404, ProblemCode.NOT_FOUND,
            406, ProblemCode.NOT_ACCEPTABLE,
            // Too large a body is known by its exception; what is left is a request line or header.
            413, ProblemCode.HEADERS_TOO_LARGE,
            415, ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            431, ProblemCode.HEADERS_TOO_LARGE,
            503, ProblemCode.UNAVAILABLE);

    private final Problems problems;
    private final Router router;

    Errors(Problems problems, Router router) {
        this.problems = problems;
        this.router = router;
    }

    @Override
    public MutableHttpResponse<?> processResponse(ErrorContext context, MutableHttpResponse baseResponse) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause != null && baseResponse.code() >= 500) {
            return unexpected(context, cause);
        }
        if (cause instanceof ContentLengthExceededException) {
            return problems.response(
                    context.getRequest(),
                    new ProblemException(
                            ProblemCode.TOO_LARGE,
                            Map.of("expected", (IntakeFilter.LARGEST_SENT / 1024 / 1024) + " MiB")));
        }
        int status =
                cause instanceof HttpStatusException known ? known.getStatus().getCode() : baseResponse.code();
        if (status == 405) {
            Set<String> allowed = new TreeSet<>();
            router.findAny(context.getRequest())
                    .forEach(route -> allowed.add(route.getHttpMethod().name()));
            allowed.remove(HttpMethod.OPTIONS.name());
            return problems.response(
                    context.getRequest(),
                    new ProblemException(
                            ProblemCode.METHOD_NOT_ALLOWED,
                            Map.of("expected", String.join(", ", allowed)),
                            List.of(),
                            Extras.allowed(List.copyOf(allowed))));
        }
        if (!BY_STATUS.containsKey(status) && status < 500) {
            return problems.response(
                    context.getRequest(), new ProblemException(ProblemCode.INVALID_REQUEST, Map.of("count", "1")));
        }
        return problems.response(context.getRequest(), BY_STATUS.getOrDefault(status, ProblemCode.INTERNAL_ERROR));
    }

    private MutableHttpResponse<?> unexpected(ErrorContext context, Throwable cause) {
        LOG.error("request {} failed", RequestState.of(context.getRequest()).id(), cause);
        return problems.response(context.getRequest(), ProblemCode.INTERNAL_ERROR);
    }
}
