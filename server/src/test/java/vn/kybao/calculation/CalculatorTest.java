package vn.kybao.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.Derivation;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.OrganizationAggregation;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.api.model.TimeAggregation;
import vn.kybao.api.model.Unit;
import vn.kybao.api.model.ValueState;
import vn.kybao.api.model.ValueType;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.ProblemCode;

class CalculatorTest {
    private final Filed filed = new Filed();
    private final Calculator calculator = new Calculator(filed);

    /** What was filed, in memory. */
    private static final class Filed implements FigureSource {
        private final List<StatedFigure> figures = new ArrayList<>();
        private final Map<String, FigureSpec> specs = new HashMap<>();
        private final Map<String, List<String>> reporters = new HashMap<>();

        void spec(String code, int decimals, TimeAggregation time, String formula) throws Formula.UnreadableException {
            specs.put(
                    code,
                    new FigureSpec(
                            code,
                            new LocalizedText().vi(code),
                            new Unit().code("unit"),
                            ValueType.QUANTITY,
                            IndicatorKind.FLOW,
                            decimals,
                            time,
                            formula == null ? OrganizationAggregation.SUM : OrganizationAggregation.NONE,
                            formula == null ? null : Formula.parse(formula),
                            null,
                            null));
        }

        void figure(String organization, String indicator, String period, Measure measure, String value) {
            figures.add(new StatedFigure(
                    "id-" + figures.size(),
                    organization,
                    indicator,
                    period,
                    measure,
                    "",
                    value == null ? null : new BigDecimal(value),
                    value == null ? ValueState.NOT_APPLICABLE : ValueState.REPORTED,
                    Qualifier.EXACT,
                    value == null ? null : new BigDecimal(value).scale(),
                    null,
                    null,
                    null,
                    null,
                    "regime",
                    "submission",
                    1,
                    Instant.EPOCH,
                    null));
        }

        @Override
        public Optional<ReportingCalendar> calendar(String regime) {
            return Optional.of(ReportingCalendar.CALENDAR);
        }

        @Override
        public List<StatedFigure> stated(
                String organization, String indicator, CalendarPeriod period, String breakdown) {
            return figures.stream()
                    .filter(f -> f.organization().equals(organization)
                            && f.indicator().equals(indicator)
                            && f.period().equals(period.code())
                            && f.breakdown().equals(breakdown))
                    .toList();
        }

        @Override
        public Optional<FigureSpec> spec(String indicator) {
            return Optional.ofNullable(specs.get(indicator));
        }

        @Override
        public List<String> expectedReporters(
                String organization, String indicator, CalendarPeriod period, MeasureRange range) {
            return reporters.getOrDefault(organization, List.of());
        }
    }

    private Figure figure(String indicator, String period, MeasureRange range) {
        return calculator.figure("dept", indicator, CalendarPeriod.parse(period).orElseThrow(), range);
    }

    private Figure best(String indicator, String period) {
        return figure(indicator, period, MeasureRange.BEST);
    }

    @Test
    void theBestMeasureStands() throws Formula.UnreadableException {
        filed.spec("count", 0, TimeAggregation.SUM, null);
        filed.figure("dept", "count", "2018-Q1", Measure.ESTIMATE, "1");
        filed.figure("dept", "count", "2018-Q1", Measure.ACTUAL, "2");
        filed.figure("dept", "count", "2018-Q1", Measure.PLAN, "9");
        assertThat(best("count", "2018-Q1").value()).isEqualByComparingTo("2");
        assertThat(figure("count", "2018-Q1", MeasureRange.exactly(Measure.PLAN))
                        .value())
                .isEqualByComparingTo("9");
        assertThat(figure("count", "2018-Q1", MeasureRange.exactly(Measure.TARGET))
                        .value())
                .isNull();
    }

    @Test
    void aDerivedValueIsRoundedOnceHalfUpAndBearsTheWeakestMeasure() throws Formula.UnreadableException {
        filed.spec("done", 0, TimeAggregation.SUM, null);
        filed.spec("all", 0, TimeAggregation.SUM, null);
        filed.spec("share", 1, TimeAggregation.NONE, "100 * {done} / {all}");
        filed.figure("dept", "done", "2018-Q1", Measure.ACTUAL, "257");
        filed.figure("dept", "all", "2018-Q1", Measure.ESTIMATE, "262");
        Figure share = best("share", "2018-Q1");
        assertThat(share.value()).isEqualTo("98.1");
        assertThat(share.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(share.derivation()).isEqualTo(Derivation.FORMULA);
        assertThat(figure("share", "2018-Q1", MeasureRange.atLeast(Measure.ACTUAL))
                        .value())
                .as("one input is only an estimate")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"98.1,0", "98,0", "98.09,0", "98.2,1", "97,1"})
    void aStatedRatioIsComparedAtThePrecisionItWasPrintedWith(String stated, int notes)
            throws Formula.UnreadableException {
        filed.spec("done", 0, TimeAggregation.SUM, null);
        filed.spec("share", 1, TimeAggregation.NONE, "100 * {done} / 262");
        filed.figure("dept", "done", "2018-Q1", Measure.ACTUAL, "257");
        filed.figure("dept", "share", "2018-Q1", Measure.ACTUAL, stated);
        Figure share = best("share", "2018-Q1");
        assertThat(share.value()).isEqualByComparingTo("98.1");
        assertThat(share.notes()).hasSize(notes);
    }

