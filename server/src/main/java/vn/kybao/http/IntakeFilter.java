package vn.kybao.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import vn.kybao.contract.FormIntake;
import vn.kybao.contract.JsonIntake;
import vn.kybao.contract.Operation;
import vn.kybao.contract.ParameterChecks;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/**
 * Checks a request against the contract before anything else looks at its content. Runs on a virtual thread: reading,
 * unpacking and checking a body of megabytes has no place on the event loop.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class IntakeFilter implements Ordered {
    static final int LARGEST_SENT = 4 * 1024 * 1024;
    static final int LARGEST_EXPANDED = 16 * 1024 * 1024;

    private final JsonIntake intake;
    private final FormIntake forms;

    IntakeFilter(JsonIntake intake, FormIntake forms) {
        this.intake = intake;
        this.forms = forms;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        RequestState state = RequestState.of(request);
        Operation operation = state.matchedOperation();
        if (operation == null) {
            return;
        }
        var variables = RouteAttributes.getRouteMatch(request).orElseThrow().getVariableValues();
        if (!ParameterChecks.pathFits(operation, variables)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        List<Note> notes = ParameterChecks.query(operation, state.query());
        if (operation.body() == null) {
            new Findings(notes).throwIfErrors();
            return;
        }
        state.parameterNotes(notes);
        byte[] body = expanded(request, received(request));
        if (operation.isForm()) {
            state.form(forms.read(body, request.getHeaders().get(HttpHeaders.CONTENT_TYPE), operation.body()));
            state.findings().throwIfErrors(); // Parts are bound one by one: each has to be what it is declared to be.
            return;
        }
        state.body(intake.read(body, operation.body()));
        if (state.bodyBytes().length == 0) {
            state.findings().throwIfErrors(); // There is nothing that a model could be bound from.
        }
    }

    private static byte[] received(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> server)) {
            throw new IllegalStateException("not a server request: " + request.getClass());
        }
        if (request.getContentLength() > LARGEST_SENT) {
            throw tooLarge(LARGEST_SENT);
        }
        ByteBody body = server.byteBody();
        try (var copy = body.split(SplitBackpressureMode.FASTEST).buffer().get()) {
            return copy.toByteArray();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ContentLengthExceededException) {
                throw tooLarge(LARGEST_SENT);
            }
            throw new ProblemException(ProblemCode.MALFORMED_BODY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.UNAVAILABLE);
        }
    }

    private static byte[] expanded(HttpRequest<?> request, byte[] received) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return received;
        }
        if (!encoding.strip().toLowerCase(Locale.ROOT).equals("gzip")) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_ENCODING, Map.of("actual", encoding));
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(received))) {
            byte[] bytes = stream.readNBytes(LARGEST_EXPANDED + 1);
            if (bytes.length > LARGEST_EXPANDED) {
                throw tooLarge(LARGEST_EXPANDED);
            }
            return bytes;
        } catch (IOException broken) {
            throw new ProblemException(Note.error(ProblemCode.MALFORMED_BODY));
        }
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(ProblemCode.TOO_LARGE, Map.of("expected", (limit / 1024 / 1024) + " MiB"));
    }
}
