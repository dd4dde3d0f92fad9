package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** Which answer goes with which finding, who may give it, and what counts as filed. */
class AnswersIT {
    private final Scene scene = Scene.create();
    private final Api operator = scene.operator().with("read", "submissions:write");
    private final String first = new IndicatorBuilder().create();
    private final String second = new IndicatorBuilder().create();

    private String regime(RegimeBuilder regime) {
        String code = regime.create();
        Collections.open(code, "2018-Q1");
        return code;
    }

    private RegimeBuilder both() {
        return new RegimeBuilder()
                .owner(scene.department())
                .expects(first, "QUARTER")
                .expects(second, "QUARTER");
    }

    private String rule(String indicator) {
        return new RuleBuilder()
                .owner(scene.department())
                .expression("{%s} <= 10".formatted(indicator))
                .with("severity", "WARNING")
                .with("needsJustification", true)
                .create();
    }

    private SubmissionBuilder eleven(String regime) {
        return new SubmissionBuilder(regime, scene.operator())
                .value(first, "ESTIMATE", "11")
                .value(second, "ESTIMATE", "11");
    }

    private static String answers(Answer filed, int... findings) {
        StringBuilder list = new StringBuilder();
        for (int finding : findings) {
            list.append(list.isEmpty() ? "" : ", ").append("""
                    {"finding": "%s", "text": "Đúng."}""".formatted(filed.text("/findings/" + finding + "/id")));
        }
        return "{\"justifications\": [" + list + "]}";
    }

    private static String justifications(Answer filed) {
        return "/v1/submissions/" + filed.text("/id") + "/justifications";
    }

    @Test
    void everyFindingThatNeedsAnAnswerIsAnsweredBeforeItMovesOn() {
        rule(first);
        rule(second);
        Answer filed = eleven(regime(both())).file(operator).is(201);
        Answer one = operator.post(justifications(filed), answers(filed, 0)).is(200);
        assertThat(one.text("/status")).isEqualTo("AWAITING_JUSTIFICATION");
        operator.ifMatch(filed.etag())
                .post(justifications(filed), answers(filed, 1))
                .is(412);
        assertThat(operator.ifMatch(one.etag())
                        .post(justifications(filed), answers(filed, 1))
                        .is(200)
                        .text("/status"))
                .isEqualTo("AWAITING_REVIEW");
        Answer other = eleven(regime(both().code("again-" + first))).file(operator);
        assertThat(other.status()).isEqualTo(201);
        assertThat(operator.post(justifications(other), answers(other, 0, 1))
                        .is(200)
                        .text("/status"))
                .as("two answers in one request")
                .isEqualTo("AWAITING_REVIEW");
    }

    @ParameterizedTest
    @CsvSource({
        "own, AWAITING_REVIEW, 0",
        "rule-broken, AWAITING_JUSTIFICATION, 1",
        "value-range, AWAITING_JUSTIFICATION, 1"
    })
    void anAnswerNamesTheCodeOfTheFinding(String code, String status, int unused) {
        String rule = rule(first);
        Answer filed = new SubmissionBuilder(regime(both()), scene.operator())
                .value(first, "ESTIMATE", "11")
                .withJson("justifications", """
                        [{"code": "%s", "text": "Đúng."}]""".formatted(code.equals("own") ? rule : code))
                .file(operator)
                .is(201);
        assertThat(filed.text("/status")).isEqualTo(status);
        assertThat(filed.at("/findings").findValuesAsText("code"))
                .filteredOn("justification-unused"::equals)
                .hasSize(unused);
    }

    @Test
    void anErrorIsNotAnswered() {
        Answer filed = new SubmissionBuilder(regime(both()), scene.operator())
                .with("mode", "PARTIAL")
                .value(first, "ESTIMATE", "-1")
                .value(second, "ESTIMATE", "1")
                .withJson("justifications", """
                        [{"code": "count-integral", "text": "Đúng."}]""")
                .file(operator)
                .is(201);
        assertThat(filed.at("/findings").findValuesAsText("code"))
                .containsExactly("count-integral", "justification-unused");
        assertThat(filed.at("/justifications")).isEmpty();
    }

