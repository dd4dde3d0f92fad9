package vn.kybao.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.contract.FormBody;
import vn.kybao.contract.JsonBody;
import vn.kybao.contract.Operation;
import vn.kybao.contract.ParameterChecks;
import vn.kybao.contract.SentFile;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;

/** What is known of the request being answered. */
public final class RequestState {
    private static final String ATTRIBUTE = RequestState.class.getName();

    private final HttpRequest<?> request;
    private final String id;
    private final Language language;
    private @Nullable Operation operation;
    private @Nullable JsonBody body;
    private Map<String, SentFile> files = Map.of();
    private List<Note> parameterNotes = List.of();
    private @Nullable Map<String, List<String>> query;

    private RequestState(HttpRequest<?> request, String id) {
        this.request = request;
        this.id = id;
        this.language = Language.preferred(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static RequestState begin(HttpRequest<?> request, String id) {
        RequestState state = new RequestState(request, id);
        request.setAttribute(ATTRIBUTE, state);
        return state;
    }

    /** The state of a request; one is begun when no filter has seen it yet. */
    public static RequestState of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestState.class)
                .orElseGet(() -> begin(request, RequestIds.of(request)));
    }

    public static RequestState current() {
        return of(ServerRequestContext.currentRequest()
                .orElseThrow(() -> new IllegalStateException("no request is being answered")));
    }

    public HttpRequest<?> request() {
        return request;
    }

    public String id() {
        return id;
    }

    public Language language() {
        return language;
    }

    public Operation operation() {
        return Objects.requireNonNull(operation, "no operation has been matched");
    }

    /** The operation of the contract that the request is for, or null when there is none. */
    public @Nullable Operation matchedOperation() {
        return operation;
    }

    void operation(@Nullable Operation matched) {
        operation = matched;
    }

    void body(JsonBody read) {
        body = read;
    }

    void form(FormBody read) {
        body = read.fields();
        files = read.files();
    }

    /** A file of a multipart form. */
    Optional<SentFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The query, in NFC as all text is. */
    public Map<String, List<String>> query() {
        Map<String, List<String>> known = query;
        if (known == null) {
            known = ParameterChecks.composed(request.getParameters().asMap());
            query = known;
        }
        return known;
    }

    void parameterNotes(List<Note> notes) {
        parameterNotes = notes;
    }

    /** The decoded body as received; empty when there is none. */
    public byte[] bodyBytes() {
        return body == null ? new byte[0] : body.bytes();
    }

    /** What is usable of the JSON body. */
    public JsonNode bodyTree() {
        return body == null ? JsonNodeFactory.instance.objectNode() : body.tree();
    }

    /** A new collection of findings that starts with what the contract's schemas found. */
    public Findings findings() {
        Findings findings = new Findings(parameterNotes);
        if (body != null) {
            findings.addAll(body.notes());
        }
        return findings;
    }

    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }
}
