package vn.kybao.document;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.DocumentsApi;
import vn.kybao.api.model.Document;
import vn.kybao.api.model.DocumentCreate;
import vn.kybao.api.model.DocumentFamily;
import vn.kybao.api.model.DocumentPage;
import vn.kybao.api.model.DocumentPatch;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class DocumentController implements DocumentsApi {
    private final DocumentService service;
    private final Answers answers;
    private final Writes writes;

    DocumentController(DocumentService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<DocumentPage> listDocuments(
            @Nullable String q,
            @Nullable String organization,
            @Nullable DocumentFamily family,
            @Nullable String type,
            @Nullable String number,
            @Nullable Integer year,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var filter = new DocumentService.Filter(q, organization, family, type, number, year);
        var page = writes.read(() -> service.page(filter, limit, cursor));
        return answers.list(new DocumentPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Document> createDocument(DocumentCreate documentCreate) {
        return writes.perform(findings -> service.create(documentCreate, findings));
    }

    @Override
    public HttpResponse<Document> getDocument(String id) {
        Document document = writes.read(() -> service.get(id));
        return answers.resource(document, document.getEtag());
    }

    @Override
    public HttpResponse<Document> updateDocument(String id, DocumentPatch documentPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }
}
