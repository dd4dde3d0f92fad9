package vn.kybao.testing;

/** A planned inspection that an organization led in February 2018. */
public final class InspectionBuilder extends Builder<InspectionBuilder> {
    public InspectionBuilder() {
        super("""
                {"role": "LEAD", "kind": "INSPECTION", "planned": true, "title": "Thanh tra việc chấp hành pháp luật về viễn thông",
                 "startedOn": "2018-02-10"}""");
    }

    public InspectionBuilder of(TestOrganization organization) {
        return with("organization", organization.code());
    }

    /** Creates it as the root; its organization is made too where none was named. */
    public Answer create() {
        return Api.admin().post("/v1/inspections", complete().json()).is(201);
    }

    /** With an organization of its own where none was named. */
    public InspectionBuilder complete() {
        return has("organization") ? this : of(new OrganizationBuilder().create());
    }

    @Override
    InspectionBuilder self() {
        return this;
    }
}
