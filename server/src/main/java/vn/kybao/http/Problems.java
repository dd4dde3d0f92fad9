package vn.kybao.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Problem;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.problem.Texts;

/** Puts problems into answers: RFC 9457, in the caller's language. */
@Singleton
public final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int MOST_ERRORS = 1_000;
    private static final int LONGEST_INSTANCE = 2_048;

    private final Texts texts;
    private final Answers answers;
    private final PublicAddress address;

    Problems(Texts texts, Answers answers, PublicAddress address) {
        this.texts = texts;
        this.answers = answers;
        this.address = address;
    }

    MutableHttpResponse<?> response(HttpRequest<?> request, ProblemCode code) {
        return response(request, new ProblemException(code, Map.of(), List.of(), extras(code)));
    }

    MutableHttpResponse<?> response(HttpRequest<?> request, ProblemException problem) {
        Rendered rendered = render(request, problem);
        MutableHttpResponse<byte[]> response = HttpResponse.status(rendered.status(), null);
        response.body(rendered.body()).header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        // No filter sees the answer to a request that could not even be parsed.
        response.getHeaders().set(RequestIds.HEADER, RequestState.of(request).id());
        Extras extras = problem.extras();
        if (extras.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(extras.retryAfter()));
        }
        if (problem.code() == ProblemCode.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kybao\"");
        }
        if (problem.code() == ProblemCode.HEADERS_TOO_LARGE) {
            // What is left of the request is not read: a client that kept the connection would lose its next request.
            response.header(HttpHeaders.CONNECTION, "close");
        }
        if (problem.code() == ProblemCode.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, String.join(", ", extras.allowed()));
        }
        return response;
    }

    /** The problem in its final bytes, so that it can be stored for repetition. */
    public Rendered render(HttpRequest<?> request, ProblemException thrown) {
        RequestState state = RequestState.of(request);
        Language language = state.language();
        Problem problem = new Problem();
        problem.setType(URI.create(address.of("/problems/" + thrown.code().code())));
        problem.setTitle(texts.title(thrown.code(), language));
        problem.setStatus(thrown.code().status());
        problem.setDetail(texts.message(thrown.code(), thrown.spoken(language), language));
        problem.setInstance(shortened(request.getPath()));
        problem.setRequestId(state.id());
        problem.setErrors(words(thrown.notes(), language));
        problem.setTotalErrors(thrown.notes().size());
        problem.setTotals(Findings.totals(thrown.notes()));
        problem.setEtag(thrown.extras().etag());
        problem.setAllowed(
                thrown.extras().allowed().isEmpty() ? null : thrown.extras().allowed());
        String link = thrown.extras().link();
        problem.setLink(link);
        return new Rendered(thrown.code().status(), answers.bytes(problem), MEDIA_TYPE, null, null);
    }

    /** An address that is longer than the contract lets it be is cut, but not within an escaped byte. */
    private static String shortened(String path) {
        return path.length() <= LONGEST_INSTANCE
                ? path
                : path.substring(0, LONGEST_INSTANCE).replaceFirst("%.?$", "");
    }

    private static Extras extras(ProblemCode code) {
        return code == ProblemCode.UNAVAILABLE ? Extras.retryAfter(2) : Extras.NONE;
    }

    /** Findings in the caller's language, the first thousand. */
    public List<Finding> words(List<Note> notes, Language language) {
        return notes.stream()
                .limit(MOST_ERRORS)
                .map(note -> note.toWire(texts, language))
                .toList();
    }
}
