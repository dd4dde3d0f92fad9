package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** Checking before filing answers what filing would do, and what would follow from it. */
class ValidateIT {
    private final Scene scene = Scene.create();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private Answer validate(SubmissionBuilder filing) {
        return operator.post("/v1/submissions/validate", filing.json()).is(200);
    }

    @Test
    void theDerivedFiguresAndTheRowsOfTheAnnexAreShownAsTheyWouldBe() {
        String done = new IndicatorBuilder().create();
        String all = new IndicatorBuilder().create();
        String share = new IndicatorBuilder()
                .with("valueType", "RATIO")
                .with("kind", "RATIO")
                .with("decimals", 1)
                .with("organizationAggregation", "NONE")
                .formula("100 * {%s} / {%s}".formatted(done, all))
                .create();
        String untouched = new IndicatorBuilder().create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(done, "QUARTER")
                .expects(all, "QUARTER")
                .expects(share, "QUARTER")
                .expects(untouched, "QUARTER")
                .autoApprove()
                .create();
        for (String period : new String[] {"2017-Q1", "2018-Q1"}) {
            Collections.open(regime, period);
        }
        new SubmissionBuilder(regime, scene.operator())
                .period("2017-Q1")
                .value(done, "ESTIMATE", "80")
                .value(all, "ESTIMATE", "100")
                .file(operator)
                .is(201);
        new SubmissionBuilder(regime, scene.operator())
                .value(all, "ESTIMATE", "119")
                .value(untouched, "ESTIMATE", "1")
                .file(operator)
                .is(201);

        Answer checked = validate(new SubmissionBuilder(regime, scene.operator()).value(done, "ESTIMATE", "88"));
        assertThat(checked.text("/wouldBe")).isEqualTo("IN_FORCE");
        assertThat(checked.at("/derived")).hasSize(1);
        assertThat(checked.text("/derived/0/indicator")).isEqualTo(share);
        assertThat(checked.text("/derived/0/value")).isEqualTo("73.9");
        assertThat(checked.text("/derived/0/derivation")).isEqualTo("FORMULA");
        assertThat(checked.at("/comparisons").findValuesAsText("indicator")).contains(done, share);
        assertThat(checked.at("/comparisons")).hasSize(2);
        assertThat(checked.text("/comparisons/0/vsSamePeriod/percent")).isEqualTo("110");
        assertThat(checked.text("/comparisons/1/current/value")).isEqualTo("73.9");
        assertThat(checked.text("/comparisons/1/samePeriodLastYear/value")).isEqualTo("80");

        assertThat(operator.get("/v1/observations?organization="
                                + scene.operator().code() + "&period=2018-Q1&indicator=" + done)
                        .is(200)
                        .items("value"))
                .as("nothing was stored")
                .isEmpty();
    }

    @Test
    void whatWouldBeRejectedHasNoConsequences() {
        Answer checked = validate(SubmissionBuilder.of(scene).value(scene.indicator(), "ESTIMATE", "-1"));
        assertThat(checked.text("/wouldBe")).isEqualTo("REJECTED");
        assertThat(checked.at("/comparisons")).isEmpty();
        assertThat(checked.at("/totals").toString())
                .isEqualTo("[{\"code\":\"count-integral\",\"severity\":\"ERROR\",\"count\":1}]");
    }

    @Test
    void whatWouldWaitForAnAnswerSaysSo() {
        Collections.open(scene.regime(), "2017-Q1");
        new SubmissionBuilder(scene.regime(), scene.operator())
                .period("2017-Q1")
                .value(scene.indicator(), "ESTIMATE", "400000")
                .file(operator)
                .is(201);
        Scene auto = Scene.autoApproved();
        Api files = auto.operator().with("read", "submissions:write");
        Collections.open(auto.regime(), "2017-Q1");
        new SubmissionBuilder(auto.regime(), auto.operator())
                .period("2017-Q1")
                .value(auto.indicator(), "ESTIMATE", "400000")
                .file(files)
                .is(201);
        Answer checked = files.post(
                        "/v1/submissions/validate",
                        SubmissionBuilder.of(auto)
                                .value(auto.indicator(), "ESTIMATE", "412")
                                .json())
                .is(200);
        assertThat(checked.text("/wouldBe")).isEqualTo("AWAITING_JUSTIFICATION");
        assertThat(validate(SubmissionBuilder.of(scene).value(scene.indicator(), "ESTIMATE", "412"))
                        .text("/wouldBe"))
                .as("figures that only wait are held against nothing")
                .isEqualTo("AWAITING_REVIEW");
    }

    @Test
    void partialWouldLandWhatIsGood() {
        Answer checked = validate(SubmissionBuilder.of(scene)
                .with("mode", "PARTIAL")
                .value(scene.indicator(), "ESTIMATE", "1")
                .value(scene.indicator(), "PLAN", "-1"));
        assertThat(checked.text("/wouldBe")).isEqualTo("AWAITING_REVIEW");
        assertThat(checked.text("/counts/rejected")).isEqualTo("1");
        assertThat(checked.text("/counts/created")).isEqualTo("1");
    }
}
