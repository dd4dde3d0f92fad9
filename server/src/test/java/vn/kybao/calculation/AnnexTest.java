package vn.kybao.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.Comparison;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.ComparisonReading;
import vn.kybao.api.model.ComparisonReason;
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
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** What a figure is compared with, and why it sometimes cannot be. */
class AnnexTest {
    private static final String OLD = "old-revenue";
    private static final String REVENUE = "revenue";

    private final List<StatedFigure> filed = new ArrayList<>();
    private @Nullable LocalDate exists;

    private static FigureSpec spec(String code, IndicatorKind kind) {
        return new FigureSpec(
                code,
                new LocalizedText().vi("Doanh thu"),
                new Unit().code("million-vnd"),
                ValueType.MONEY,
                kind,
                0,
                TimeAggregation.NONE,
                OrganizationAggregation.NONE,
                null,
                null,
                code.equals(REVENUE) ? OLD : null);
    }

    private final FigureSource source = new FigureSource() {
        @Override
        public List<StatedFigure> stated(
                String organization, String indicator, CalendarPeriod period, String breakdown) {
            return filed.stream()
                    .filter(f -> f.indicator().equals(indicator) && f.period().equals(period.code()))
                    .toList();
        }

        @Override
        public Optional<FigureSpec> spec(String indicator) {
            return Optional.of(AnnexTest.spec(indicator, IndicatorKind.FLOW));
        }

        @Override
        public Optional<ReportingCalendar> calendar(String regime) {
            return Optional.of(
                    regime.startsWith("administrative")
                            ? ReportingCalendar.ADMINISTRATIVE_15_14
                            : ReportingCalendar.CALENDAR);
        }

        @Override
        public List<String> expectedReporters(
                String organization, String indicator, CalendarPeriod period, MeasureRange range) {
            return List.of();
        }
    };

    private void file(String indicator, String period, Measure measure, String value, String regime) {
        filed.add(new StatedFigure(
                "id-" + filed.size(),
                "dept",
                indicator,
                period,
                measure,
                "",
                new BigDecimal(value),
                ValueState.REPORTED,
                Qualifier.EXACT,
                0,
                null,
                null,
                null,
                null,
                regime,
                "submission",
                1,
                Instant.EPOCH,
                null));
    }

    private Annex.Row row(IndicatorKind kind) {
        OrganizationRef department = new OrganizationRef("dept", "DEPARTMENT", "/dept/", "Sở", exists, null);
        CalendarPeriod period = CalendarPeriod.parse("2018-Q1").orElseThrow();
        return new Annex(source, new Calculator(source), department, period).row(spec(REVENUE, kind));
    }

    private Comparison comparison() {
        return row(IndicatorKind.FLOW).comparison();
    }

    private List<String> doubts() {
        return row(IndicatorKind.FLOW).notes().stream()
                .filter(note -> note.code() == ProblemCode.COMPARABLE)
                .map(Note::values)
                .map(values -> values.get("variant"))
                .toList();
    }

    private void year(String before, String regime) {
        file(REVENUE, "2018-Q1", Measure.ACTUAL, "110", "calendar");
        file(before, "2017-Q1", Measure.ACTUAL, "100", regime);
    }

    @Test
    void theSamePeriodOfTheYearBeforeIsTheBase() {
        year(REVENUE, "calendar");
        file(REVENUE, "2017", Measure.ACTUAL, "440", "calendar");
        assertThat(doubts()).isEmpty();
        assertThat(comparison().getSamePeriodLastYear().getValue()).isEqualByComparingTo("100");
        assertThat(comparison().getPreviousYear().getValue()).isEqualByComparingTo("440");
        assertThat(comparison().getVsSamePeriod().getReason()).isNull();
    }

    @Test
    void aFigureOfTheIndicatorItReplacesWasCountedOtherwise() {
        year(OLD, "calendar");
        assertThat(doubts()).containsExactly("definition-changed");
        assertThat(comparison().getSamePeriodLastYear().getValue()).isEqualByComparingTo("100");
        assertThat(comparison().getVsSamePeriod().getReason()).isEqualTo(ComparisonReason.DEFINITION_CHANGED);
    }

    @Test
    void aFigureOfItsOwnIsPreferredToThatOfTheIndicatorItReplaces() {
        year(REVENUE, "calendar");
        file(OLD, "2017-Q1", Measure.ACTUAL, "90", "calendar");
        assertThat(doubts()).isEmpty();
        assertThat(comparison().getSamePeriodLastYear().getValue()).isEqualByComparingTo("100");
    }

