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
     * The first day on which it is no longer owed: of a completed task the day it was done, of a cancelled one the day it
     * was cancelled, or began where nobody knows; of others no day is.
     */
    static LocalDate left(
            TaskStatus status, LocalDate begins, @Nullable LocalDate completedOn, @Nullable LocalDate cancelledOn) {
        return switch (status) {
            case ASSIGNED, IN_PROGRESS -> NEVER;
            case CANCELLED -> notBefore(begins, cancelledOn);
            case COMPLETED -> notBefore(begins, completedOn);
        };
    }

    private static LocalDate notBefore(LocalDate begins, @Nullable LocalDate day) {
        return day == null || day.isBefore(begins) ? begins : day;
    }

    /**
     * How a task stands on a day; null before it begins, and once it is cancelled. The lists ask the same in SQL.
     *
     * @param due the deadline that stood on the day; {@link #NEVER} when there was none
     */
    static @Nullable Timeliness timeliness(TaskRow row, LocalDate due, LocalDate day) {
        TaskStatus status = TaskStatus.fromValue(row.status());
        boolean left = !row.leftOn().isAfter(day);
        if (row.beginsOn().isAfter(day) || (left && status == TaskStatus.CANCELLED)) {
            return null;
        }
        if (due.equals(NEVER)) {
            return Timeliness.NO_DEADLINE;
        }
        LocalDate done = row.completedOn();
        if (left && done != null) {
            return done.isAfter(due) ? Timeliness.COMPLETED_LATE : Timeliness.COMPLETED_ON_TIME;
        }
        if (due.isBefore(day)) {
            return Timeliness.OVERDUE;
        }
        return due.isAfter(day.plusDays(SOON)) ? Timeliness.ON_TRACK : Timeliness.DUE_SOON;
    }
}
