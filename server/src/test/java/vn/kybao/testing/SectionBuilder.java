package vn.kybao.testing;

/** A section about results of the first quarter of 2018, at a node of its own. */
public final class SectionBuilder extends Builder<SectionBuilder> {
    public SectionBuilder(String regime, TestOrganization organization) {
        super("""
                {"period": "2018-Q1", "title": "Kết quả hoạt động", "kind": "RESULT"}""");
        with("regime", regime);
        with("organization", organization.code());
        with("node", uniqueCode("node"));
    }

    /** Of the operator's report. */
    public static SectionBuilder of(Scene scene) {
        return new SectionBuilder(scene.regime(), scene.operator());
    }

    public SectionBuilder period(String period) {
        return with("period", period);
    }

    public SectionBuilder node(String node) {
        return with("node", node);
    }

    public SectionBuilder under(String parent) {
        return with("parent", parent);
    }

    public SectionBuilder title(String title) {
        return with("title", title);
    }

    public SectionBuilder body(String body) {
        return with("body", body);
    }

    /** Posts it as someone. */
    public Answer post(Api caller) {
        return caller.post("/v1/sections", json());
    }

    /** Makes it. */
    public Answer create() {
        return post(Api.admin()).is(201);
    }

    @Override
    SectionBuilder self() {
        return this;
    }
}
