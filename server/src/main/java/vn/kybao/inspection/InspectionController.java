package vn.kybao.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.InspectionsApi;
import vn.kybao.api.model.Inspection;
import vn.kybao.api.model.InspectionCreate;
import vn.kybao.api.model.InspectionKind;
import vn.kybao.api.model.InspectionPage;
import vn.kybao.api.model.InspectionPatch;
import vn.kybao.api.model.InspectionStatistics;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class InspectionController implements InspectionsApi {
    private final InspectionService service;
    private final InspectionStatisticsService statistics;
    private final Answers answers;
    private final Writes writes;

    InspectionController(
            InspectionService service, InspectionStatisticsService statistics, Answers answers, Writes writes) {
        this.service = service;
        this.statistics = statistics;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<InspectionPage> listInspections(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable InspectionKind kind,
            @Nullable String domain,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(new CaseFilter(q, organization, period, regime), kind, domain, limit, cursor);
        return answers.list(new InspectionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Inspection> createInspection(InspectionCreate inspectionCreate) {
        return writes.perform(findings -> service.create(inspectionCreate, findings));
    }

    @Override
    public HttpResponse<Inspection> getInspection(String id) {
        Inspection inspection = service.get(id);
        return answers.resource(inspection, inspection.getEtag());
    }

    @Override
    public HttpResponse<Inspection> updateInspection(String id, InspectionPatch inspectionPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deleteInspection(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }

    @Override
    public HttpResponse<InspectionStatistics> getInspectionStatistics(
            String organization, String period, @Nullable String regime, @Nullable LocalDate asOf) {
        return answers.resource(writes.read(() -> statistics.of(organization, period, regime, asOf)), null);
    }
}
