package vn.kybao.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.ReportingCalendar;

class CalendarPeriodTest {
    private static CalendarPeriod period(String code) {
        return CalendarPeriod.parse(code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05,MONTH,2024-05-01,2024-05-31",
        "2024-02,MONTH,2024-02-01,2024-02-29",
        "2018-Q1,QUARTER,2018-01-01,2018-03-31",
        "2018-Q4,QUARTER,2018-10-01,2018-12-31",
        "2021-H1,HALF_YEAR,2021-01-01,2021-06-30",
        "2024-H2,HALF_YEAR,2024-07-01,2024-12-31",
        "2024-9M,NINE_MONTHS,2024-01-01,2024-09-30",
        "2024,YEAR,2024-01-01,2024-12-31"
    })
    void standardPeriodsAreReadFromTheirCode(String code, PeriodType type, String start, String end) {
        CalendarPeriod period = period(code);
        assertThat(period.type()).isEqualTo(type);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-Q5",
                "2018-Q0",
                "2018-13",
                "2018-00",
                "2018-H3",
                "2018-6M",
                "18-Q1",
                "1989",
                "2101",
                "2018-q1",
                "",
                "2018-Q11",
                "2018-1",
                "٢٠١٨"
            })
    void whatIsNoPeriodIsNotRead(String code) {
        assertThat(CalendarPeriod.parse(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05,2018-04-15,2018-05-14",
        "2018-01,2017-12-15,2018-01-14",
        "2018-Q1,2017-12-15,2018-03-14",
        "2018-Q3,2018-06-15,2018-09-14",
        "2018-H1,2017-12-15,2018-06-14",
        "2018-9M,2017-12-15,2018-09-14",
        "2018-H2,2018-06-15,2018-12-14",
        "2018,2017-12-15,2018-12-14"
    })
    void administrativeWindowsRunFromThe15thToThe14th(String code, String start, String end) {
        CalendarPeriod.Window window = period(code).window(ReportingCalendar.ADMINISTRATIVE_15_14);
        assertThat(window.start()).isEqualTo(start);
        assertThat(window.end()).isEqualTo(end);
        assertThat(period(code).window(ReportingCalendar.CALENDAR).start())
                .isEqualTo(period(code).start());
    }

    @ParameterizedTest
    @CsvSource({
        "2018-01,2017-12",
        "2018-05,2018-04",
        "2018-Q1,2017-Q4",
        "2018-Q3,2018-Q2",
        "2018-H1,2017-H2",
        "2018-H2,2018-H1",
        "2018-9M,2017-9M",
        "2018,2017"
    })
    void thePeriodBefore(String code, String before) {
        assertThat(period(code).previous()).map(CalendarPeriod::code).hasValue(before);
    }

    @ParameterizedTest
    @CsvSource({"2018-Q1,2017-Q1", "2018-05,2017-05", "2018-9M,2017-9M", "2018,2017"})
    void theSamePeriodOfLastYear(String code, String before) {
        assertThat(period(code).samePeriodLastYear()).map(CalendarPeriod::code).hasValue(before);
    }

    @Test
    void cumulativePeriodsAreMadeOfShorterOnes() {
        assertThat(period("2018-H2").decompositions())
                .extracting(parts -> parts.stream().map(CalendarPeriod::code).toList())
                .containsExactly(
                        java.util.List.of("2018-Q3", "2018-Q4"),
                        java.util.List.of("2018-07", "2018-08", "2018-09", "2018-10", "2018-11", "2018-12"));
        assertThat(period("2018-9M").decompositions().getFirst())
                .extracting(CalendarPeriod::code)
                .containsExactly("2018-H1", "2018-Q3");
        assertThat(period("2018-Q1").decompositions()).isEmpty();
        assertThat(period("2018-Q1").cumulative()).isFalse();
    }

    @Test
    void aYearHasTwentyStandardPeriods() {
        assertThat(CalendarPeriod.ofYear(2018)).hasSize(20).doesNotHaveDuplicates();
    }
}
