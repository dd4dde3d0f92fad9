package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.TaskStatus;

class TaskDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2018-06-30, false, , 2018-06-30",
        "2018-06-30, true, , 2018-06-29",
        "2018-07-01, true, , 2018-06-30",
        "2018-01-01, true, , 2017-12-31",
        "2020-03-01, true, , 2020-02-29",
        "1900-01-01, true, , 1900-01-01",
        ", false, , ",
        ", true, , ",
        ", false, 2018-08-01, 2018-08-01",
        "2018-06-30, false, 2018-07-31, 2018-07-31",
        "2018-06-30, true, 2018-07-31, 2018-07-31",
        "2018-06-30, true, 2018-06-30, 2018-06-30",
        "2018-08-31, false, 2018-07-31, 2018-08-31"
    })
    void theDeadlineIsTheLastGoodDay(LocalDate dueOn, boolean exclusive, LocalDate extendedTo, LocalDate expected) {
        assertThat(TaskDays.deadline(dueOn, exclusive, extendedTo)).isEqualTo(expected);
    }

    @Test
    void whatIsDoneIsLeftNoEarlierThanItBegan() {
        LocalDate begins = LocalDate.of(2018, 2, 1);
        LocalDate before = LocalDate.of(2018, 1, 3);
        LocalDate after = LocalDate.of(2018, 2, 3);
        assertThat(TaskDays.left(TaskStatus.COMPLETED, begins, after, null)).isEqualTo(after);
        assertThat(TaskDays.left(TaskStatus.COMPLETED, begins, before, null)).isEqualTo(begins);
        assertThat(TaskDays.left(TaskStatus.CANCELLED, begins, null, after)).isEqualTo(after);
        assertThat(TaskDays.left(TaskStatus.CANCELLED, begins, null, before)).isEqualTo(begins);
        assertThat(TaskDays.left(TaskStatus.CANCELLED, begins, null, null)).isEqualTo(begins);
        assertThat(TaskDays.left(TaskStatus.IN_PROGRESS, begins, after, null)).isEqualTo(TaskDays.NEVER);
    }
}
