package vn.kybao.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.PetitionsApi;
import vn.kybao.api.model.Petition;
import vn.kybao.api.model.PetitionCreate;
import vn.kybao.api.model.PetitionKind;
import vn.kybao.api.model.PetitionPage;
import vn.kybao.api.model.PetitionPatch;
import vn.kybao.api.model.PetitionResolution;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.api.model.PetitionTransfer;
import vn.kybao.api.model.Reason;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class PetitionController implements PetitionsApi {
    private final PetitionService service;
    private final PetitionMoves moves;
    private final Answers answers;
    private final Writes writes;

    PetitionController(PetitionService service, PetitionMoves moves, Answers answers, Writes writes) {
        this.service = service;
        this.moves = moves;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<PetitionPage> listPetitions(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable PetitionKind kind,
            @Nullable PetitionStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(new CaseFilter(q, organization, period, regime), kind, status, limit, cursor);
        return answers.list(new PetitionPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Petition> createPetition(PetitionCreate petitionCreate) {
        return writes.perform(findings -> service.create(petitionCreate, findings));
    }

    @Override
    public HttpResponse<Petition> getPetition(String id) {
        Petition petition = service.get(id);
        return answers.resource(petition, petition.getEtag());
    }

    @Override
    public HttpResponse<Petition> updatePetition(String id, PetitionPatch petitionPatch) {
        return writes.perform(findings -> service.update(id, findings));
    }

    @Override
    public HttpResponse<Void> deletePetition(String id) {
        return writes.perform(findings -> service.delete(id, findings));
    }

    @Override
    public HttpResponse<Petition> resolvePetition(String id, PetitionResolution petitionResolution) {
        return writes.perform(findings -> moves.resolve(id, petitionResolution, findings));
    }

    @Override
    public HttpResponse<Petition> transferPetition(String id, PetitionTransfer petitionTransfer) {
        return writes.perform(findings -> moves.transfer(id, petitionTransfer, findings));
    }

    @Override
    public HttpResponse<Petition> reopenPetition(String id, Reason reason) {
        return writes.perform(findings -> moves.reopen(id, reason, findings));
    }
}
