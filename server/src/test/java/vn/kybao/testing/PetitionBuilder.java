package vn.kybao.testing;

/** A complaint that came in February 2018 and waits. */
public final class PetitionBuilder extends Builder<PetitionBuilder> {
    public PetitionBuilder() {
        super("""
                {"kind": "COMPLAINT", "about": "Chất lượng dịch vụ internet", "receivedOn": "2018-02-05"}""");
    }

    public PetitionBuilder of(TestOrganization organization) {
        return with("organization", organization.code());
    }

    /** Creates it as the root; its organization is made too where none was named. */
    public Answer create() {
        return Api.admin().post("/v1/petitions", complete().json()).is(201);
    }

    /** With an organization of its own where none was named. */
    public PetitionBuilder complete() {
        return has("organization") ? this : of(new OrganizationBuilder().create());
    }

    @Override
    PetitionBuilder self() {
        return this;
    }
}
