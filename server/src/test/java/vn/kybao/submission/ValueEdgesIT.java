package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** The words of what a regime does not take, and conditions that meet in one value only. */
class ValueEdgesIT {
    private static final String SPLIT = """
            [{"dimension": "state", "name": {"vi": "Tình trạng"}, "exhaustive": false, "codes": [{"code": "x", "name": {"vi": "x"}}]},
             {"dimension": "kind", "name": {"vi": "Loại"}, "exhaustive": false, "codes": [{"code": "a", "name": {"vi": "a"}}]}]""";

    private final Scene scene = Scene.create();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private String regime(String indicator, String takes, String calendar) {
        String code = new RegimeBuilder()
                .owner(scene.department())
                .with("calendar", calendar)
                .expectsJson(indicator, """
                        [{"periodType": "QUARTER", "measures": [%s], "breakdowns": ["kind"]}]""".formatted(takes))
                .autoApprove()
                .create();
        Collections.open(code, "2018-Q1");
        return code;
    }

    private static IndicatorBuilder split() {
        return new IndicatorBuilder().withJson("breakdowns", SPLIT);
    }

    private Answer file(String regime, String value) {
        return new SubmissionBuilder(regime, scene.operator()).valueJson(value).file(operator);
    }

    private static String value(String indicator, String measure, String more) {
        return """
                {"indicator": "%s", "measure": "%s", "value": "1"%s}""".formatted(indicator, measure, more);
    }

    @Test
    void aMeasureThatIsNotCollectedIsNamedWithThoseThatAre() {
        String indicator = split().create();
        Answer refused = file(regime(indicator, "\"ESTIMATE\", \"ACTUAL\"", "CALENDAR"), value(indicator, "PLAN", ""))
                .is(422);
        assertThat(refused.pointers()).containsExactly("/values/0/measure");
        assertThat(refused.text("/errors/0/message"))
                .contains("loại số liệu “Kế hoạch” của “Số thuê bao điện thoại di động”")
                .endsWith("loại được thu thập: Thực hiện, Ước.");
        assertThat(refused.text("/errors/0/expected")).isEqualTo("ACTUAL, ESTIMATE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind; b; không có mục “b”; a",
                "kind; x; không có mục “x”; a",
                "state; x; không nhận phân tổ “state=x”; kind",
                "sort; a; không nhận phân tổ “sort=a”; kind"
            })
    void aBreakdownIsOfTheRegimeAndOfTheIndicator(String dimension, String code, String says, String expected) {
        String indicator = split().create();
        Answer refused = file(
                        regime(indicator, "\"ESTIMATE\"", "CALENDAR"),
                        value(indicator, "ESTIMATE", ", \"breakdown\": {\"" + dimension + "\": \"" + code + "\"}"))
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("unknown-breakdown");
        assertThat(refused.text("/errors/0/message"))
                .contains("“Số thuê bao điện thoại di động”")
                .contains(says);
        assertThat(refused.text("/errors/0/expected")).isEqualTo(expected);
    }

