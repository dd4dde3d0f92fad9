package vn.kybao.finding;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.FindingsApi;
import vn.kybao.api.model.FindingList;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class FindingController implements FindingsApi {
    private final FindingService service;
    private final Answers answers;
    private final Writes writes;

    FindingController(FindingService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<FindingList> listFindings(String organization, String period, @Nullable String regime) {
        return answers.list(writes.read(() -> service.audit(organization, period, regime)), null);
    }
}
