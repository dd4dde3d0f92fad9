package vn.kybao.testing;

/** A recommendation that an organization raised in the first quarter of 2018, to somebody in words unless told otherwise. */
public final class RecommendationBuilder extends Builder<RecommendationBuilder> {
    public RecommendationBuilder(TestOrganization organization) {
        super("""
                {"text": "Phê duyệt quy hoạch", "addressee": {"text": "Các cơ quan liên quan"}, "raisedIn": "2018-Q1"}""");
        with("organization", organization.code());
    }

    public RecommendationBuilder to(TestOrganization addressee) {
        return withJson("addressee", "{\"organization\": \"%s\"}".formatted(addressee.code()));
    }

    /** Raises it as the root organization. */
    public Answer create() {
        return Api.admin().post("/v1/recommendations", json()).is(201);
    }

    @Override
    RecommendationBuilder self() {
        return this;
    }
}