    @Test
    void aReceiverBesideTheReporterReadsButDoesNotAnswer() {
        rule(first);
        TestOrganization receiver =
                new OrganizationBuilder().under(scene.department()).create();
        Answer filed = eleven(regime(both().receiver(receiver))).file(operator).is(201);
        Answer refused = receiver.with("read", "submissions:write").post(justifications(filed), answers(filed, 0));
        assertThat(refused.is(403).problem()).isEqualTo("not-owner");
    }

    private String required(String mode) {
        return regime(new RegimeBuilder()
                .owner(scene.department())
                .expectsJson(first, """
                        [{"periodType": "QUARTER", "measures": ["ESTIMATE"], "required": %s},
                         {"periodType": "YEAR", "measures": ["ACTUAL"], "required": true}]""".formatted(mode))
                .expects(second, "QUARTER"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void whatIsRequiredOfThePeriodIsMissed(String mode, int missing) {
        Answer filed = new SubmissionBuilder(required(mode), scene.operator())
                .value(second, "ESTIMATE", "1")
                .file(operator)
                .is(201);
        assertThat(filed.at("/findings").findValuesAsText("code"))
                .filteredOn("required-missing"::equals)
                .hasSize(missing);
    }

    @Test
    void whatWaitsAndWhatIsRefusedIsNotMissedAndWhatIsTakenBackIs() {
        String regime = required("true");
        Answer refused = new SubmissionBuilder(regime, scene.operator())
                .with("mode", "PARTIAL")
                .value(first, "ESTIMATE", "-1")
                .value(second, "ESTIMATE", "1")
                .file(operator)
                .is(201);
        assertThat(refused.at("/findings").findValuesAsText("code")).containsExactly("count-integral");
        new SubmissionBuilder(regime, scene.operator())
                .value(first, "ESTIMATE", "1")
                .file(operator)
                .is(201);
        Answer waiting = new SubmissionBuilder(regime, scene.operator())
                .value(second, "ESTIMATE", "2")
                .file(operator)
                .is(201);
        assertThat(waiting.at("/findings")).isEmpty();
        Answer back = new SubmissionBuilder(regime, scene.operator())
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "state": "NOT_REPORTED", "value": null}""".formatted(first))
                .file(operator)
                .is(201);
        assertThat(back.at("/findings").findValuesAsText("code")).containsExactly("required-missing");
    }

    @Test
    void whoDoesNotReportUnderARegimeIsRefused() {
        TestOrganization other =
                OrganizationBuilder.operator().under(scene.department()).create();
        Answer refused =
                eleven(regime(both().reporters(other.code()))).file(operator).is(422);
        assertThat(refused.errorCodes()).containsExactly("not-a-reporter");
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2017-12-31, 422",
        "CALENDAR, 2018-01-01, 201",
        "ADMINISTRATIVE_15_14, 2017-12-14, 422",
        "ADMINISTRATIVE_15_14, 2017-12-15, 201"
    })
    void aReporterExistsOnADayOfTheWindow(String calendar, String last, int status) {
        TestOrganization ended = OrganizationBuilder.operator()
                .under(scene.department())
                .with("validTo", last)
                .create();
        Answer answer = new SubmissionBuilder(regime(both().with("calendar", calendar)), ended)
                .value(first, "ESTIMATE", "1")
                .file(Api.admin())
                .is(status);
        if (status == 422) {
            assertThat(answer.errorCodes()).containsExactly("subject-valid");
            assertThat(answer.text("/errors/0/message")).contains(ended.code()).contains(last);
        }
    }

    /** The window of the first quarter begins on 15 December. */
    @ParameterizedTest
    @CsvSource({"CALENDAR, 0", "ADMINISTRATIVE_15_14, 1"})
    void aRuleAppliesOnTheDaysOfTheWindow(String calendar, int found) {
        new RuleBuilder()
                .owner(scene.department())
                .expression("{%s} <= 10".formatted(first))
                .with("validTo", "2017-12-20")
                .create();
        assertThat(eleven(regime(both().with("calendar", calendar)))
                        .file(operator)
                        .is(201)
                        .at("/findings"))
                .hasSize(found);
    }
}