    /** The window of the first quarter begins on 15 December. */
    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2017-12-31, 422",
        "CALENDAR, 2018-01-01, 201",
        "ADMINISTRATIVE_15_14, 2017-12-14, 422",
        "ADMINISTRATIVE_15_14, 2017-12-15, 201"
    })
    void anIndicatorExistsOnADayOfTheWindow(String calendar, String last, int status) {
        String indicator = split().with("validTo", last).create();
        Answer answer = file(regime(indicator, "\"ESTIMATE\"", calendar), value(indicator, "ESTIMATE", ""))
                .is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("subject-valid");
            assertThat(answer.text("/errors/0/message"))
                    .contains("“Số thuê bao điện thoại di động” (" + indicator + ")")
                    .contains(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAN", "TARGET", "ESTIMATE"})
    void nothingIsTakenAfterTheClosing(String measure) {
        Collections.close(scene.collection());
        assertThat(file(scene.regime(), value(scene.indicator(), measure, ""))
                        .is(409)
                        .problem())
                .isEqualTo("period-closed");
    }

    @Test
    void targetsAreTakenWhileTheCollectionIsPlanned() {
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(scene.indicator(), "QUARTER")
                .create();
        Collections.planned(regime, "2018-Q1");
        file(regime, value(scene.indicator(), "TARGET", "")).is(201);
        file(regime, value(scene.indicator(), "ESTIMATE", "")).is(409);
    }

    @Test
    void anActualFigureMayBeTakenOnTheDayItIsCompiled() {
        file(scene.regime(), value(scene.indicator(), "ACTUAL", ", \"asOf\": \"2018-04-10\""))
                .is(201);
    }

    @ParameterizedTest
    @CsvSource({"2, 201", "1.99, 422", "5, 201", "5.01, 422"})
    void theLeastAndTheGreatestAreAllowed(String value, int status) {
        String indicator = IndicatorBuilder.revenue()
                .with("minimum", "2")
                .with("maximum", "5")
                .create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(indicator, "QUARTER")
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, scene.operator())
                .value(indicator, "ESTIMATE", value)
                .file(operator)
                .is(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "measure", "qualifier", "text", "note", "asOf", "breakdown", "state"})
    void theSchemaSeesTheWholeValue(String field) {
        String indicator = split().withJson("schema", """
                        {"required": ["%s"], "properties": {
                           "state": {"const": "NONE_DECLARED"},
                           "breakdown": {"required": ["kind"]}}}""".formatted(field)).create();
        file(regime(indicator, "\"ESTIMATE\"", "CALENDAR"), """
                {"indicator": "%s", "measure": "ESTIMATE", "value": "0", "state": "NONE_DECLARED", "qualifier": "EXACT",
                 "text": "0", "note": "x", "asOf": "2018-03-31", "breakdown": {"kind": "a"}}""".formatted(indicator))
                .is(201);
    }

    @Test
    void anEmptyValueAndAWrongOneAreToldInTheWordsOfTheState() {
        Answer empty = file(scene.regime(), """
                {"indicator": "%s", "measure": "ESTIMATE", "value": null}""".formatted(scene.indicator())).is(422);
        assertThat(empty.text("/errors/0/message"))
                .isEqualTo(
                        "“Số thuê bao điện thoại di động”: trạng thái “Có báo cáo” cần một giá trị, nhưng giá trị để trống."
                                + " Trống không phải là 0.");
        Answer wrong = file(scene.regime(), value(scene.indicator(), "ESTIMATE", ", \"state\": \"NOT_REPORTED\""))
                .is(422);
        assertThat(wrong.text("/errors/0/message"))
                .contains("trạng thái “Chưa báo cáo”")
                .contains("nhưng nhận được 1.");
    }

    /** A rule that was made while a filing waits finds fault with it: what is sent now cannot land beside it. */
    @Test
    void inPartsAFaultOfWhatWaitsRefusesTheFiling() {
        String small = new IndicatorBuilder().create();
        String large = new IndicatorBuilder().create();
        String third = new IndicatorBuilder().create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(small, "QUARTER")
                .expects(large, "QUARTER")
                .expects(third, "QUARTER")
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, scene.operator())
                .value(small, "ESTIMATE", "2")
                .value(large, "ESTIMATE", "1")
                .file(operator)
                .is(201);
        String rule = new RuleBuilder()
                .owner(scene.department())
                .expression("{%s} <= {%s}".formatted(small, large))
                .with("severity", "ERROR")
                .create();
        Answer refused = new SubmissionBuilder(regime, scene.operator())
                .with("mode", "PARTIAL")
                .value(third, "ESTIMATE", "3")
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactly(rule);
        new SubmissionBuilder(regime, scene.operator())
                .with("mode", "PARTIAL")
                .value(large, "ESTIMATE", "2")
                .file(operator)
                .is(201);
    }
}
