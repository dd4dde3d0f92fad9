package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;

/** Every write is kept, and what changed between two is told word by word. */
class SectionVersionIT {
    private static Scene scene;
    private static Api editor;

    @BeforeAll
    static void make() {
        scene = Scene.create();
        editor = scene.operator().with("read", "sections:write");
    }

    private static List<String> changes(Answer version) {
        List<String> changes = new ArrayList<>();
        version.at("/changes")
                .forEach(change -> changes.add(
                        change.path("kind").asText() + ":" + change.path("text").asText()));
        return changes;
    }

    @Test
    void everyWriteIsKeptWithWhoWroteItAndWhen() {
        Answer created = SectionBuilder.of(scene)
                .with("label", "1")
                .title("Kết quả")
                .body("Một")
                .post(editor)
                .is(201);
        String path = Desk.path(created);
        Api other = scene.operator().with("read", "sections:write");
        Answer second = Desk.patch(other, created, """
                {"body": "Hai", "label": null}""").is(200);
        Desk.patch(editor, second, "title", "Kết quả chính").is(200);
        Answer list = editor.get(path + "/versions").is(200);
        assertThat(list.items("version")).containsExactly("3", "2", "1");
        assertThat(list.items("title")).containsExactly("Kết quả chính", "Kết quả", "Kết quả");
        assertThat(list.items("etag")).containsExactly("3", "2", "1");
        assertThat(list.items("by").get(0))
                .isEqualTo(list.items("by").get(2))
                .isNotEqualTo(list.items("by").get(1));
        assertThat(list.text("/items/2/label")).isEqualTo("1");
        assertThat(list.json().at("/items/1").has("label")).isFalse();
        list.at("/items").forEach(item -> assertThat(item.has("body")).isFalse());
        Answer first = editor.get(path + "/versions/1").is(200);
        assertThat(first.text("/body")).isEqualTo("Một");
        assertThat(first.text("/at")).isEqualTo(created.text("/updatedAt"));
        assertThat(first.text("/by")).isEqualTo(created.text("/updatedBy"));
        assertThat(first.text("/label")).isEqualTo("1");
        assertThat(first.text("/etag")).isEqualTo("1");
        assertThat(first.json().has("changes")).isFalse();
        editor.header("If-None-Match", first.etag()).get(path + "/versions/1").is(304);
        assertThat(editor.get(path + "/versions/3").text("/body")).isEqualTo("Hai");
        Answer page = editor.get(path + "/versions?limit=2").is(200);
        assertThat(page.items("version")).containsExactly("3", "2");
        assertThat(editor.get(path + "/versions?limit=2&cursor=" + page.text("/nextCursor"))
                        .items("version"))
                .containsExactly("1");
    }

    @Test
    void aVersionHoldsAllThatAWriteMayChange() {
        Answer created = SectionBuilder.of(scene).body("Đạt 27 đơn").create();
        Answer claimed = Desk.patch(editor, created, """
                {"claims": [{"start": 4, "length": 6, "text": "27 đơn", "kind": "VALUE", "value": "27",
                             "status": "CONFIRMED"}]}""").is(200);
        Answer dismissed = Desk.patch(editor, claimed, """
                {"kind": "PLAN", "planFor": "2018-Q2", "ordinal": 7,
                 "claims": [{"start": 4, "length": 6, "text": "27 đơn", "kind": "VALUE", "value": "27",
                             "status": "DISMISSED"}]}""").is(200);
        String path = Desk.path(created) + "/versions";
        Answer second = editor.get(path + "/2").is(200);
        Answer third = editor.get(path + "/3").is(200);
        assertThat(editor.get(path + "/1").is(200).at("/claims")).isEmpty();
        assertThat(second.at("/claims")).isEqualTo(claimed.at("/claims"));
        assertThat(second.text("/kind")).isEqualTo(created.text("/kind"));
        assertThat(second.at("/ordinal")).isEqualTo(created.at("/ordinal"));
        assertThat(second.json().has("planFor")).isFalse();
        assertThat(third.at("/claims")).isEqualTo(dismissed.at("/claims"));
        assertThat(third.text("/claims/0/status")).isEqualTo("DISMISSED");
        assertThat(third.text("/kind")).isEqualTo("PLAN");
        assertThat(third.text("/planFor")).isEqualTo("2018-Q2");
        assertThat(third.at("/ordinal").asInt()).isEqualTo(7);
        Answer list = editor.get(path).is(200);
        assertThat(list.items("kind")).startsWith("PLAN");
        list.at("/items").forEach(item -> assertThat(item.has("claims")).isFalse());
    }

    @Test
    void whatChangedIsToldWordByWordInEitherDirection() {
        Answer created =
                SectionBuilder.of(scene).body("Doanh thu đạt 989.342 tỷ đồng.").create();
        Desk.patch(editor, created, "body", "Doanh thu đạt 989.343 tỷ đồng, tăng.")
                .is(200);
        String path = Desk.path(created) + "/versions/";
        Answer forth = editor.get(path + "2?against=1").is(200);
        assertThat(forth.at("/against").asInt()).isEqualTo(1);
        assertThat(changes(forth))
                .containsExactly(
                        "KEPT:Doanh thu đạt ",
                        "REMOVED:989.342",
                        "ADDED:989.343",
                        "KEPT: tỷ đồng",
                        "ADDED:, tăng",
                        "KEPT:.");
        assertThat(changes(editor.get(path + "1?against=2").is(200))).contains("REMOVED:989.343", "ADDED:989.342");
        assertThat(changes(editor.get(path + "1?against=1").is(200)))
                .containsExactly("KEPT:Doanh thu đạt 989.342 tỷ đồng.");
        assertThat(forth.etag()).isNotEqualTo(editor.get(path + "2").etag());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Answer created = SectionBuilder.of(scene).create();
        String path = Desk.path(created) + "/versions";
        for (String absent : List.of("/2", "/0", "/-1", "/x", "/1000000000", "/99999999999", "/1?against=2")) {
            editor.get(path + absent).is(404);
        }
        editor.get(path + "/1?against=0").is(400);
        editor.get(path + "/1?against=x").is(400);
        Api stranger = new OrganizationBuilder().create().admin();
        stranger.get(path).is(404);
        stranger.get(path + "/1").is(404);
        editor.get("/v1/sections/01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f/versions").is(404);
    }

    @Test
    void versionsStayWhenTheSectionGoes() {
        Answer created = SectionBuilder.of(scene).body("Một").create();
        String path = Desk.path(created);
        editor.ifMatch("1").delete(path).is(204);
        editor.get(path).is(404);
        assertThat(editor.get(path + "/versions").is(200).items("version")).containsExactly("1");
        assertThat(editor.get(path + "/versions/1").is(200).text("/body")).isEqualTo("Một");
        new OrganizationBuilder().create().admin().get(path + "/versions/1").is(404);
    }
}