    @Test
    void anOrganizationThatDidNotExistHadAnotherBoundary() {
        year(REVENUE, "calendar");
        exists = LocalDate.of(2017, 4, 1);
        assertThat(doubts()).containsExactly("boundary-changed");
        exists = LocalDate.of(2017, 3, 31);
        assertThat(doubts()).as("it existed on the last day").isEmpty();
    }

    @Test
    void figuresOfTwoCalendarsAreAboutOtherDays() {
        year(REVENUE, "administrative");
        assertThat(doubts()).containsExactly("window-changed");
    }

    @Test
    void figuresOfTwoRegimesWithOneCalendarAreComparable() {
        year(REVENUE, "another");
        assertThat(doubts()).isEmpty();
    }

    @Test
    void nothingIsDoubtfulWhereOneOfTheTwoIsMissing() {
        file(REVENUE, "2018-Q1", Measure.ACTUAL, "110", "calendar");
        exists = LocalDate.of(2018, 1, 1);
        assertThat(doubts()).isEmpty();
        filed.clear();
        file(REVENUE, "2017-Q1", Measure.ACTUAL, "100", "calendar");
        assertThat(doubts()).isEmpty();
    }

    @Test
    void theTargetIsPreferredToThePlanAndThatOfThePeriodToThatOfTheYear() {
        file(REVENUE, "2018-Q1", Measure.ACTUAL, "110", "calendar");
        file(REVENUE, "2018", Measure.PLAN, "400", "calendar");
        assertThat(comparison().getPlan().getValue()).isEqualByComparingTo("400");
        assertThat(comparison().getVsPlan().getReading()).isEqualTo(ComparisonReading.PACE);
        assertThat(row(IndicatorKind.STOCK).comparison().getVsPlan().getReading())
                .as("a stock has no pace")
                .isEqualTo(ComparisonReading.CLOSENESS);
        file(REVENUE, "2018", Measure.TARGET, "500", "calendar");
        assertThat(comparison().getPlan().getValue()).isEqualByComparingTo("500");
        file(REVENUE, "2018-Q1", Measure.PLAN, "90", "calendar");
        assertThat(comparison().getPlan().getValue()).isEqualByComparingTo("90");
        assertThat(comparison().getVsPlan().getReading()).isEqualTo(ComparisonReading.CLOSENESS);
        file(REVENUE, "2018-Q1", Measure.TARGET, "95", "calendar");
        assertThat(comparison().getPlan().getValue()).isEqualByComparingTo("95");
    }

    @Test
    void aFigureIsComparedWithOneBaseAsARowWouldHaveIt() {
        file(REVENUE, "2018-Q1", Measure.ESTIMATE, "650", "regime");
        file(REVENUE, "2017-Q1", Measure.ACTUAL, "610", "regime");
        file(REVENUE, "2017-Q4", Measure.ACTUAL, "700", "regime");
        file(REVENUE, "2017", Measure.ACTUAL, "2500", "regime");
        file(REVENUE, "2018", Measure.PLAN, "2600", "regime");
        OrganizationRef department = new OrganizationRef("dept", "DEPARTMENT", "/dept/", "Sở", null, null);
        CalendarPeriod period = CalendarPeriod.parse("2018-Q1").orElseThrow();
        Annex annex = new Annex(source, new Calculator(source), department, period);
        Annex.Row row = annex.row(spec(REVENUE, IndicatorKind.FLOW));
        assertThat(compared(annex, ComparisonBase.SAME_PERIOD_LAST_YEAR).result())
                .isEqualTo(row.comparison().getVsSamePeriod());
        assertThat(compared(annex, ComparisonBase.PLAN).result())
                .isEqualTo(row.comparison().getVsPlan());
        assertThat(compared(annex, ComparisonBase.PLAN).result().getReading()).isEqualTo(ComparisonReading.PACE);
        assertThat(compared(annex, ComparisonBase.PREVIOUS_PERIOD).result().getPercent())
                .isEqualByComparingTo("92.9");
        assertThat(compared(annex, ComparisonBase.PREVIOUS_YEAR).result().getPercent())
                .isEqualByComparingTo("26");
        assertThat(compared(annex, ComparisonBase.PREVIOUS_YEAR).base().period())
                .isEqualTo("2017");
    }

    private static Annex.Compared compared(Annex annex, ComparisonBase base) {
        return annex.compared(spec(REVENUE, IndicatorKind.FLOW), base);
    }
}
