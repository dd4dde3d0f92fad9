package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.TestOrganization;

/** A report begins with the outline of its regime, and with the texts of an earlier period if wanted. */
class OutlineIT {
    private static final String OUTLINE = """
            [{"node": "results", "label": "I", "title": "Kết quả", "kind": "RESULT"},
             {"node": "results.post", "label": "1", "title": "Bưu chính", "kind": "RESULT", "parent": "results"},
             {"node": "limits", "title": "Hạn chế", "kind": "LIMITATION"}]""";

    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final Api editor = operator.with("read", "sections:write");

    private String regime(String outline, String... periods) {
        String code = new RegimeBuilder()
                .owner(department)
                .withJson("outline", outline)
                .expects(new IndicatorBuilder().create(), "QUARTER", "YEAR", "HALF_YEAR", "MONTH")
                .create();
        for (String period : periods) {
            Collections.open(code, period);
        }
        return code;
    }

    private String body(String regime, String period, boolean carryOver) {
        return """
                {"organization": "%s", "period": "%s", "regime": "%s"%s}""".formatted(operator.code(), period, regime, carryOver ? ", \"carryOver\": true" : "");
    }

    private Answer outline(String regime, String period, boolean carryOver) {
        return editor.post("/v1/sections/from-outline", body(regime, period, carryOver))
                .is(200);
    }

    private Answer write(String regime, String period, String node, String text) {
        return new SectionBuilder(regime, operator)
                .period(period)
                .node(node)
                .body(text)
                .create();
    }

    @Test
    void theSectionsOfTheOutlineAreMadeInItsOrderWithRoomBetween() {
        String regime = regime(OUTLINE, "2018-Q1");
        Answer made = outline(regime, "2018-Q1", false);
        assertThat(made.items("node")).containsExactly("results", "results.post", "limits");
        assertThat(made.items("ordinal")).containsExactly("10", "20", "30");
        assertThat(made.items("parent")).containsExactly("", "results", "");
        assertThat(made.items("label")).containsExactly("I", "1", "");
        assertThat(made.items("title")).containsExactly("Kết quả", "Bưu chính", "Hạn chế");
        assertThat(made.items("kind")).containsExactly("RESULT", "RESULT", "LIMITATION");
        assertThat(made.items("body")).containsOnly("");
        assertThat(made.items("etag")).containsOnly("1");
        assertThat(made.at("/nextCursor").isNull()).isTrue();
        assertThat(editor.get("/v1/sections?regime=" + regime).at("/items")).isEqualTo(made.at("/items"));
        assertThat(editor.get("/v1/sections/" + made.text("/items/1/id") + "/versions")
                        .items("version"))
                .containsExactly("1");
    }

    @Test
    void whatIsThereStaysAndAgainMakesNothing() {
        String regime = regime(OUTLINE, "2018-Q1");
        Answer own = new SectionBuilder(regime, operator)
                .node("results.post")
                .title("Tự viết")
                .with("ordinal", 15)
                .body("Đã viết")
                .create();
        Answer made = outline(regime, "2018-Q1", false);
        assertThat(made.items("node")).containsExactly("results", "results.post", "limits");
        assertThat(made.items("title")).containsExactly("Kết quả", "Tự viết", "Hạn chế");
        assertThat(made.at("/items/1")).isEqualTo(own.json());
        Answer again = outline(regime, "2018-Q1", true);
        assertThat(again.json()).isEqualTo(made.json());
        // One that was deleted is made again.
        editor.ifMatch("1").delete("/v1/sections/" + made.text("/items/2/id")).is(204);
        assertThat(outline(regime, "2018-Q1", false).items("node"))
                .containsExactly("results", "results.post", "limits");
    }

