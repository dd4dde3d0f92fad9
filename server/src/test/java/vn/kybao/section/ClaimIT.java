package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;

/** Claims: numbers and documents that are typed in a text, each at its place. */
class ClaimIT {
    private static Scene scene;
    private static Api editor;

    @BeforeAll
    static void make() {
        scene = Scene.create();
        editor = scene.operator().with("read", "sections:write");
    }

    private static ObjectNode claim(String body, String text) {
        return claim(body.indexOf(text), text);
    }

    private static ObjectNode claim(int start, String text) {
        return Json.object("{}")
                .put("start", start)
                .put("length", text.length())
                .put("text", text)
                .put("kind", "VALUE")
                .put("status", "CONFIRMED");
    }

    private static Answer withClaims(String body, ObjectNode... claims) {
        Answer section = SectionBuilder.of(scene).body(body).create();
        return Desk.patch(editor, section, "claims", Arrays.asList(claims)).is(200);
    }

    private static List<String> places(Answer section) {
        List<String> places = new ArrayList<>();
        section.at("/claims")
                .forEach(claim -> places.add(
                        claim.path("start").asInt() + ":" + claim.path("text").asText()));
        return places;
    }

    @Test
    void aClaimIsKeptWithEverythingThatWasSaidOfIt() {
        String body = "🏛 Doanh thu 650 triệu đồng, tăng 10% so với năm 2017, chiếm 20% GDP.";
        Answer section = SectionBuilder.of(scene).body(body).create();
        String claims = """
                {"claims": [
                  {"start": %d, "length": 14, "text": "650 triệu đồng", "kind": "VALUE", "indicator": "%s", "period": "2017-Q1",
                   "value": "650.5", "unit": "million-vnd", "qualifier": "AT_LEAST", "status": "CONFIRMED"},
                  {"start": %d, "length": 3, "text": "10%%", "kind": "CHANGE", "base": "PREVIOUS_YEAR", "value": "10",
                   "unit": "percent", "status": "PROPOSED"},
                  {"start": %d, "length": 3, "text": "20%%", "kind": "SHARE", "denominator": "GDP", "value": "20", "status": "DISMISSED"},
                  {"start": %d, "length": 8, "text": "năm 2017", "kind": "DOCUMENT", "issuer": {"organization": "%s", "text": "Sở"},
                   "issuedOn": "2018-03-23", "status": "PROPOSED"}]}""".formatted(
                        body.indexOf("650"),
                        scene.indicator(),
                        body.indexOf("10%"),
                        body.indexOf("20%"),
                        body.indexOf("năm 2017"),
                        scene.department().code());
        Answer written = Desk.patch(editor, section, claims).is(200);
        // They stand in the order of the text.
        assertThat(places(written))
                .containsExactly(
                        body.indexOf("650") + ":650 triệu đồng",
                        body.indexOf("10%") + ":10%",
                        body.indexOf("năm 2017") + ":năm 2017",
                        body.indexOf("20%") + ":20%");
        var sent = Json.parse(claims).at("/claims");
        assertThat(written.at("/claims/0")).isEqualTo(sent.get(0));
        assertThat(written.at("/claims/1")).isEqualTo(sent.get(1));
        assertThat(written.at("/claims/2")).isEqualTo(sent.get(3));
        assertThat(written.at("/claims/3")).isEqualTo(sent.get(2));
        assertThat(editor.get(Desk.path(section)).json()).isEqualTo(written.json());
        Answer none = Desk.patch(editor, written, """
                {"claims": null}""").is(200);
        assertThat(none.at("/claims")).isEmpty();
        assertThat(none.text("/body")).isEqualTo(body);
    }

    @Test
    void aClaimThatDoesNotStandThereIsRefusedWithWhereItDoes() {
        Answer section = SectionBuilder.of(scene).body("Có 27 việc, 27 xong").create();
        ObjectNode wrong = claim(5, "27");
        ObjectNode longer = claim(3, "27").put("length", 3);
        ObjectNode nowhere = claim(0, "28");
        ObjectNode beyond = claim(399_999, "27");
        Answer answer = Desk.patch(editor, section, "claims", List.of(wrong, longer, nowhere, claim(12, "27"), beyond))
                .is(422);
        assertThat(answer.errorCodes()).containsOnly("claim-misplaced");
        assertThat(answer.pointers())
                .containsExactly("/claims/0/start", "/claims/1/length", "/claims/2/start", "/claims/4/start");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("3");
        assertThat(answer.text("/errors/0/actual")).isEqualTo("27");
        assertThat(answer.text("/errors/1/expected")).isEqualTo("2");
        assertThat(answer.json().at("/errors/2").has("expected")).isFalse();
        assertThat(answer.text("/errors/3/expected")).isEqualTo("12");
    }

