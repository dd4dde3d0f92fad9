package vn.kybao.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.SanctionsApi;
import vn.kybao.api.model.Sanction;
import vn.kybao.api.model.SanctionCreate;
import vn.kybao.api.model.SanctionMeasure;
import vn.kybao.api.model.SanctionPage;
import vn.kybao.api.model.SanctionPatch;
import vn.kybao.api.model.SanctionSubject;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class SanctionController implements SanctionsApi {
    private final SanctionService service;
    private final Answers answers;
    private final Writes writes;

    SanctionController(SanctionService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<SanctionPage> listSanctions(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable String inspection,
            @Nullable SanctionMeasure measure,
            @Nullable SanctionSubject subject,
            @Nullable String domain,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(
                new CaseFilter(q, organization, period, regime),
                new SanctionService.Kinds(inspection, measure, subject, domain),
                limit,
                cursor);
        return answers.list(new SanctionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Sanction> createSanction(SanctionCreate sanctionCreate) {
        return writes.perform(findings -> service.create(sanctionCreate, findings));
    }

    @Override
    public HttpResponse<Sanction> getSanction(String id) {
        Sanction sanction = service.get(id);
        return answers.resource(sanction, sanction.getEtag());
    }

    @Override
    public HttpResponse<Sanction> updateSanction(String id, SanctionPatch sanctionPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deleteSanction(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }
}
