package vn.kybao.credential;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.CredentialsApi;
import vn.kybao.api.model.CreatedCredential;
import vn.kybao.api.model.Credential;
import vn.kybao.api.model.CredentialCreate;
import vn.kybao.api.model.CredentialPage;
import vn.kybao.http.Answers;
import vn.kybao.idempotency.Writes;

@Controller
class CredentialController implements CredentialsApi {
    private final CredentialService service;
    private final Answers answers;
    private final Writes writes;

    CredentialController(CredentialService service, Answers answers, Writes writes) {
        this.service = service;
        this.answers = answers;
        this.writes = writes;
    }

    @Override
    public HttpResponse<CreatedCredential> createCredential(CredentialCreate credentialCreate) {
        return writes.perform(findings -> service.create(credentialCreate, findings));
    }

    @Override
    public HttpResponse<Credential> getCredential(String credential) {
        Credential found = service.get(credential);
        return answers.resource(found, found.getEtag());
    }

    @Override
    public HttpResponse<CredentialPage> listCredentials(
            @Nullable String organization, @Nullable Integer limit, @Nullable String cursor) {
        var page = service.page(organization, limit, cursor);
        return answers.list(new CredentialPage().items(page.items()).nextCursor(page.nextCursor()), page.nextCursor());
    }

    @Override
    public HttpResponse<Void> revokeCredential(String credential) {
        return writes.perform(findings -> service.revoke(credential));
    }
}
