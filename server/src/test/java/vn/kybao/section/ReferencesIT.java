package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** Figures are referenced, not retyped: checked when they are written, and put in when they are read. */
class ReferencesIT {
    private static Scene scene;
    private static String code;

    @BeforeAll
    static void make() {
        scene = Scene.autoApproved();
        code = scene.indicator();
        for (String period : List.of("2017-Q1", "2018")) {
            Collections.open(scene.regime(), period);
        }
        file("2018-Q1", "ESTIMATE", "989342", "989.342");
        file("2017-Q1", "ACTUAL", "950000", null);
        file("2018", "PLAN", "4000000", null);
    }

    private static void file(String period, String measure, String value, String text) {
        SubmissionBuilder.of(scene)
                .period(period)
                .with("compiledOn", period.equals("2018-Q1") ? "2018-03-23" : "2018-04-10")
                .valueJson("""
                        {"indicator": "%s", "measure": "%s", "value": "%s", "qualifier": "ABOUT"%s}""".formatted(code, measure, value, text == null ? "" : ", \"text\": \"" + text + "\""))
                .file(Api.admin())
                .is(201);
    }

    private static Answer refused(String body) {
        return SectionBuilder.of(scene).body(body).post(Api.admin()).is(422);
    }

    private static JsonNode only(Answer rendered) {
        assertThat(rendered.at("/references")).hasSize(1);
        return rendered.at("/references/0");
    }

    @Test
    void aFigureIsPutInTheVietnameseWayWithWhereItCameFrom() {
        String reference = "{{" + code + "}}";
        Answer section = SectionBuilder.of(scene)
                .with("label", "1")
                .body("Thuê bao đạt **" + reference + "**.")
                .create();
        Answer rendered = Desk.rendered(scene.operator().with("read"), section);
        assertThat(rendered.text("/section")).isEqualTo(section.text("/id"));
        assertThat(rendered.text("/label")).isEqualTo("1");
        assertThat(rendered.text("/title")).isEqualTo("Kết quả hoạt động");
        assertThat(rendered.text("/etag")).isEqualTo("1");
        assertThat(rendered.text("/text")).isEqualTo("Thuê bao đạt **989.342**.");
        assertThat(rendered.text("/html")).isEqualTo("<p>Thuê bao đạt <strong>989.342</strong>.</p>\n");
        JsonNode told = only(rendered);
        assertThat(told.path("start").asInt()).isEqualTo(15);
        assertThat(told.path("length").asInt()).isEqualTo(7);
        assertThat(told.path("reference").asText()).isEqualTo(reference);
        assertThat(told.path("text").asText()).isEqualTo("989.342");
        assertThat(told.path("value").asText()).isEqualTo("989342");
        assertThat(told.at("/unit/code").asText()).isEqualTo("subscription");
        assertThat(told.path("indicator").asText()).isEqualTo(code);
        assertThat(told.path("period").asText()).isEqualTo("2018-Q1");
        assertThat(told.path("measure").asText()).isEqualTo("ESTIMATE");
        assertThat(told.path("qualifier").asText()).isEqualTo("ABOUT");
        assertThat(told.path("source").asText()).isEqualTo("REPORTED");
        assertThat(told.path("revision").asInt()).isEqualTo(1);
        String observation = told.at("/evidence/0").asText();
        Answer figure = Api.admin().get(observation).is(200);
        assertThat(figure.text("/submission")).isEqualTo(told.path("submission").asText());
        assertThat(told.has("counted")).isFalse();
        assertThat(told.has("missing")).isFalse();
    }

