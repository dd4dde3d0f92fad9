package vn.kybao.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import vn.kybao.problem.ProblemException;

@Singleton
final class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, ProblemException exception) {
        return problems.response(request, exception);
    }
}
