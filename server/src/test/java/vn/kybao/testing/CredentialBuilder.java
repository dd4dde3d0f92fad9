package vn.kybao.testing;

import java.util.List;

/** A credential of the root organization that may read, made through the API. */
public final class CredentialBuilder extends Builder<CredentialBuilder> {
    public CredentialBuilder() {
        super("""
                {"name": "Máy chủ tổng hợp", "scopes": ["read"]}""");
        with("organization", TestServer.ROOT);
    }

    public CredentialBuilder organization(TestOrganization organization) {
        return with("organization", organization.code());
    }

    public CredentialBuilder scopes(String... scopes) {
        return with("scopes", List.of(scopes));
    }

    /** Makes it; the key is at {@code /secret}. */
    public Answer create() {
        return Api.admin().post("/v1/credentials", json()).is(201);
    }

    @Override
    CredentialBuilder self() {
        return this;
    }
}
