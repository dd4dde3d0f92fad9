package vn.kybao.period;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.PeriodsApi;
import vn.kybao.api.model.Period;
import vn.kybao.api.model.PeriodCreate;
import vn.kybao.api.model.PeriodList;
import vn.kybao.api.model.PeriodType;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class PeriodController implements PeriodsApi {
    private final PeriodService service;
    private final Answers answers;
    private final Writes writes;

    PeriodController(PeriodService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<PeriodList> listPeriods(@Nullable Integer year, @Nullable PeriodType type) {
        return answers.list(new PeriodList().items(service.list(year, type)), null);
    }

    @Override
    public HttpResponse<Period> createPeriod(PeriodCreate periodCreate) {
        return writes.perform(findings -> service.create(periodCreate, findings));
    }

    @Override
    public HttpResponse<Period> getPeriod(String code) {
        return answers.resource(service.get(code), null);
    }
}
