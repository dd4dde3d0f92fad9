package vn.kybao.comparison;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.ComparisonsApi;
import vn.kybao.api.model.ComparisonList;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class ComparisonController implements ComparisonsApi {
    private final ComparisonService service;
    private final Answers answers;
    private final Writes writes;

    ComparisonController(ComparisonService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<ComparisonList> listComparisons(String organization, String period, @Nullable String regime) {
        return answers.list(
                new ComparisonList().items(writes.read(() -> service.annex(organization, period, regime))), null);
    }
}