    @Test
    void otherPeriodsMeasuresChangesAndPartsOfThePlanAreTold() {
        Answer section = SectionBuilder.of(scene)
                .body(
                        "{{%1$s period=same-period-last-year measure=ACTUAL}} {{%1$s period=year measure=PLAN}} {{change: %1$s}} {{percent-of-plan: %1$s}} {{change: %1$s vs=previous}}"
                                .formatted(code))
                .create();
        Answer rendered = Desk.rendered(Api.admin(), section);
        assertThat(rendered.text("/text")).isEqualTo("950.000 4.000.000 4,1 24,7 …");
        assertThat(rendered.at("/references/0/period").asText()).isEqualTo("2017-Q1");
        assertThat(rendered.at("/references/1/measure").asText()).isEqualTo("PLAN");
        assertThat(rendered.at("/references/2/value").asText()).isEqualTo("4.1");
        assertThat(rendered.at("/references/2/unit/code").asText()).isEqualTo("percent");
        assertThat(rendered.at("/references/2/source").asText()).isEqualTo("DERIVED");
        assertThat(rendered.at("/references/2/evidence")).hasSize(2);
        assertThat(rendered.at("/references/4/value").isNull()).isTrue();
        assertThat(rendered.at("/references/4/missing/0").asText()).isEqualTo(code);
        // The same percentages as in the annex.
        JsonNode annex = Api.admin()
                .get("/v1/comparisons?organization=%s&period=2018-Q1"
                        .formatted(scene.operator().code()))
                .is(200)
                .at("/items/0");
        assertThat(annex.at("/vsSamePeriod/percent").asText()).isEqualTo("104.1");
        assertThat(annex.at("/vsPlan/percent").asText()).isEqualTo("24.7");
    }

    @Test
    void theAnswerChangesWithItsFigures() {
        Scene own = Scene.autoApproved();
        Answer section =
                SectionBuilder.of(own).body("Có {{" + own.indicator() + "}}").create();
        Answer before = Desk.rendered(Api.admin(), section);
        assertThat(before.text("/text")).isEqualTo("Có …");
        assertThat(before.at("/references/0/missing/0").asText()).isEqualTo(own.indicator());
        assertThat(before.at("/references/0/evidence")).isEmpty();
        String path = Desk.path(section) + "/rendered";
        Api.admin().header("If-None-Match", before.etag()).get(path).is(304);
        SubmissionBuilder.of(own)
                .value(own.indicator(), "ACTUAL", "1234")
                .file(Api.admin())
                .is(201);
        Answer after =
                Api.admin().header("If-None-Match", before.etag()).get(path).is(200);
        assertThat(after.text("/text")).isEqualTo("Có 1.234");
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(after.text("/etag")).isEqualTo("1");
    }

