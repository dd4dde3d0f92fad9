package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** C1: text is kept in Unicode's normal form C, whatever form it is sent in. */
class TextIT {
    private static final String COMPOSED = "Viễn thông Hà Tĩnh";
    private static final String DECOMPOSED = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);

    @Test
    void decomposedTextIsComposedWhenItIsCreated() {
        OrganizationBuilder body = new OrganizationBuilder()
                .withJson("name", """
                        {"vi": "%s"}""".formatted(DECOMPOSED))
                .withJson("aliases", "[\"" + DECOMPOSED + "\"]");
        Answer created = Api.admin().post("/v1/organizations", body.json()).is(201);
        assertThat(created.text("/name/vi")).isEqualTo(COMPOSED);
        assertThat(created.text("/aliases/0")).isEqualTo(COMPOSED);
    }

    @Test
    void decomposedTextIsComposedWhenItIsPatched() {
        String path = "/v1/organizations/" + new OrganizationBuilder().create().code();
        Api.admin().ifMatch("1").patch(path, """
                {"name": {"en": "%s"}}""".formatted(DECOMPOSED)).is(200);
        assertThat(Api.admin().get(path).text("/name/en")).isEqualTo(COMPOSED);
    }

    @Test
    void aQueryIsComposedBeforeItIsMeasuredAndLookedUp() {
        Scene scene = Scene.create();
        String reference = scene.operator().code() + " " + COMPOSED;
        String id = SubmissionBuilder.of(scene)
                .reference(reference)
                .value(scene.indicator(), "ACTUAL", "1")
                .file(scene.operator().admin())
                .is(201)
                .text("/id");
        String decomposed = Normalizer.normalize(reference, Normalizer.Form.NFD);
        assertThat(list(decomposed).is(200).items("id")).containsExactly(id);
        assertThat(list("a\u0300".repeat(200)).is(200).items("id")).isEmpty();
        assertThat(list("\u0958".repeat(101)).is(400).text("/errors/0/parameter"))
                .isEqualTo("clientReference");
    }

    private static Answer list(String reference) {
        return Api.admin()
                .get("/v1/submissions?clientReference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8));
    }
}
