package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Sections are written by those whose report it is, while the period is open, and read by them and the receiver. */
class SectionIT {
    private static Scene scene;
    private static Api operator;

    @BeforeAll
    static void make() {
        scene = Scene.create();
        operator = scene.operator().with("read", "sections:write");
    }

    private static SectionBuilder section() {
        return SectionBuilder.of(scene);
    }

    @Test
    void aSectionIsWrittenAndReadBackAsItWas() {
        String parent = section().create().text("/node");
        String node = Builder.uniqueCode("results.post");
        Answer created = operator.post(
                        "/v1/sections", """
                {"organization": "%s", "period": "2018-Q1", "regime": "%s", "node": "%s", "label": "2.2", "ordinal": 35,
                 "parent": "%s", "title": "Bưu chính, viễn thông", "kind": "PLAN", "planFor": "2018-Q2",
                 "body": "Hoàn thiện **mạng lưới**.\\r\\n"}""".formatted(scene.operator().code(), scene.regime(), node, parent))
                .is(201);
        String path = Desk.path(created);
        assertThat(created.header("Location")).hasValue(TestServer.shared().address() + path);
        Answer read = operator.get(path).is(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag()).startsWith("\"1-");
        assertThat(read.text("/organization")).isEqualTo(scene.operator().code());
        assertThat(read.text("/period")).isEqualTo("2018-Q1");
        assertThat(read.text("/regime")).isEqualTo(scene.regime());
        assertThat(read.text("/node")).isEqualTo(node);
        assertThat(read.text("/label")).isEqualTo("2.2");
        assertThat(read.at("/ordinal").asInt()).isEqualTo(35);
        assertThat(read.text("/parent")).isEqualTo(parent);
        assertThat(read.text("/title")).isEqualTo("Bưu chính, viễn thông");
        assertThat(read.text("/kind")).isEqualTo("PLAN");
        assertThat(read.text("/planFor")).isEqualTo("2018-Q2");
        assertThat(read.text("/body")).isEqualTo("Hoàn thiện **mạng lưới**.\r\n");
        assertThat(read.at("/claims")).isEmpty();
        assertThat(read.text("/updatedBy")).startsWith("kb_");
        assertThat(read.text("/createdAt")).isEqualTo(read.text("/updatedAt"));
        assertThat(read.text("/etag")).isEqualTo("1");
        assertThat(read.json().has("carriedFrom")).isFalse();
        operator.header("If-None-Match", read.etag()).get(path).is(304);
    }

    @Test
    void whatIsLeftOutIsEmptyAndStandsAfterTheLast() {
        Scene own = Scene.create();
        Answer first = SectionBuilder.of(own).create();
        assertThat(first.text("/body")).isEmpty();
        assertThat(first.at("/ordinal").asInt()).isEqualTo(10);
        assertThat(first.json().has("label")).isFalse();
        assertThat(first.json().has("parent")).isFalse();
        assertThat(first.json().has("planFor")).isFalse();
        SectionBuilder.of(own).with("ordinal", 7_000).create();
        assertThat(SectionBuilder.of(own).create().at("/ordinal").asInt()).isEqualTo(7_010);
    }

    @Test
    void textIsNormalisedAndLabelsAndOrdinalsMayRepeat() {
        Answer decomposed = section()
                .with("label", "2.2")
                .with("ordinal", 5)
                .body("Vie\u0302\u0323t")
                .create();
        assertThat(decomposed.text("/body")).isEqualTo("Việt");
        section().with("label", "2.2").with("ordinal", 5).create();
    }

