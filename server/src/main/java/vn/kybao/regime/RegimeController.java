package vn.kybao.regime;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.RegimesApi;
import vn.kybao.api.model.Regime;
import vn.kybao.api.model.RegimeCreate;
import vn.kybao.api.model.RegimePage;
import vn.kybao.api.model.RegimePatch;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class RegimeController implements RegimesApi {
    private final RegimeService service;
    private final Answers answers;
    private final Writes writes;

    RegimeController(RegimeService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<RegimePage> listRegimes(
            @Nullable String q,
            @Nullable String owner,
            @Nullable String receiver,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(q, owner, receiver, limit, cursor);
        return answers.list(new RegimePage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Regime> createRegime(RegimeCreate regimeCreate) {
        return writes.perform(findings -> service.create(regimeCreate, findings));
    }

    @Override
    public HttpResponse<Regime> getRegime(String code) {
        Regime regime = service.get(code);
        return answers.resource(regime, regime.getEtag());
    }

    @Override
    public HttpResponse<Regime> updateRegime(String code, RegimePatch regimePatch) {
        return writes.perform(findings -> service.update(code, findings));
    }
}
