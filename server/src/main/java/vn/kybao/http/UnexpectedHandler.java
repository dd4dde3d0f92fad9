package vn.kybao.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kybao.problem.ProblemCode;

/** What no one expected: a database that is away is 503, everything else is logged once and hidden behind a 500. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

    /** Lock wait timeout, read-only server, statement timeout: the database answers, but not now. */
    private static final Set<Integer> NOT_NOW = Set.of(1205, 1213, 1290, 1836, 3024, 3100, 3101);

    private final Problems problems;

    UnexpectedHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable thrown) {
        String id = RequestState.of(request).id();
        if (isUnavailable(thrown)) {
            LOG.warn("request {}: the database is away: {}", id, thrown.getMessage());
            return problems.response(request, ProblemCode.UNAVAILABLE);
        }
        LOG.error("request {} failed", id, thrown);
        return problems.response(request, ProblemCode.INTERNAL_ERROR);
    }

    private static boolean isUnavailable(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException) {
                return true;
            }
            if (t instanceof SQLException sql
                    && (NOT_NOW.contains(sql.getErrorCode())
                            || (sql.getSQLState() != null && sql.getSQLState().startsWith("08")))) {
                return true;
            }
        }
        return false;
    }
}
