package vn.kybao.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** What an organization fills in. */
class FormIT {
    private static final String SPLIT = """
            [{"dimension": "payment", "name": {"vi": "Hình thức thanh toán"}, "exhaustive": true,
              "codes": [{"code": "prepaid", "name": {"vi": "trả trước"}},
                        {"code": "postpaid", "name": {"vi": "trả sau"}}]}]""";

    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();

    private String path(String regime) {
        return path(regime, operator, Scene.PERIOD);
    }

    private static String path(String regime, TestOrganization organization, String period) {
        return "/v1/regimes/" + regime + "/form?organization=" + organization.code() + "&period=" + period;
    }

    @Test
    void hasARowForEachMeasureAndEachPartInTheOrderOfTheRegime() {
        String count = new IndicatorBuilder().withJson("breakdowns", SPLIT).create();
        String revenue = IndicatorBuilder.revenue().create();
        String regime = new RegimeBuilder()
                .owner(department)
                .expectsJson(revenue, """
                        [{"periodType": "QUARTER", "measures": ["PLAN", "ESTIMATE"], "required": true}]""")
                .expectsJson(count, """
                        [{"periodType": "QUARTER", "measures": ["ACTUAL"], "breakdowns": ["payment"], "required": true}]""")
                .create();
        Answer form = operator.admin().get(path(regime)).is(200);
        assertThat(form.text("/windowStart")).isEqualTo("2018-01-01");
        assertThat(form.at("/rows").valueStream().map(FormIT::key))
                .containsExactly(
                        revenue + " ESTIMATE {}",
                        revenue + " PLAN {}",
                        count + " ACTUAL {}",
                        count + " ACTUAL {\"payment\":\"prepaid\"}",
                        count + " ACTUAL {\"payment\":\"postpaid\"}");
        assertThat(form.at("/rows")
                        .valueStream()
                        .map(row -> row.path("required").asBoolean()))
                .containsExactly(true, true, true, false, false);
        assertThat(form.text("/rows/0/unit/code")).isEqualTo("million-vnd");
        assertThat(form.at("/rows/0").has("lastPeriod")).isFalse();
    }

    @Test
    void showsWhatIsKnownBesideTheCellToFillIn() {
        String count = new IndicatorBuilder().create();
        String regime = new RegimeBuilder()
                .owner(department)
                .expectsJson(count, """
                        [{"periodType": "QUARTER", "measures": ["ESTIMATE"]},
                         {"periodType": "YEAR", "measures": ["PLAN"]}]""")
                .autoApprove()
                .create();
        Collections.open(regime, Scene.PERIOD);
        Collections.open(regime, "2017-Q4");
        Collections.open(regime, "2018");
        file(regime, "2017-Q4", "2018-01-10", count, "ESTIMATE", "257", "257");
        file(regime, "2018", "2018-01-10", count, "PLAN", "1501", "1.501");
        file(regime, Scene.PERIOD, "2018-03-23", count, "ESTIMATE", "260", "260");
        JsonNode row = operator.admin().get(path(regime)).is(200).at("/rows/0");
        assertThat(row.at("/lastPeriod/value").asText()).isEqualTo("257");
        assertThat(row.at("/lastPeriod/period").asText()).isEqualTo("2017-Q4");
        assertThat(row.at("/plan/value").asText()).isEqualTo("1501");
        assertThat(row.at("/plan/text").asText()).isEqualTo("1.501");
        assertThat(row.at("/plan/measure").asText()).isEqualTo("PLAN");
        assertThat(row.at("/filed/value").asText()).isEqualTo("260");
    }

    @Test
    void isOpenToTheReporterThoseAboveAndTheReceiverOnly() {
        TestOrganization receiver = new OrganizationBuilder().under(department).create();
        TestOrganization stranger = new OrganizationBuilder().create();
        TestOrganization rival =
                OrganizationBuilder.operator().under(department).create();
        String regime = new RegimeBuilder().owner(department).receiver(receiver).create();
        for (TestOrganization reader : new TestOrganization[] {operator, department, receiver}) {
            reader.with("read").get(path(regime)).is(200);
        }
        for (TestOrganization reader : new TestOrganization[] {stranger, rival}) {
            assertThat(reader.with("read").get(path(regime)).is(404).problem()).isEqualTo("not-found");
        }
    }

    @Test
    void thereIsNoneForWhoeverDoesNotReport() {
        String regime = new RegimeBuilder().owner(department).create();
        department.admin().get(path(regime, department, Scene.PERIOD)).is(404);
        operator.admin().get(path("nothing-here")).is(404);
        operator.admin().get(path(regime, operator, "2018-Q9")).is(404);
        Api.admin().get("/v1/regimes/" + regime + "/form?period=2018-Q1").is(400);
    }

    @Test
    void isEmptyWhereNothingIsExpectedInThatTypeOfPeriod() {
        String regime = new RegimeBuilder().owner(department).create();
        assertThat(operator.admin()
                        .get(path(regime, operator, "2018-05"))
                        .is(200)
                        .at("/rows"))
                .isEmpty();
    }

    @Test
    void theSameFormIsTheSameBytes() {
        String regime = new RegimeBuilder().owner(department).create();
        String file = path(regime).replace("/form?", "/form/file?");
        Answer first = operator.admin().get(file).is(200);
        Answer again = operator.admin().get(file).is(200);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        operator.admin().header("If-None-Match", first.etag()).get(file).is(304);
        assertThat(first.header("Content-Disposition"))
                .hasValue("attachment; filename=\"" + regime + ".2018-Q1." + operator.code() + ".xlsx\"");
        operator.admin().get(file + "&format=xlsx").is(200);
        operator.admin().get(file + "&format=pdf").is(400);
    }

    private void file(
            String regime,
            String period,
            String compiledOn,
            String indicator,
            String measure,
            String value,
            String text) {
        new SubmissionBuilder(regime, operator)
                .period(period)
                .with("compiledOn", compiledOn)
                .valueJson("""
                        {"indicator": "%s", "measure": "%s", "value": "%s", "text": "%s"}""".formatted(indicator, measure, value, text))
                .file(operator.admin())
                .is(201);
    }

    private static String key(JsonNode row) {
        return row.path("indicator").asText() + " " + row.path("measure").asText() + " " + row.path("breakdown");
    }
}
