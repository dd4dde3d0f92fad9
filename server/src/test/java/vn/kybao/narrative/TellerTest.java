package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.FigureSource;
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
import vn.kybao.calculation.Calculator;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.FigureSpec;
import vn.kybao.calculation.Formula;
import vn.kybao.calculation.MeasureRange;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;

/** The numbers that references stand for, as a report writes them. */
class TellerTest {
    private static final OrganizationRef DEPARTMENT =
            new OrganizationRef("dept", "DEPARTMENT", "/dept/", "Sở", null, null);
    private static final CalendarPeriod PERIOD = CalendarPeriod.parse("2018-Q1").orElseThrow();
    private static final Unit UNIT = new Unit().code("task").name(new LocalizedText().vi("nhiệm vụ"));

    private final List<StatedFigure> filed = new ArrayList<>();
    private final Map<String, FigureSpec> specs = new HashMap<>();
    private final Map<String, List<String>> reporters = new HashMap<>();
    private final Map<Subject, Map<String, Tally>> totals = new HashMap<>();

    private final vn.kybao.calculation.FigureSource source = new vn.kybao.calculation.FigureSource() {
        @Override
        public List<StatedFigure> stated(
                String organization, String indicator, CalendarPeriod period, String breakdown) {
            return filed.stream()
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
        public Optional<ReportingCalendar> calendar(String regime) {
            return Optional.of(ReportingCalendar.CALENDAR);
        }

        @Override
        public List<String> expectedReporters(
                String organization, String indicator, CalendarPeriod period, MeasureRange range) {
            return organization.equals("dept") ? reporters.getOrDefault(indicator, List.of()) : List.of();
        }
    };

    private void indicator(String code, ValueType type, int decimals, @Nullable String formula) {
        specs.put(
                code,
                new FigureSpec(
                        code,
                        new LocalizedText().vi("Doanh thu"),
                        new Unit().code("billion-vnd").name(new LocalizedText().vi("tỷ đồng")),
                        type,
                        IndicatorKind.FLOW,
                        decimals,
                        TimeAggregation.SUM,
                        OrganizationAggregation.SUM,
                        formula == null ? null : parsed(formula),
                        null,
                        null));
    }

    private static Formula parsed(String formula) {
        try {
            return Formula.parse(formula);
        } catch (Formula.UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private void file(
            String organization, String indicator, String period, Measure measure, String value, Integer precision) {
        filed.add(new StatedFigure(
                "id-" + filed.size(),
                organization,
                indicator,
                period,
                measure,
                "",
                new BigDecimal(value),
                ValueState.REPORTED,
                Qualifier.AT_LEAST,
                precision,
                null,
                null,
                null,
                null,
                "regime",
                "submission-" + filed.size(),
                3,
                Instant.EPOCH,
                null));
    }

    private void file(String period, Measure measure, String value) {
        if (!specs.containsKey("revenue")) {
            indicator("revenue", ValueType.MONEY, 0, null);
        }
        file("dept", "revenue", period, measure, value, null);
    }

    private Told tell(String reference) {
        Query query = Narrative.of(reference).mentions().getFirst().query();
        return new Teller(source, new Calculator(source), DEPARTMENT, PERIOD, totals).tell(query);
    }

    private static String decimal(Told told) {
        return told.value() == null ? null : told.value().stripTrailingZeros().toPlainString();
    }

    @Test
    void aFiledFigureIsWrittenAsInVietnamWithWhereItCameFrom() {
        file("2018-Q1", Measure.ESTIMATE, "989342");
        Told told = tell("{{revenue}}");
        assertThat(told.text()).isEqualTo("989.342");
        assertThat(decimal(told)).isEqualTo("989342");
        assertThat(told.unit().getCode()).isEqualTo("billion-vnd");
        assertThat(told.indicator()).isEqualTo("revenue");
        assertThat(told.period()).isEqualTo("2018-Q1");
        assertThat(told.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(told.source()).isEqualTo(FigureSource.REPORTED);
        assertThat(told.stated().qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(told.stated().submission()).isEqualTo("submission-0");
        assertThat(told.evidence()).containsExactly("/v1/observations/id-0");
        assertThat(told.counted()).isNull();
        assertThat(told.missing()).isEmpty();
    }

    @Test
    void theDigitsThatWerePrintedStay() {
        indicator("share", ValueType.PERCENT, 1, null);
        file("dept", "share", "2018-Q1", Measure.ACTUAL, "98", 2);
        file("dept", "share", "2017-Q1", Measure.ACTUAL, "62.85", null);
        file("dept", "share", "2017-Q4", Measure.ACTUAL, "62.85", 1);
        assertThat(tell("{{share}}").text()).isEqualTo("98,00");
        assertThat(tell("{{share period=2017-Q1}}").text()).isEqualTo("62,85");
        assertThat(tell("{{share period=previous}}").text()).isEqualTo("62,85");
    }

    @Test
    void theBestMeasureIsToldUnlessOneIsAskedFor() {
        file("2018-Q1", Measure.ESTIMATE, "1");
        file("2018-Q1", Measure.ACTUAL, "2");
        file("2018-Q1", Measure.PLAN, "3");
        assertThat(tell("{{revenue}}").text()).isEqualTo("2");
        assertThat(tell("{{revenue measure=PLAN}}").text()).isEqualTo("3");
        assertThat(tell("{{revenue measure=ESTIMATE}}").text()).isEqualTo("2");
        assertThat(tell("{{revenue measure=TARGET}}").text()).isEqualTo("…");
    }

    @Test
    void aDerivedFigureHasItsDecimalsAndItsParts() {
        indicator("done", ValueType.COUNT, 0, null);
        indicator("rate", ValueType.PERCENT, 2, "{done} / 8");
        file("dept", "done", "2018-Q1", Measure.ESTIMATE, "36", 0);
        Told told = tell("{{rate}}");
        assertThat(told.text()).isEqualTo("4,50");
        assertThat(told.source()).isEqualTo(FigureSource.DERIVED);
        assertThat(told.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(told.stated()).isNull();
        assertThat(told.evidence()).containsExactly("/v1/observations/id-0");
    }

    @Test
    void aSumOverReportersHasTheDigitsOfItsPartsOrWaitsForThem() {
        indicator("traffic", ValueType.QUANTITY, 4, null);
        reporters.put("traffic", List.of("aa", "bb"));
        file("aa", "traffic", "2018-Q1", Measure.ACTUAL, "1.5", 2);
        assertThat(tell("{{traffic}}").text()).isEqualTo("…");
        assertThat(tell("{{traffic}}").missing()).containsExactly("bb");
        file("bb", "traffic", "2018-Q1", Measure.ACTUAL, "2", 1);
        Told told = tell("{{traffic}}");
        assertThat(told.text()).isEqualTo("3,50");
        assertThat(told.evidence()).containsExactly("/v1/observations/id-0", "/v1/observations/id-1");
    }

    @Test
    void whatIsMissingIsToldAsSuch() {
        indicator("done", ValueType.COUNT, 0, null);
        indicator("due", ValueType.COUNT, 0, null);
        indicator("rate", ValueType.PERCENT, 2, "{done} / {due}");
        file("dept", "done", "2018-Q1", Measure.ESTIMATE, "36", 0);
        Told rate = tell("{{rate}}");
        assertThat(rate.text()).isEqualTo("…");
        assertThat(rate.value()).isNull();
        assertThat(rate.missing()).containsExactly("due");
        assertThat(rate.indicator()).isEqualTo("rate");
        assertThat(tell("{{due}}").missing()).containsExactly("due");
        assertThat(tell("{{nothing}}").missing()).containsExactly("nothing");
        assertThat(tell("{{change: nothing}}").missing()).containsExactly("nothing");
    }

    @Test
    void aChangeIsThePercentageOfTheAnnexLessAHundred() {
        file("2018-Q1", Measure.ESTIMATE, "650");
        file("2017-Q1", Measure.ACTUAL, "610");
        file("2017-Q4", Measure.ACTUAL, "700");
        file("2017", Measure.ACTUAL, "2500");
        file("2018", Measure.PLAN, "2600");
        Told told = tell("{{change: revenue}}");
        assertThat(told.text()).isEqualTo("6,6");
        assertThat(decimal(told)).isEqualTo("6.6");
        assertThat(told.unit().getCode()).isEqualTo("percent");
        assertThat(told.source()).isEqualTo(FigureSource.DERIVED);
        assertThat(told.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(told.evidence()).containsExactly("/v1/observations/id-0", "/v1/observations/id-1");
        assertThat(tell("{{change: revenue vs=previous}}").text()).isEqualTo("-7,1");
        assertThat(tell("{{change: revenue vs=previous-year}}").text()).isEqualTo("-74,0");
        assertThat(tell("{{change: revenue vs=plan}}").text()).isEqualTo("-75,0");
        Told part = tell("{{percent-of-plan: revenue}}");
        assertThat(part.text()).isEqualTo("25,0");
        assertThat(decimal(part)).isEqualTo("25");
    }

    @Test
    void aFallIsToldWithoutItsSignAfterTheWordForIt() {
        file("2018-Q1", Measure.ESTIMATE, "650");
        file("2017-Q1", Measure.ACTUAL, "700");
        Told told = tell("giảm {{change: revenue}}%");
        assertThat(told.text()).isEqualTo("7,1");
        assertThat(decimal(told)).isEqualTo("-7.1");
        assertThat(tell("tăng {{change: revenue}}%").text()).isEqualTo("-7,1");
        assertThat(tell("giảm {{change: revenue vs=plan}}%").text()).isEqualTo("…");
        file("2017-Q4", Measure.ACTUAL, "500");
        assertThat(tell("giảm {{change: revenue vs=previous}}%").text()).isEqualTo("-30,0");
    }

    @Test
    void aChangeLacksWhatItsFiguresLackAndOfZeroThereIsNone() {
        file("2018-Q1", Measure.ESTIMATE, "650");
        assertThat(tell("{{change: revenue}}").missing()).containsExactly("revenue");
        file("2017-Q1", Measure.ACTUAL, "0");
        Told told = tell("{{change: revenue}}");
        assertThat(told.text()).isEqualTo("…");
        assertThat(told.value()).isNull();
        assertThat(told.missing()).isEmpty();
    }

    @Test
    void aNumberOverRowsIsCountedUnlessItIsStated() {
        indicator("tasks-received", ValueType.COUNT, 0, null);
        file("dept", "tasks-received", "2018-Q1", Measure.ESTIMATE, "27", 0);
        Figure stated = new Calculator(source).figure("dept", "tasks-received", PERIOD, MeasureRange.BEST);
        totals.put(
                Subject.TASKS,
                Map.of(
                        "received", Tally.stated(stated, UNIT, List.of("/v1/indicators/tasks-received")),
                        "completed",
                                Tally.counted(
                                        new BigDecimal("1234"), 0, UNIT, List.of("/v1/tasks?x=1", "/v1/tasks?x=1")),
                        "rate", Tally.counted(new BigDecimal("100"), 1, UNIT, List.of()),
                        "late", Tally.unknown(UNIT, List.of("so-tttt"))));
        Told received = tell("{{tasks: received}}");
        assertThat(received.text()).isEqualTo("27");
        assertThat(received.counted()).isFalse();
        assertThat(received.indicator()).isEqualTo("tasks-received");
        assertThat(received.measure()).isEqualTo(Measure.ESTIMATE);
        assertThat(received.stated().revision()).isEqualTo(3);
        assertThat(received.source()).isEqualTo(FigureSource.REPORTED);
        Told completed = tell("{{tasks: completed}}");
        assertThat(completed.text()).isEqualTo("1.234");
        assertThat(completed.counted()).isTrue();
        assertThat(completed.evidence()).containsExactly("/v1/tasks?x=1");
        assertThat(completed.period()).isEqualTo("2018-Q1");
        assertThat(tell("{{tasks: rate}}").text()).isEqualTo("100,0");
        assertThat(tell("{{tasks: late}}").missing()).containsExactly("so-tttt");
        Told open = tell("{{tasks: open}}");
        assertThat(open.text()).isEqualTo("…");
        assertThat(open.missing()).containsExactly("tasks: open");
        assertThat(tell("{{petitions: received}}").missing()).containsExactly("petitions: received");
    }
}
