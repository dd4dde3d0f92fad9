package vn.kybao.indicator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.IndicatorsApi;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.IndicatorCreate;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.IndicatorPage;
import vn.kybao.api.model.IndicatorPatch;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class IndicatorController implements IndicatorsApi {
    private final IndicatorService service;
    private final Answers answers;
    private final Writes writes;

    IndicatorController(IndicatorService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<IndicatorPage> listIndicators(
            @Nullable String q,
            @Nullable String owner,
            @Nullable IndicatorKind kind,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(q, owner, kind, limit, cursor);
        return answers.list(new IndicatorPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Indicator> createIndicator(IndicatorCreate indicatorCreate) {
        return writes.perform(findings -> service.create(indicatorCreate, findings));
    }

    @Override
    public HttpResponse<Indicator> getIndicator(String code) {
        Indicator indicator = service.get(code);
        return answers.resource(indicator, indicator.getEtag());
    }

    @Override
    public HttpResponse<Indicator> updateIndicator(String code, IndicatorPatch indicatorPatch) {
        return writes.perform(findings -> service.update(code, findings));
    }
}