    @Test
    void aPatchChangesWhatItNamesAndNullRemoves() {
        String parent = section().create().text("/node");
        Answer created = section()
                .with("label", "1")
                .under(parent)
                .with("planFor", "2018-Q2")
                .body("Một")
                .create();
        Answer changed = Desk.patch(operator, created, """
                {"label": "1.1", "ordinal": 77, "title": "Tên mới", "kind": "LIMITATION", "planFor": "2018-9M", "body": "Hai"}""").is(200);
        assertThat(changed.text("/etag")).isEqualTo("2");
        assertThat(changed.text("/label")).isEqualTo("1.1");
        assertThat(changed.at("/ordinal").asInt()).isEqualTo(77);
        assertThat(changed.text("/title")).isEqualTo("Tên mới");
        assertThat(changed.text("/kind")).isEqualTo("LIMITATION");
        assertThat(changed.text("/planFor")).isEqualTo("2018-9M");
        assertThat(changed.text("/body")).isEqualTo("Hai");
        assertThat(changed.text("/parent")).isEqualTo(parent);
        assertThat(changed.text("/node")).isEqualTo(created.text("/node"));
        assertThat(changed.text("/createdAt")).isEqualTo(created.text("/createdAt"));
        assertThat(changed.text("/updatedAt")).isGreaterThan(created.text("/updatedAt"));
        Answer removed = Desk.patch(operator, changed, """
                {"label": null, "parent": null, "planFor": null}""").is(200);
        assertThat(removed.json().has("label")).isFalse();
        assertThat(removed.json().has("parent")).isFalse();
        assertThat(removed.json().has("planFor")).isFalse();
        assertThat(removed.text("/body")).isEqualTo("Hai");
        assertThat(operator.get(Desk.path(created)).json()).isEqualTo(removed.json());
        for (String required : List.of("title", "kind", "ordinal", "body")) {
            assertThat(Desk.patch(operator, removed, "{\"%s\": null}".formatted(required))
                            .is(400)
                            .pointers())
                    .containsExactly("/" + required);
        }
        assertThat(Desk.patch(operator, removed, """
                {"node": "other"}""").is(400).errorCodes()).containsExactly("unknown-field");
    }

    @Test
    void changesAndDeletionsNeedThePresentVersion() throws SQLException {
        Answer created = section().create();
        String path = Desk.path(created);
        assertThat(operator.patch(path, "{}").is(428).problem()).isEqualTo("if-match-required");
        operator.delete(path).is(428);
        Answer changed = Desk.patch(operator, created, "title", "Mới").is(200);
        Answer stale = Desk.patch(operator, created, "title", "Cũ").is(412);
        assertThat(stale.text("/etag")).isEqualTo("2");
        operator.ifMatch(created.etag()).delete(path).is(412);
        operator.ifMatch(changed.etag()).delete(path).is(204);
        operator.get(path).is(404);
        operator.ifMatch("2").delete(path).is(404);
        for (String table : List.of("audit_entry", "outbox_event")) {
            assertThat(told(table, created.text("/id")))
                    .as(table)
                    .containsExactly("CREATED 1", "UPDATED 2", "DELETED 3");
        }
    }

    private static List<String> told(String table, String id) throws SQLException {
        try (var connection = TestDatabase.shared().connect();
                var statement = connection.prepareStatement(
                        "SELECT change_type, version FROM " + table + " WHERE resource_id = ? ORDER BY id")) {
            statement.setString(1, id);
            List<String> all = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            return all;
        }
    }

    @Test
    void aSectionWithOthersBelowItStays() {
        Answer parent = section().create();
        Answer child = section().under(parent.text("/node")).create();
        Answer refused = operator.ifMatch("1").delete(Desk.path(parent)).is(409);
        assertThat(refused.problem()).isEqualTo("in-use");
        assertThat(refused.text("/errors/0/actual")).isEqualTo(child.text("/node"));
        operator.ifMatch("1").delete(Desk.path(child)).is(204);
        operator.ifMatch("1").delete(Desk.path(parent)).is(204);
        // The node is free again.
        section().node(parent.text("/node")).create();
    }