    @Test
    void longTextsAreCarriedOverToo() {
        StringBuilder nodes = new StringBuilder("[");
        for (int i = 0; i < 13; i++) {
            nodes.append(i == 0 ? "" : ", ").append("""
                    {"node": "n%d", "title": "Mục %d", "kind": "RESULT"}""".formatted(i, i));
        }
        String regime = regime(nodes.append(']').toString(), "2017-Q4", "2018-Q1");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            texts.add("Mục %d. ".formatted(i)
                    + "Số liệu ".repeat(i % 3 == 0 ? 24_000 : 1_000).strip());
            write(regime, "2017-Q4", "n" + i, texts.getLast());
        }
        Answer made = outline(regime, "2018-Q1", true);
        List<String> carried = new ArrayList<>(made.items("body"));
        if (!made.at("/nextCursor").isNull()) {
            carried.addAll(editor.get("/v1/sections?organization=%s&period=2018-Q1&regime=%s&cursor=%s"
                            .formatted(operator.code(), regime, made.text("/nextCursor")))
                    .is(200)
                    .items("body"));
        }
        assertThat(carried).isEqualTo(texts);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsTheFirst() {
        String regime = regime(OUTLINE, "2018-Q1");
        String key = Builder.uniqueCode("key");
        String body = body(regime, "2018-Q1", false);
        Answer first = editor.idempotencyKey(key)
                .post("/v1/sections/from-outline", body)
                .is(200);
        Answer again = editor.idempotencyKey(key)
                .post("/v1/sections/from-outline", body)
                .is(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void textsLabelsAndClaimsAreCarriedOverUntilTheTextIsChanged() {
        String regime = regime(OUTLINE, "2017-Q4", "2018-Q1");
        Answer before = new SectionBuilder(regime, operator)
                .period("2017-Q4")
                .node("results.post")
                .with("label", "2.2")
                .title("Tên cũ")
                .with("planFor", "2018-Q1")
                .body("Đạt 27 điểm {{%s}}".formatted(new IndicatorBuilder().create()))
                .create();
        Desk.patch(editor, before, """
                {"claims": [{"start": 4, "length": 2, "text": "27", "kind": "VALUE", "value": "27", "status": "CONFIRMED"}]}""").is(200);
        Answer made = outline(regime, "2018-Q1", true);
        var section = made.at("/items/1");
        assertThat(section.path("body").asText()).isEqualTo(before.text("/body"));
        assertThat(section.path("label").asText()).isEqualTo("2.2");
        assertThat(section.path("title").asText()).isEqualTo("Bưu chính");
        assertThat(section.path("planFor").asText())
                .as("a plan for what follows")
                .isEqualTo("2018-Q2");
        assertThat(section.path("carriedFrom").asText()).isEqualTo(before.text("/id"));
        assertThat(section.at("/claims/0/text").asText()).isEqualTo("27");
        assertThat(section.at("/claims/0/value").asText()).isEqualTo("27");
        assertThat(section.at("/claims/0/status").asText()).isEqualTo("PROPOSED");
        assertThat(made.json().at("/items/0").has("carriedFrom")).isFalse();
        assertThat(made.text("/items/0/body")).isEmpty();
        Answer read = editor.get("/v1/sections/" + section.path("id").asText());
        Answer titled = Desk.patch(editor, read, "title", "Tên khác").is(200);
        assertThat(titled.text("/carriedFrom")).isEqualTo(before.text("/id"));
        Answer same = Desk.patch(editor, titled, "body", before.text("/body")).is(200);
        assertThat(same.text("/carriedFrom")).isEqualTo(before.text("/id"));
        Answer changed = Desk.patch(editor, same, "body", "Đạt 28 điểm").is(200);
        assertThat(changed.json().has("carriedFrom")).isFalse();
    }

    @Test
    void eachNodeIsCarriedFromTheLatestPeriodThatHasIt() {
        String regime = regime(OUTLINE, "2017-Q1", "2017-Q2", "2017-Q4", "2018-Q1", "2016-Q4", "2017");
        write(regime, "2017-Q4", "results", "quý bốn");
        write(regime, "2017-Q2", "results", "quý hai");
        write(regime, "2017-Q1", "results.post", "cùng kỳ");
        write(regime, "2016-Q4", "limits", "quá cũ");
        write(regime, "2017", "limits", "kỳ khác loại");
        Answer made = outline(regime, "2018-Q1", true);
        assertThat(made.items("body")).containsExactly("quý bốn", "cùng kỳ", "");
        assertThat(made.json().at("/items/2").has("carriedFrom")).isFalse();
        // Another organization's report is not its own.
        Answer other = department
                .admin()
                .post(
                        "/v1/sections/from-outline",
                        body(regime, "2018-Q1", true).replace(operator.code(), department.code()))
                .is(200);
        assertThat(other.items("body")).containsOnly("");
    }

    @Test
    void sectionsOfTheReportsOwnAreCarriedOverToo() {
        String regime = regime(OUTLINE, "2017-Q3", "2017-Q4", "2018-Q1");
        write(regime, "2017-Q3", "results.older", "quý ba");
        write(regime, "2017-Q4", "results.lost", "");
        new SectionBuilder(regime, operator)
                .period("2017-Q4")
                .node("results.own")
                .with("parent", "results.lost")
                .with("label", "9")
                .with("kind", "PLAN")
                .with("planFor", "2018")
                .with("ordinal", 25)
                .title("Mục riêng")
                .body("quý bốn")
                .create();
        write(regime, "2018-Q1", "results.lost", "đã viết");
        Answer made = outline(regime, "2018-Q1", true);
        assertThat(made.items("node"))
                .containsExactlyInAnyOrder("results", "results.post", "limits", "results.own", "results.lost");
        int at = made.items("node").indexOf("results.own");
        var section = made.at("/items/" + at);
        assertThat(section.path("body").asText()).isEqualTo("quý bốn");
        assertThat(section.path("title").asText()).isEqualTo("Mục riêng");
        assertThat(section.path("label").asText()).isEqualTo("9");
        assertThat(section.path("kind").asText()).isEqualTo("PLAN");
        assertThat(section.path("ordinal").asInt()).isEqualTo(25);
        assertThat(section.path("parent").asText()).isEqualTo("results.lost");
        assertThat(section.has("planFor"))
                .as("a plan for another span than the next")
                .isFalse();
        assertThat(made.items("body")).contains("đã viết").doesNotContain("quý ba");
        assertThat(outline(regime, "2018-Q1", false).items("node")).hasSize(5);
    }

    @Test
    void withoutAnOutlineTheReportBeforeGivesTheSections() {
        String regime = regime("[]", "2017-Q4", "2018-Q1");
        write(regime, "2017-Q4", "above", "trên");
        new SectionBuilder(regime, operator)
                .period("2017-Q4")
                .node("below")
                .with("parent", "above")
                .create();
        assertThat(outline(regime, "2018-Q1", false).items("node")).isEmpty();
        Answer made = outline(regime, "2018-Q1", true);
        assertThat(made.items("node")).containsExactlyInAnyOrder("above", "below");
        assertThat(made.text("/items/1/parent")).isEqualTo("above");
    }

    @Test
    void theHalfYearBeforeOrTheOneOfLastYearIsCarriedOver() {
        String regime = regime(OUTLINE, "2017-H1", "2018-H1");
        write(regime, "2017-H1", "limits", "sáu tháng đầu năm");
        assertThat(outline(regime, "2018-H1", true).items("body")).containsExactly("", "", "sáu tháng đầu năm");
    }

    @Test
    void periodsBeforeAreThoseUpToTheSameOneOfLastYear() {
        assertThat(before("2018-Q1")).containsExactly("2017-Q4", "2017-Q3", "2017-Q2", "2017-Q1");
        assertThat(before("2018-H2")).containsExactly("2018-H1", "2017-H2");
        assertThat(before("2018-03")).hasSize(12).startsWith("2018-02").endsWith("2017-03");
        assertThat(before("2018")).containsExactly("2017");
        assertThat(before("2018-9M")).containsExactly("2017-9M");
        assertThat(before("1990-Q2")).containsExactly("1990-Q1");
        assertThat(before("1990")).isEmpty();
    }

    private static List<String> before(String period) {
        return Predecessors.periodsBefore(CalendarPeriod.parse(period).orElseThrow());
    }

    @Test
    void aLongOutlineIsGoneOnWithInTheList() {
        ArrayNode nodes = (ArrayNode) Json.parse("[]");
        for (int i = 0; i < 230; i++) {
            nodes.addObject().put("node", "node-" + i).put("title", "Mục " + i).put("kind", "RESULT");
        }
        String regime = regime(nodes.toString(), "2018-Q1");
        Answer made = outline(regime, "2018-Q1", false);
        assertThat(made.at("/items")).hasSize(200);
        assertThat(made.text("/items/199/node")).isEqualTo("node-199");
        Answer rest = editor.get("/v1/sections?organization=%s&period=2018-Q1&regime=%s&cursor=%s"
                        .formatted(operator.code(), regime, made.text("/nextCursor")))
                .is(200);
        assertThat(rest.at("/items")).hasSize(30);
        assertThat(rest.text("/items/0/node")).isEqualTo("node-200");
        assertThat(rest.text("/items/29/ordinal")).isEqualTo("2300");
    }

    @Test
    void aRegimeWithoutAnOutlineMakesNothing() {
        String regime = regime("[]", "2018-Q1");
        assertThat(outline(regime, "2018-Q1", true).at("/items")).isEmpty();
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedAsASectionIs() {
        String regime = regime(OUTLINE, "2018-Q1");
        Answer closed = editor.post("/v1/sections/from-outline", body(regime, "2018-Q2", true))
                .is(409);
        assertThat(closed.problem()).isEqualTo("period-closed");
        assertThat(closed.pointers()).containsExactly("/period");
        ObjectNode unknown =
                Json.object(body("no-such-regime", "2018-Q9", false)).put("organization", "no-such-body");
        assertThat(editor.post("/v1/sections/from-outline", unknown.toString())
                        .is(422)
                        .pointers())
                .containsExactlyInAnyOrder("/organization", "/period", "/regime");
        TestOrganization other = new OrganizationBuilder().under(department).create();
        assertThat(Api.admin()
                        .post(
                                "/v1/sections/from-outline",
                                body(regime, "2018-Q1", false).replace(operator.code(), other.code()))
                        .is(422)
                        .errorCodes())
                .containsExactly("not-a-reporter");
        Api stranger = new OrganizationBuilder().create().admin();
        assertThat(stranger.post("/v1/sections/from-outline", body(regime, "2018-Q1", false))
                        .is(422)
                        .pointers())
                .containsExactly("/organization");
    }
}
