package vn.kybao.observation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.ObservationsApi;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Observation;
import vn.kybao.api.model.ObservationPage;
import vn.kybao.http.Answers;

@Controller
class ObservationController implements ObservationsApi {
    private final ObservationService service;
    private final Answers answers;

    ObservationController(ObservationService service, Answers answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public HttpResponse<ObservationPage> listObservations(
            @Nullable String organization,
            @Nullable String period,
            @Nullable String indicator,
            @Nullable Measure measure,
            @Nullable String submission,
            @Nullable OffsetDateTime knownAt,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(
                new ObservationService.Filter(organization, period, indicator, measure, submission, knownAt),
                limit,
                cursor);
        return answers.list(new ObservationPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Observation> getObservation(String id) {
        Observation observation = service.get(id);
        return answers.resource(observation, observation.getEtag());
    }

    @Override
    public HttpResponse<ObservationPage> listObservationHistory(
            String id, @Nullable Integer limit, @Nullable String cursor) {
        var page = service.history(id, limit, cursor);
        return answers.list(new ObservationPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }
}