    @Test
    void aNodeIsTakenOnceInAReport() {
        String node = section().create().text("/node");
        Answer taken = section().node(node).post(operator).is(409);
        assertThat(taken.problem()).isEqualTo("code-taken");
        assertThat(taken.pointers()).containsExactly("/node");
        SectionBuilder elsewhere = new SectionBuilder(scene.regime(), scene.department());
        elsewhere.node(node).create();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        section().node("results").create();
        Answer answer = section()
                .with("regime", "no-such-regime")
                .with("planFor", "2018-Q7")
                .body("{{no-such-indicator}} {{tasks: done}}")
                .post(operator)
                .is(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/regime", "/planFor", "/body", "/body");
        Answer parent =
                section().under("resluts").period("2018-Q1").post(operator).is(422);
        assertThat(parent.errorCodes()).containsExactly("unknown-reference");
        assertThat(parent.pointers()).containsExactly("/parent");
        assertThat(parent.text("/errors/0/expected")).isEqualTo("results");
        assertThat(section().period("2018-Q7").post(operator).is(422).errorCodes())
                .containsExactly("unknown-period");
        assertThat(section()
                        .without("title")
                        .with("ordinal", -1)
                        .body("{{x y}}")
                        .post(operator)
                        .is(400)
                        .pointers())
                .containsExactlyInAnyOrder("/title", "/ordinal", "/body");
    }

    @Test
    void onlyAReporterOrTheReceiverHasAReport() {
        TestOrganization other =
                new OrganizationBuilder().under(scene.department()).create();
        Answer answer =
                new SectionBuilder(scene.regime(), other).post(Api.admin()).is(422);
        assertThat(answer.errorCodes()).containsExactly("not-a-reporter");
        assertThat(answer.pointers()).containsExactly("/organization");
        new SectionBuilder(scene.regime(), scene.department())
                .post(scene.department().admin())
                .is(201);
        TestOrganization gone = OrganizationBuilder.operator()
                .under(scene.department())
                .with("validTo", "2017-12-31")
                .create();
        assertThat(new SectionBuilder(scene.regime(), gone)
                        .post(Api.admin())
                        .is(422)
                        .errorCodes())
                .containsExactly("subject-valid");
    }

    @Test
    void aReportIsWrittenOnlyWhileItsCollectionIsOpen() {
        Scene own = Scene.create();
        Answer written = SectionBuilder.of(own).create();
        Answer none = SectionBuilder.of(own).period("2019").post(Api.admin()).is(409);
        assertThat(none.problem()).isEqualTo("period-closed");
        assertThat(none.pointers()).containsExactly("/period");
        Answer planned =
                SectionBuilder.of(own).period("2018-Q2").post(Api.admin()).is(409);
        assertThat(planned.text("/errors/0/actual")).isEqualTo("PLANNED");
        Collections.close(own.collection());
        Answer closed = SectionBuilder.of(own).body("{{x y}}").post(Api.admin()).is(409);
        assertThat(closed.errorCodes()).containsExactlyInAnyOrder("period-closed", "reference-invalid");
        assertThat(closed.text("/errors/0/evidence/0")).isEqualTo("/v1/collections/" + own.collection());
        String path = Desk.path(written);
        assertThat(Desk.patch(Api.admin(), written, "title", "Mới").is(409).problem())
                .isEqualTo("period-closed");
        assertThat(Api.admin().ifMatch("1").delete(path).is(409).problem()).isEqualTo("period-closed");
        assertThat(Api.admin().post(path + "/scan").is(409).problem()).isEqualTo("period-closed");
        assertThat(Api.admin()
                        .post("/v1/sections/from-outline", """
                {"organization": "%s", "period": "2018-Q1", "regime": "%s"}""".formatted(
                                        own.operator().code(), own.regime()))
                        .is(409)
                        .problem())
                .isEqualTo("period-closed");
        Api.admin().get(path).is(200);
        Api.admin().get(path + "/rendered").is(200);
        Api.admin().post("/v1/collections/" + own.collection() + "/reopen", """
                {"reason": "Bổ sung"}""").is(200);
        Desk.patch(Api.admin(), written, "title", "Mới").is(200);
    }

    @Test
    void aSectionIsNotPutBelowItselfOrWhatIsBelowIt() {
        Answer top = section().create();
        Answer middle = section().under(top.text("/node")).create();
        Answer leaf = section().under(middle.text("/node")).create();
        for (Answer below : List.of(top, middle, leaf)) {
            Answer refused =
                    Desk.patch(operator, top, "parent", below.text("/node")).is(422);
            assertThat(refused.errorCodes()).containsExactly("section-cycle");
            assertThat(refused.pointers()).containsExactly("/parent");
        }
        assertThat(Desk.patch(operator.english(), top, "parent", top.text("/node"))
                        .is(422)
                        .text("/errors/0/message"))
                .contains("stands below this very section");
        Answer other = new SectionBuilder(scene.regime(), scene.department()).create();
        Answer elsewhere =
                Desk.patch(operator, leaf, "parent", other.text("/node")).is(422);
        assertThat(elsewhere.errorCodes()).containsExactly("unknown-reference");
        assertThat(Desk.patch(operator, leaf, "parent", top.text("/node"))
                        .is(200)
                        .text("/parent"))
                .isEqualTo(top.text("/node"));
    }

    @Test
    void whatIsWrittenIsReadByTheSubtreeAndTheReceiverAndByNobodyElse() {
        TestOrganization province = new OrganizationBuilder().kind("PROVINCE").create();
        TestOrganization receiver = new OrganizationBuilder().under(province).create();
        TestOrganization reporter =
                OrganizationBuilder.operator().under(province).create();
        String regime = new RegimeBuilder()
                .owner(province)
                .receiver(receiver)
                .expects(new IndicatorBuilder().create(), "QUARTER")
                .create();
        Collections.open(regime, "2018-Q1");
        Answer written =
                new SectionBuilder(regime, reporter).post(reporter.admin()).is(201);
        String path = Desk.path(written);
        String list = "/v1/sections?organization=" + reporter.code();
        for (TestOrganization reader : List.of(province, receiver, reporter)) {
            reader.admin().get(path).is(200);
            reader.admin().get(path + "/rendered").is(200);
            reader.admin().get(path + "/versions").is(200);
            reader.admin().get(path + "/versions/1").is(200);
            assertThat(reader.admin().get(list).items("id")).containsExactly(written.text("/id"));
        }
        TestOrganization stranger =
                OrganizationBuilder.operator().under(province).create();
        for (String suffix : List.of("", "/rendered", "/versions", "/versions/1")) {
            stranger.admin().get(path + suffix).is(404);
        }
        assertThat(stranger.admin().get(list).is(200).at("/items")).isEmpty();
        stranger.admin().ifMatch("1").patch(path, "{}").is(404);
        stranger.admin().ifMatch("1").delete(path).is(404);
        stranger.admin().post(path + "/scan").is(404);
        // The receiver reads, and does not write in another's report.
        assertThat(receiver.admin().ifMatch("1").patch(path, "{}").is(403).problem())
                .isEqualTo("not-owner");
        receiver.admin().ifMatch("1").delete(path).is(403);
        receiver.admin().post(path + "/scan").is(403);
        assertThat(new SectionBuilder(regime, reporter)
                        .post(receiver.admin())
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
        Answer unknown =
                new SectionBuilder(regime, reporter).post(stranger.admin()).is(422);
        assertThat(unknown.errorCodes()).containsExactly("unknown-reference");
        assertThat(unknown.pointers()).containsExactly("/organization");
        province.admin().ifMatch("1").patch(path, "{}").is(200);
    }

    @Test
    void theListIsInTheOrderOfTheReportAndFindsWithoutAccents() {
        Scene own = Scene.create();
        String third = SectionBuilder.of(own)
                .with("ordinal", 30)
                .title("Hạn chế")
                .with("kind", "LIMITATION")
                .create()
                .text("/id");
        String first = SectionBuilder.of(own)
                .with("ordinal", 10)
                .body("Đạt KẾ HOẠCH năm")
                .create()
                .text("/id");
        String second = SectionBuilder.of(own).with("ordinal", 20).create().text("/id");
        String fourth = SectionBuilder.of(own).with("ordinal", 30).create().text("/id");
        String list = "/v1/sections?organization=%s&period=2018-Q1&regime=%s"
                .formatted(own.operator().code(), own.regime());
        Answer all = Api.admin().get(list).is(200);
        assertThat(all.items("id")).containsExactly(first, second, third, fourth);
        assertThat(all.items("etag")).containsOnly("1");
        assertThat(all.text("/items/0/body")).isEqualTo("Đạt KẾ HOẠCH năm");
        assertThat(Api.admin().get(list + "&q=dat%20ke%20hoach").items("id")).containsExactly(first);
        assertThat(Api.admin().get(list + "&q=han%20ch%E1%BA%BF").items("id")).containsExactly(third);
        assertThat(Api.admin().get(list + "&kind=LIMITATION").items("id")).containsExactly(third);
        assertThat(Api.admin()
                        .get("/v1/sections?regime=" + own.regime() + "&period=2018-Q2")
                        .at("/items"))
                .isEmpty();
        String cursor = "";
        for (String id : List.of(first, second, third, fourth)) {
            Answer page = Api.admin().get(list + "&limit=1" + cursor).is(200);
            assertThat(page.items("id")).containsExactly(id);
            cursor = "&cursor=" + page.text("/nextCursor");
        }
        assertThat(Api.admin().get(list + "&limit=4").at("/nextCursor").isNull())
                .isTrue();
    }

    @Test
    void aPageOfLongTextsEndsBeforeItIsTooMuch() {
        Scene own = Scene.create();
        String body = "Số liệu ".repeat(24_900);
        for (int i = 0; i < 12; i++) {
            SectionBuilder.of(own).body(body).create();
        }
        String list = "/v1/sections?organization=" + own.operator().code();
        Answer page = Api.admin().get(list).is(200);
        int count = page.at("/items").size();
        assertThat(count).isBetween(8, 11);
        Answer rest = Api.admin().get(list + "&cursor=" + page.text("/nextCursor"));
        assertThat(rest.at("/items")).hasSize(12 - count);
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aRepeatedCreationIsOne() {
        String body = section().json();
        String key = Builder.uniqueCode("key");
        Answer first = operator.idempotencyKey(key).post("/v1/sections", body).is(201);
        Answer again = operator.idempotencyKey(key).post("/v1/sections", body).is(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        operator.idempotencyKey(key).post("/v1/sections", section().json()).is(422);
    }

    @Test
    void otherFeaturesFindASectionAndReadAReport() {
        Scene own = Scene.create();
        Answer second = SectionBuilder.of(own)
                .with("ordinal", 20)
                .with("kind", "LIMITATION")
                .create();
        SectionBuilder.of(own).with("ordinal", 10).body("Một").create();
        SectionService service = TestServer.shared().bean(SectionService.class);
        assertThat(service.find(second.text("/id"))).hasValueSatisfying(found -> {
            assertThat(found.organization()).isEqualTo(own.operator().code());
            assertThat(found.period()).isEqualTo("2018-Q1");
            assertThat(found.regime()).isEqualTo(own.regime());
            assertThat(found.kind().getValue()).isEqualTo("LIMITATION");
        });
        assertThat(service.find("01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f")).isEmpty();
        var organization = TestServer.shared()
                .bean(vn.kybao.organization.OrganizationService.class)
                .find(own.operator().code())
                .orElseThrow();
        var period = vn.kybao.period.CalendarPeriod.parse("2018-Q1").orElseThrow();
        ReportSections report = service.report(organization, period, own.regime());
        assertThat(report.complete()).isTrue();
        assertThat(report.sections()).extracting(section -> section.getBody()).containsExactly("Một", "");
        assertThat(service.report(organization, period, scene.regime()).sections())
                .isEmpty();
    }
}
