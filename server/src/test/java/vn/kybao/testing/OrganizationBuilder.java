package vn.kybao.testing;

/** An organization under the root, a department unless told otherwise. */
public final class OrganizationBuilder extends Builder<OrganizationBuilder> {
    public OrganizationBuilder() {
        super("""
                {"name": {"vi": "Sở Thông tin và Truyền thông"}, "kind": "DEPARTMENT"}""");
        with("code", uniqueCode("org"));
        with("parent", TestServer.ROOT);
    }

    public static OrganizationBuilder operator() {
        return new OrganizationBuilder().kind("OPERATOR").withJson("name", """
                        {"vi": "Viễn thông Hà Tĩnh"}""");
    }

    public OrganizationBuilder code(String code) {
        return with("code", code);
    }

    public OrganizationBuilder kind(String kind) {
        return with("kind", kind);
    }

    public OrganizationBuilder under(TestOrganization parent) {
        return with("parent", parent.code());
    }

    public TestOrganization create() {
        Api.admin().post("/v1/organizations", json()).is(201);
        return new TestOrganization(value("code"));
    }

    @Override
    OrganizationBuilder self() {
        return this;
    }
}
