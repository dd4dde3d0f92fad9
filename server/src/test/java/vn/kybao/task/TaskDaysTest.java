package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.api.model.Timeliness;

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

    @ParameterizedTest
    @CsvSource({"2018-03-23, ON_TRACK", "2018-03-24, DUE_SOON", "2018-03-31, DUE_SOON", "2018-04-01, OVERDUE"})
    void anOpenTaskIsDueSoonFromSevenDaysBeforeAndOverdueTheDayAfter(LocalDate day, Timeliness expected) {
        for (TaskStatus status : new TaskStatus[] {TaskStatus.ASSIGNED, TaskStatus.IN_PROGRESS}) {
            assertThat(TaskDays.timeliness(status, LocalDate.of(2018, 3, 31), null, day))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-31, 2018-03-31, COMPLETED_ON_TIME",
        "2018-04-01, 2018-04-01, COMPLETED_LATE",
        // Seen from the day before it was done, it was not.
        "2018-03-20, 2018-03-19, ON_TRACK",
        "2018-04-05, 2018-04-04, OVERDUE"
    })
    void aCompletedTaskIsJudgedByTheDayItWasDone(LocalDate done, LocalDate day, Timeliness expected) {
        assertThat(TaskDays.timeliness(TaskStatus.COMPLETED, LocalDate.of(2018, 3, 31), done, day))
                .isEqualTo(expected);
    }

    @Test
    void withoutADeadlineThereIsNothingToMiss() {
        LocalDate day = LocalDate.of(2018, 3, 31);
        assertThat(TaskDays.timeliness(TaskStatus.ASSIGNED, null, null, day)).isEqualTo(Timeliness.NO_DEADLINE);
        assertThat(TaskDays.timeliness(TaskStatus.COMPLETED, null, day, day)).isEqualTo(Timeliness.NO_DEADLINE);
    }

    @Test
    void aCancelledTaskHasNoTimeliness() {
        LocalDate day = LocalDate.of(2018, 3, 31);
        assertThat(TaskDays.timeliness(TaskStatus.CANCELLED, day, null, day.plusDays(9)))
                .isNull();
        assertThat(TaskDays.timeliness(TaskStatus.CANCELLED, null, null, day)).isNull();
    }

    @Test
    void whatIsDoneIsLeftNoEarlierThanItBegan() {
        LocalDate begins = LocalDate.of(2018, 2, 1);
        assertThat(TaskDays.left(TaskStatus.COMPLETED, begins, LocalDate.of(2018, 2, 3)))
                .isEqualTo("2018-02-03");
        assertThat(TaskDays.left(TaskStatus.COMPLETED, begins, LocalDate.of(2018, 1, 3)))
                .isEqualTo(begins);
        assertThat(TaskDays.left(TaskStatus.CANCELLED, begins, null)).isEqualTo(begins);
        assertThat(TaskDays.left(TaskStatus.IN_PROGRESS, begins, LocalDate.of(2018, 2, 3)))
                .isEqualTo(TaskDays.NEVER);
    }
}
