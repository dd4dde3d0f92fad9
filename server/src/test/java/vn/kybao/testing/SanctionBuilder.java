package vn.kybao.testing;

/** A fine of twelve and a half million dong, decided in February 2018, from no inspection. */
public final class SanctionBuilder extends Builder<SanctionBuilder> {
    public SanctionBuilder() {
        super("""
                {"measure": "FINE", "amountVnd": "12500000", "decidedOn": "2018-02-20"}""");
    }

    public SanctionBuilder of(TestOrganization organization) {
        return with("organization", organization.code());
    }

    /** Creates it as the root; its organization is made too where none was named. */
    public Answer create() {
        return Api.admin().post("/v1/sanctions", complete().json()).is(201);
    }

    /** With an organization of its own where none was named. */
    public SanctionBuilder complete() {
        return has("organization") ? this : of(new OrganizationBuilder().create());
    }

    @Override
    SanctionBuilder self() {
        return this;
    }
}
