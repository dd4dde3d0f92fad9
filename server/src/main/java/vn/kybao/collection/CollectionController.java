package vn.kybao.collection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.CollectionsApi;
import vn.kybao.api.model.Collection;
import vn.kybao.api.model.CollectionGeneration;
import vn.kybao.api.model.CollectionPage;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.api.model.Reason;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class CollectionController implements CollectionsApi {
    private final CollectionService service;
    private final Answers answers;
    private final Writes writes;

    CollectionController(CollectionService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<CollectionPage> listCollections(
            @Nullable String regime,
            @Nullable String period,
            @Nullable CollectionStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(regime, period, status, limit, cursor);
        return answers.list(new CollectionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<CollectionPage> generateCollections(CollectionGeneration collectionGeneration) {
        return writes.perform(findings -> service.generate(collectionGeneration, findings));
    }

    @Override
    public HttpResponse<Collection> getCollection(String id) {
        Collection collection = service.get(id);
        return answers.resource(collection, collection.getEtag());
    }

    @Override
    public HttpResponse<Collection> openCollection(String id) {
        return move(id, Move.OPEN, null);
    }

    @Override
    public HttpResponse<Collection> closeCollection(String id) {
        return move(id, Move.CLOSE, null);
    }

    @Override
    public HttpResponse<Collection> reopenCollection(String id, Reason reason) {
        return move(id, Move.REOPEN, reason);
    }

    @Override
    public HttpResponse<Collection> publishCollection(String id) {
        return move(id, Move.PUBLISH, null);
    }

    private HttpResponse<Collection> move(String id, Move move, @Nullable Reason reason) {
        return writes.perform(findings -> service.move(id, move, reason, findings));
    }
}
