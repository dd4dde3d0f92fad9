package vn.kybao.organization;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.OrganizationsApi;
import vn.kybao.api.model.Organization;
import vn.kybao.api.model.OrganizationCreate;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.api.model.OrganizationPage;
import vn.kybao.api.model.OrganizationPatch;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class OrganizationController implements OrganizationsApi {
    private final OrganizationService service;
    private final Answers answers;
    private final Writes writes;

    OrganizationController(OrganizationService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<OrganizationPage> listOrganizations(
            @Nullable String q,
            @Nullable OrganizationKind kind,
            @Nullable String parent,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = service.page(q, kind, parent, limit, cursor);
        return answers.list(
                new OrganizationPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Organization> createOrganization(OrganizationCreate organizationCreate) {
        return writes.perform(findings -> service.create(organizationCreate, findings));
    }

    @Override
    public HttpResponse<Organization> getOrganization(String code) {
        Organization organization = service.get(code);
        return answers.resource(organization, organization.getEtag());
    }

    @Override
    public HttpResponse<Organization> updateOrganization(String code, OrganizationPatch organizationPatch) {
        return writes.perform(findings -> service.update(code, findings));
    }
}