    @Test
    void aThousandClaimsThatStandNowhereAreRefusedInAMoment() {
        Answer section = SectionBuilder.of(scene).body("a".repeat(200_000)).create();
        List<ObjectNode> claims = IntStream.range(0, 1_000)
                .mapToObj(i -> claim(100_000, "b" + "a".repeat(1_000 + i % 900)))
                .toList();
        Answer answer = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Desk.patch(editor, section, "claims", claims));
        assertThat(answer.is(422).at("/totalErrors").asInt()).isEqualTo(1_000);
    }

    @Test
    void whatAClaimNamesMustBeThere() {
        Answer section = SectionBuilder.of(scene).body("27").create();
        Answer answer = Desk.patch(
                        editor,
                        section,
                        "claims",
                        List.of(
                                claim(0, "27").put("indicator", scene.indicator() + "x"),
                                claim(0, "27").put("period", "2018-Q9"),
                                claim(0, "27").put("document", "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f"),
                                claim(0, "27")
                                        .<ObjectNode>set("issuer", Json.parse("{\"organization\": \"no-such-body\"}"))))
                .is(422);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/claims/0/indicator",
                        "/claims/1/period",
                        "/claims/2/document",
                        "/claims/3/issuer/organization");
        assertThat(answer.errorCodes())
                .containsExactlyInAnyOrder(
                        "unknown-reference", "unknown-period", "unknown-reference", "unknown-reference");
        assertThat(Desk.patch(
                                editor,
                                section,
                                "claims",
                                List.of(claim(0, "27").put("indicator", scene.indicator() + "x")))
                        .is(422)
                        .text("/errors/0/expected"))
                .isEqualTo(scene.indicator());
    }

    @Test
    void claimsAreHeldAgainstTheBodyThatComesOut() {
        Answer section = SectionBuilder.of(scene).body("Có 27 việc").create();
        String both = Json.object("{}")
                .put("body", "Xong 36 việc")
                .<ObjectNode>set("claims", Json.tree(List.of(claim(5, "36"))))
                .toString();
        Answer written = Desk.patch(editor, section, both).is(200);
        assertThat(places(written)).containsExactly("5:36");
        String old = Json.object("{}")
                .put("body", "Không có gì")
                .<ObjectNode>set("claims", Json.tree(List.of(claim(5, "36"))))
                .toString();
        assertThat(Desk.patch(editor, written, old).is(422).pointers()).containsExactly("/claims/0/start");
    }

    @Test
    void aNewBodyKeepsTheClaimsWhoseTextItStillHas() {
        String body = "Tiếp nhận 38 đơn, giải quyết 36 đơn, tồn 2 đơn; 36 nhiệm vụ.";
        Answer section = withClaims(
                body,
                claim(body, "38").put("indicator", scene.indicator()),
                claim(body, "36"),
                claim(body, "36").put("kind", "SHARE"),
                claim(body, "2 đơn"),
                claim(body.lastIndexOf("36"), "36").put("status", "DISMISSED"));
        String next = "Trong quý, đơn vị đã tiếp nhận 38 đơn, giải quyết 36 đơn; 36 nhiệm vụ.";
        Answer moved = Desk.patch(editor, section, "body", next).is(200);
        assertThat(places(moved))
                .containsExactly(
                        next.indexOf("38") + ":38",
                        next.indexOf("36") + ":36",
                        next.indexOf("36") + ":36",
                        next.lastIndexOf("36") + ":36");
        assertThat(moved.text("/claims/0/indicator")).isEqualTo(scene.indicator());
        assertThat(moved.text("/claims/3/status")).isEqualTo("DISMISSED");
        Answer unchanged = Desk.patch(editor, moved, "title", "Tên khác").is(200);
        assertThat(unchanged.at("/claims")).isEqualTo(moved.at("/claims"));
        Answer gone = Desk.patch(editor, unchanged, "body", "136 đơn").is(200);
        assertThat(gone.at("/claims")).isEmpty();
    }

    @Test
    void offsetsCountTheStoredText() {
        Answer section =
                SectionBuilder.of(scene).body("Vie\u0302\u0323t Nam: 27").create();
        assertThat(section.text("/body")).isEqualTo("Việt Nam: 27");
        Answer written =
                Desk.patch(editor, section, "claims", List.of(claim(10, "27"))).is(200);
        assertThat(places(written)).containsExactly("10:27");
        Answer composed = Desk.patch(
                        editor,
                        written,
                        "claims",
                        List.of(claim(0, "Vie\u0302\u0323t").put("length", 4)))
                .is(200);
        assertThat(composed.text("/claims/0/text")).isEqualTo("Việt");
    }

    @Test
    void aClaimThatIsNotOneIsToldAtOnceWithTheRest() {
        Answer section = SectionBuilder.of(scene).body("27").create();
        Answer answer = Desk.patch(editor, section, """
                {"claims": [{"start": 0, "length": 2, "text": "27", "kind": "VALUE"}, 7,
                            {"start": 1, "length": 2, "text": "27", "kind": "GUESS", "status": "PROPOSED"}], "body": "{{x y}} 27"}""").is(400);
        assertThat(answer.pointers()).contains("/claims/0/status", "/claims/1", "/claims/2/kind", "/body");
    }
}
