package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.period.CalendarPeriod.Window;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        // Within the window, on its first and last day, after it, the day before it, long before it.
        "2018-02-14, 2017-12-31, 2018-02-14",
        "2018-01-01, 2017-12-31, 2018-01-01",
        "2018-03-31, 2017-12-31, 2018-03-31",
        "2018-04-01, 2017-12-31, 2018-03-31",
        "2017-12-31, 2017-12-31, 2017-12-31",
        "2017-06-01, 2017-06-01, 2017-06-01"
    })
    void aWindowIsSeenFromADayButNeverFromAfterItsEnd(LocalDate asOf, LocalDate before, LocalDate day) {
        Window quarter = new Window(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 31));
        assertThat(Span.of(quarter, asOf)).isEqualTo(new Span(before, day));
    }
}