    @Test
    void withoutItsInputsADerivedIndicatorIsStatedAndSaysSo() throws Formula.UnreadableException {
        filed.spec("done", 0, TimeAggregation.SUM, null);
        filed.spec("share", 1, TimeAggregation.NONE, "100 * {done} / 262");
        filed.figure("dept", "share", "2018-Q1", Measure.ESTIMATE, "98.1");
        Figure share = best("share", "2018-Q1");
        assertThat(share.source()).isEqualTo(vn.kybao.api.model.FigureSource.STATED);
        assertThat(share.notes()).extracting(n -> n.code()).containsExactly(ProblemCode.INPUTS_MISSING);
        assertThat(share.missing()).extracting(Figure::indicator).containsExactly("done");
    }

    @ParameterizedTest
    @CsvSource({"SUM,60", "LAST,30", "MAX,30", "AVERAGE,20"})
    void aCumulativePeriodRollsUpFromItsParts(TimeAggregation time, String expected)
            throws Formula.UnreadableException {
        filed.spec("x", 0, time, null);
        filed.figure("dept", "x", "2018-Q1", Measure.ACTUAL, "10");
        filed.figure("dept", "x", "2018-Q2", Measure.ACTUAL, "20");
        filed.figure("dept", "x", "2018-Q3", Measure.ESTIMATE, "30");
        Figure nine = best("x", "2018-9M");
        assertThat(nine.value()).isEqualByComparingTo(expected);
        assertThat(nine.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(nine.derivation()).isEqualTo(Derivation.ROLL_UP);
    }

    @Test
    void anAverageIsTakenOverPartsOfOneLengthAndRoundedOnce() throws Formula.UnreadableException {
        filed.spec("mean", 0, TimeAggregation.AVERAGE, null);
        filed.figure("dept", "mean", "2018-Q1", Measure.ACTUAL, "1");
        filed.figure("dept", "mean", "2018-Q2", Measure.ACTUAL, "2");
        filed.figure("dept", "mean", "2018-Q3", Measure.ACTUAL, "4");
        filed.figure("dept", "mean", "2018-Q4", Measure.ACTUAL, "4");
        // Over the halves it would be 3: 1.5 and 4 rounded to 2 and 4 first.
        assertThat(best("mean", "2018").value()).isEqualByComparingTo("3");
        assertThat(best("mean", "2018-9M").value()).isEqualByComparingTo("2");
    }

    @Test
    void aPartThatIsMissingIsNotZero() throws Formula.UnreadableException {
        filed.spec("x", 0, TimeAggregation.SUM, null);
        filed.figure("dept", "x", "2018-Q1", Measure.ACTUAL, "10");
        assertThat(best("x", "2018-H1").value()).isNull();
        filed.spec("never", 0, TimeAggregation.NONE, null);
        filed.figure("dept", "never", "2018-Q1", Measure.ACTUAL, "10");
        filed.figure("dept", "never", "2018-Q2", Measure.ACTUAL, "10");
        assertThat(best("never", "2018-H1").value()).isNull();
    }

    @Test
    void theSumOverReportersWaitsForAllOfThem() throws Formula.UnreadableException {
        filed.spec("x", 0, TimeAggregation.SUM, null);
        filed.reporters.put("dept", List.of("one", "two", "three"));
        filed.figure("one", "x", "2018-Q1", Measure.ACTUAL, "10");
        filed.figure("two", "x", "2018-Q1", Measure.ACTUAL, null);
        Figure waiting = best("x", "2018-Q1");
        assertThat(waiting.value()).isNull();
        assertThat(waiting.missing()).extracting(Figure::organization).containsExactly("three");
    }

    @Test
    void anEndlessFormulaEnds() throws Formula.UnreadableException {
        filed.spec("chain", 0, TimeAggregation.NONE, "{chain period=previous} + 1");
        assertThat(best("chain", "2018-Q1").value()).isNull();
    }
}
