package vn.kybao.testing;

import java.util.Map;

/** A recommendation to a body in words, raised in the first quarter of 2018. */
public final class RecommendationBuilder extends Builder<RecommendationBuilder> {
    public RecommendationBuilder(TestOrganization organization) {
        super("""
                {"text": "Đề nghị bố trí kinh phí ứng dụng công nghệ thông tin", "addressee": {"text": "UBND tỉnh"},
                 "raisedIn": "2018-Q1"}""");
        with("organization", organization.code());
    }

    public RecommendationBuilder text(String text) {
        return with("text", text);
    }

    public RecommendationBuilder to(TestOrganization addressee) {
        return with("addressee", Map.of("organization", addressee.code()));
    }

    public RecommendationBuilder in(String period) {
        return with("raisedIn", period);
    }

    /** Raises it. */
    public Answer raise(Api caller) {
        return caller.post("/v1/recommendations", json());
    }

    /** Raises it as the root organization and returns its id. */
    public String create() {
        return raise(Api.admin()).is(201).text("/id");
    }

    @Override
    RecommendationBuilder self() {
        return this;
    }
}