    @Test
    void everyReferenceThatIsWrongIsToldWithItsPlace() {
        String body =
                "🏛 {{%sx}} và {{chagne: %s}}\n{{tasks: completd}} {{%s breakdown.payment=prepaid}} {{%s measure=PLN}}"
                        .formatted(code, code, code, code);
        Answer answer = refused(body);
        assertThat(answer.pointers()).containsExactly("/body", "/body", "/body", "/body", "/body");
        for (JsonNode error : answer.at("/errors")) {
            int start = error.at("/position/start").asInt();
            String place =
                    body.substring(start, start + error.at("/position/length").asInt());
            assertThat(place).startsWith("{{").endsWith("}}");
            switch (error.path("code").asText()) {
                case "unknown-reference" ->
                    assertThat(error.path("expected").asText()).isEqualTo(place.contains("tasks") ? "completed" : code);
                case "unknown-breakdown" ->
                    assertThat(error.path("actual").asText()).isEqualTo("payment=prepaid");
                case "reference-invalid" -> {
                    assertThat(error.path("actual").asText()).isEqualTo(place);
                    assertThat(error.path("expected").asText())
                            .isEqualTo(
                                    place.contains("PLN")
                                            ? "{{%s measure=PLAN}}".formatted(code)
                                            : "{{change: %s}}".formatted(code));
                }
                default -> throw new AssertionError(error.toString());
            }
        }
        assertThat(answer.errorCodes())
                .containsExactlyInAnyOrder(
                        "unknown-reference",
                        "unknown-reference",
                        "unknown-breakdown",
                        "reference-invalid",
                        "reference-invalid");
        assertThat(answer.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void aPatchIsCheckedAsWellAndWhatIsEscapedOrCodeIsNot() {
        Answer section = SectionBuilder.of(scene).create();
        Answer answer =
                Desk.patch(Api.admin().english(), section, "body", "x {{").is(422);
        assertThat(answer.errorCodes()).containsExactly("reference-invalid");
        assertThat(answer.at("/errors/0/position/start").asInt()).isEqualTo(2);
        assertThat(answer.text("/errors/0/message")).contains("at position 3 cannot be read");
        Answer written = Desk.patch(Api.admin(), section, "body", "\\{{x}} `{{y z}}`\n\n    {{")
                .is(200);
        assertThat(Desk.rendered(Api.admin(), written).at("/references")).isEmpty();
    }

    @Test
    void aTextHasNoMoreReferencesThanAnAnswerCanTellOf() {
        Answer answer = SectionBuilder.of(scene)
                .body("{{ab}}".repeat(1_001))
                .post(Api.admin())
                .is(400);
        assertThat(answer.errorCodes()).containsExactly("out-of-bounds");
        assertThat(answer.text("/errors/0/actual")).isEqualTo("1001");
        Answer many = SectionBuilder.of(scene)
                .body(("{{" + code + "}} ").repeat(1_000))
                .create();
        Answer rendered = Desk.rendered(Api.admin(), many);
        assertThat(rendered.at("/references")).hasSize(1_000);
        assertThat(SectionBuilder.of(scene)
                        .body("{{x y}}".repeat(900))
                        .post(Api.admin())
                        .is(422)
                        .at("/totalErrors")
                        .asInt())
                .isEqualTo(900);
    }

    @Test
    void aTextHasNoMorePeriodsThanCanBeReadAtOnce() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            body.append("{{%s period=%d-%02d}} ".formatted(code, 2000 + i / 12, 1 + i % 12));
        }
        Answer answer =
                SectionBuilder.of(scene).body(body.toString()).post(Api.admin()).is(400);
        assertThat(answer.errorCodes()).containsExactly("out-of-bounds");
        assertThat(answer.text("/errors/0/actual")).isEqualTo("101");
        String shorter = body.substring(body.indexOf(" {{") + 1);
        Answer section = SectionBuilder.of(scene).body(shorter).create();
        assertThat(Desk.rendered(Api.admin(), section).at("/references")).hasSize(100);
    }

    @Test
    void numbersOverRowsAreReferencesThoughThereMayBeNone() {
        Answer section = SectionBuilder.of(scene)
                .body("{{tasks: completed}} {{inspections: fines}} {{petitions: received}}")
                .create();
        Answer rendered = Desk.rendered(Api.admin(), section);
        assertThat(rendered.at("/references")).hasSize(3);
    }

    /** The window is that of the regime, so the link has to say so. */
    @Test
    void aCountedNumberLinksToTheSameNumber() {
        TestOrganization department = new OrganizationBuilder().create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(department.code())
                .with("calendar", "ADMINISTRATIVE_15_14")
                .create();
        Collections.open(regime, "2018-Q1");
        new TaskBuilder(department).assignedOn("2018-02-01").create();
        new TaskBuilder(department).assignedOn("2018-03-20").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-02-01").create();
        new InspectionBuilder().of(department).with("startedOn", "2018-03-20").create();
        Answer rendered = Desk.rendered(
                department.admin(),
                new SectionBuilder(regime, department)
                        .body("{{tasks: received}} {{inspections: count}}")
                        .create());
        assertThat(rendered.text("/text")).isEqualTo("1 1");
        String tasks = rendered.text("/references/0/evidence/0");
        assertThat(department.admin().get(tasks).is(200).text("/received/counted"))
                .isEqualTo("1");
        String inspections = rendered.text("/references/1/evidence/0");
        assertThat(department.admin().get(inspections).is(200).text("/inspections/count/counted"))
                .isEqualTo("1");
    }

