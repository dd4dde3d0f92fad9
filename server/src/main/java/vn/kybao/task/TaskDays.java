package vn.kybao.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.api.model.Timeliness;

/** The days of a task and what follows from them. */
final class TaskDays {
    /** Stands for a day that never comes, where columns are ordered and compared by a day. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The first day that the contract knows. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** How many days before its deadline a task is due soon. */
    static final int SOON = 7;

    private TaskDays() {}

    /** The last good day as first set: "trước ngày" leaves out the day itself, unless the contract knows none before. */
    static @Nullable LocalDate firstDeadline(@Nullable LocalDate dueOn, boolean exclusive) {
        return exclusive && dueOn != null && dueOn.isAfter(FIRST) ? dueOn.minusDays(1) : dueOn;
    }

    /** The last good day; an extension never shortens it, whatever a register sends afterwards. */
    static @Nullable LocalDate deadline(@Nullable LocalDate dueOn, boolean exclusive, @Nullable LocalDate extendedTo) {
        LocalDate first = firstDeadline(dueOn, exclusive);
        return first == null || (extendedTo != null && extendedTo.isAfter(first)) ? extendedTo : first;
    }

    /**
     * The last day on which it is carried along: of a completed task the day it was done, of a cancelled one the day it
     * began, since it was never to be done; of others no day is.
     */
    static LocalDate left(TaskStatus status, LocalDate begins, @Nullable LocalDate completedOn) {
        return switch (status) {
            case ASSIGNED, IN_PROGRESS -> NEVER;
            case CANCELLED -> begins;
            case COMPLETED -> completedOn == null || completedOn.isBefore(begins) ? begins : completedOn;
        };
    }

    /** How it stands on a day; null for a cancelled task. */
    static @Nullable Timeliness timeliness(
            TaskStatus status, @Nullable LocalDate deadline, @Nullable LocalDate completedOn, LocalDate day) {
        if (status == TaskStatus.CANCELLED) {
            return null;
        }
        if (deadline == null) {
            return Timeliness.NO_DEADLINE;
        }
        if (status == TaskStatus.COMPLETED && completedOn != null && !completedOn.isAfter(day)) {
            return completedOn.isAfter(deadline) ? Timeliness.COMPLETED_LATE : Timeliness.COMPLETED_ON_TIME;
        }
        if (deadline.isBefore(day)) {
            return Timeliness.OVERDUE;
        }
        return deadline.isAfter(day.plusDays(SOON)) ? Timeliness.ON_TRACK : Timeliness.DUE_SOON;
    }
}
