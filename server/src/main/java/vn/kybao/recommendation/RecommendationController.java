package vn.kybao.recommendation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.RecommendationsApi;
import vn.kybao.api.model.Recommendation;
import vn.kybao.api.model.RecommendationCreate;
import vn.kybao.api.model.RecommendationPage;
import vn.kybao.api.model.RecommendationPatch;
import vn.kybao.api.model.RecommendationRepeat;
import vn.kybao.api.model.RecommendationResponseCreate;
import vn.kybao.api.model.RecommendationStatus;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class RecommendationController implements RecommendationsApi {
    private final RecommendationService service;
    private final Answers answers;
    private final Writes writes;

    RecommendationController(RecommendationService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<RecommendationPage> listRecommendations(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String addressee,
            @Nullable String period,
            @Nullable String offeredFor,
            @Nullable RecommendationStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var filter = new RecommendationService.Filter(q, organization, addressee, period, offeredFor, status);
        var page = writes.read(() -> service.page(filter, limit, cursor));
        return answers.list(
                new RecommendationPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Recommendation> createRecommendation(RecommendationCreate recommendationCreate) {
        return writes.perform(findings -> service.create(recommendationCreate, findings));
    }

    @Override
    public HttpResponse<Recommendation> getRecommendation(String id) {
        Recommendation recommendation = writes.read(() -> service.get(id));
        return answers.resource(recommendation, recommendation.getEtag());
    }

    @Override
    public HttpResponse<Recommendation> updateRecommendation(String id, RecommendationPatch recommendationPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deleteRecommendation(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }

    @Override
    public HttpResponse<Recommendation> respondToRecommendation(
            String id, RecommendationResponseCreate recommendationResponseCreate) {
        return writes.perform(findings -> service.respond(id, recommendationResponseCreate, findings));
    }

    @Override
    public HttpResponse<Recommendation> repeatRecommendation(String id, RecommendationRepeat recommendationRepeat) {
        return writes.perform(findings -> service.repeat(id, recommendationRepeat, findings));
    }
}