    /** What the author reads as stated must not come to another reader as another number. */
    @Test
    void totalsThatTheReaderMayNotReadAreNotCountedInstead() {
        TestOrganization province = new OrganizationBuilder().kind("PROVINCE").create();
        TestOrganization first = new OrganizationBuilder().under(province).create();
        TestOrganization reporter =
                OrganizationBuilder.operator().under(province).create();
        String received = new IndicatorBuilder()
                .with("kind", "FLOW")
                .with("states", "tasks.received")
                .create();
        String visits = new IndicatorBuilder()
                .with("kind", "FLOW")
                .with("states", "inspections.count")
                .create();
        String mine = new RegimeBuilder()
                .owner(province)
                .receiver(first)
                .expects(new IndicatorBuilder().create(), "QUARTER")
                .create();
        String other = new RegimeBuilder()
                .owner(province)
                .receiver(new OrganizationBuilder().under(province).create())
                .expects(received, "QUARTER")
                .expects(visits, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(mine, "2018-Q1");
        Collections.open(other, "2018-Q1");
        new TaskBuilder(reporter).assignedOn("2018-02-01").create();
        new SubmissionBuilder(other, reporter)
                .value(received, "ESTIMATE", "45")
                .value(visits, "ESTIMATE", "7")
                .file(Api.admin())
                .is(201);
        Answer section = new SectionBuilder(mine, reporter)
                .body("{{tasks: received}} {{tasks: assigned}} {{tasks: rate}} {{inspections: count}}")
                .create();
        assertThat(Desk.rendered(reporter.admin(), section).text("/text")).isEqualTo("45 1 0 7");
        Answer told = Desk.rendered(first.admin(), section);
        assertThat(told.text("/text")).isEqualTo("… 1 … …");
        assertThat(told.text("/references/0/missing/0")).isEqualTo("tasks: received");
        String statistics = "/v1/tasks/statistics?organization=%s&period=2018-Q1".formatted(reporter.code());
        assertThat(first.admin().get(statistics).is(200).at("/received/stated").isNull())
                .isTrue();
        assertThat(reporter.admin().get(statistics).is(200).text("/received/stated"))
                .isEqualTo("45");
        assertThat(first.admin()
                        .get("/v1/inspections/statistics?organization=%s&period=2018-Q1".formatted(reporter.code()))
                        .is(200)
                        .at("/inspections/count/stated")
                        .isNull())
                .isTrue();
    }

    @Test
    void figuresThatTheReaderMayNotReadAreMissing() {
        TestOrganization province = new OrganizationBuilder().kind("PROVINCE").create();
        TestOrganization first = new OrganizationBuilder().under(province).create();
        TestOrganization second = new OrganizationBuilder().under(province).create();
        TestOrganization reporter =
                OrganizationBuilder.operator().under(province).create();
        String open = new IndicatorBuilder().create();
        String hidden = new IndicatorBuilder().create();
        String mine = new RegimeBuilder()
                .owner(province)
                .receiver(first)
                .expects(open, "QUARTER")
                .autoApprove()
                .create();
        String other = new RegimeBuilder()
                .owner(province)
                .receiver(second)
                .expects(hidden, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(mine, "2018-Q1");
        Collections.open(other, "2018-Q1");
        new SubmissionBuilder(mine, reporter)
                .value(open, "ACTUAL", "11")
                .file(Api.admin())
                .is(201);
        new SubmissionBuilder(other, reporter)
                .value(hidden, "ACTUAL", "22")
                .file(Api.admin())
                .is(201);
        Answer section = new SectionBuilder(mine, reporter)
                .body("{{" + open + "}} {{" + hidden + "}}")
                .create();
        assertThat(Desk.rendered(reporter.admin(), section).text("/text")).isEqualTo("11 22");
        assertThat(Desk.rendered(province.admin(), section).text("/text")).isEqualTo("11 22");
        Answer received = Desk.rendered(first.admin(), section);
        assertThat(received.text("/text")).isEqualTo("11 …");
        assertThat(received.at("/references/1/missing/0").asText()).isEqualTo(hidden);
        assertThat(received.text()).doesNotContain("22\"");
    }

    @Test
    void theReceiversOwnReportTellsTheSumOverItsReporters() {
        Answer section = new SectionBuilder(scene.regime(), scene.department())
                .body("{{" + code + "}}")
                .create();
        Answer rendered = Desk.rendered(Api.admin(), section);
        assertThat(rendered.text("/text")).isEqualTo("989.342");
        assertThat(only(rendered).path("source").asText()).isEqualTo("DERIVED");
        assertThat(only(rendered).path("evidence")).hasSize(1);
        assertThat(only(rendered).has("submission")).isFalse();
    }
}
