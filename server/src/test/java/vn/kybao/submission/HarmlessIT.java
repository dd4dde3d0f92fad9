package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** What one caller sends never keeps others from reading. */
class HarmlessIT {
    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");

    @ParameterizedTest
    @ValueSource(
            strings = {"0000-01-01", "1582-10-10", "1899-12-31", "2200-01-01", "2018-02-30", "2018-03-31T00:00:00Z"})
    void datesOutsideTheContractAreRefusedOnce(String date) {
        Answer refused = SubmissionBuilder.of(scene)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "1", "asOf": "%s"}""".formatted(scene.indicator(), date))
                .file(operator)
                .is(400);
        assertThat(refused.errorCodes()).containsExactly("wrong-format");
        assertThat(refused.pointers()).containsExactly("/values/0/asOf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2018-03-31", "2199-12-31"})
    void datesAreReadAsTheyWereSent(String date) {
        SubmissionBuilder.of(scene)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": "1", "asOf": "%s"}""".formatted(scene.indicator(), date))
                .file(operator)
                .is(201);
        Answer read =
                operator.get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1");
        assertThat(read.items("asOf")).containsExactly(date);
    }

    @Test
    void aDivisionByZeroIsNoFigureAndNoFault() {
        String top = IndicatorBuilder.revenue().create();
        String bottom = IndicatorBuilder.revenue().create();
        String ratio = IndicatorBuilder.revenue()
                .formula("{%s} / {%s}".formatted(top, bottom))
                .create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(top, "QUARTER")
                .expects(bottom, "QUARTER")
                .expects(ratio, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, scene.operator())
                .value(top, "ESTIMATE", "5")
                .value(bottom, "ESTIMATE", "0")
                .file(operator)
                .is(201);
        Answer annex = operator.get("/v1/comparisons?period=2018-Q1&regime=" + regime + "&organization="
                        + scene.operator().code())
                .is(200);
        assertThat(annex.at("/items/2/current/value").isNull()).isTrue();
    }

    @Test
    void aFormulaThatNamesItsMeasuresIsListedOnceAndEveryPageEnds() {
        String figure = IndicatorBuilder.revenue().create();
        String pace = IndicatorBuilder.revenue()
                .with("decimals", 1)
                .formula("100 * {%s measure=ESTIMATE} / {%s measure=PLAN}".formatted(figure, figure))
                .create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(figure, "QUARTER")
                .expects(pace, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, scene.operator())
                .value(figure, "ESTIMATE", "7")
                .value(figure, "PLAN", "10")
                .file(operator)
                .is(201);
        String list = "/v1/observations?period=2018-Q1&limit=1&organization="
                + scene.operator().code();
        Answer page = operator.get(list);
        int items = 0;
        for (int pages = 0; pages < 10; pages++) {
            items += page.at("/items").size();
            if (page.at("/nextCursor").isNull()) {
                break;
            }
            page = operator.get(list + "&cursor=" + page.text("/nextCursor"));
        }
        assertThat(page.at("/nextCursor").isNull()).isTrue();
        assertThat(operator.get(list.replace("&limit=1", "")).items("indicator"))
                .hasSize(items)
                .containsOnlyOnce(pace);
        Answer annex = operator.get("/v1/comparisons?period=2018-Q1&regime=" + regime + "&organization="
                + scene.operator().code());
        assertThat(annex.at("/items/1/plan/value").isNull())
                .as("an estimate is no plan")
                .isTrue();
        assertThat(annex.text("/items/1/current/value")).isEqualTo("70");
    }
}
