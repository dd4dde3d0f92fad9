package vn.kybao.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.problem.Note;

/**
 * How a task stands: what its moves and its register have made of it.
 *
 * @param status its status
 * @param reason why it was cancelled or reopened, or null
 * @param completedOn the day it was done, or null
 * @param cancelledOn the day it was cancelled; null when it is not, or nobody knows
 * @param registerStatus the status in its register, as sent, or null
 * @param extension the extension of its deadline, or null
 * @param doubts what is doubtful about it
 * @param notes how many notes of progress there are
 */
record Standing(
        TaskStatus status,
        @Nullable String reason,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable String registerStatus,
        @Nullable Extension extension,
        List<Note> doubts,
        int notes) {
    static final Standing NEW = new Standing(TaskStatus.ASSIGNED, null, null, null, null, null, List.of(), 0);

    /**
     * A later deadline.
     *
     * @param to the last good day
     * @param on the day from which it counts, or null when nobody knows
     * @param reason why
     * @param document what grants it, or null
     */
    record Extension(
            LocalDate to,
            @Nullable LocalDate on,
            String reason,
            @Nullable String document) {}

    Standing moved(TaskStatus next, @Nullable String why, @Nullable LocalDate done) {
        return new Standing(next, why, done, null, registerStatus, extension, doubts, notes);
    }

    Standing cancelled(String why, LocalDate day) {
        return new Standing(TaskStatus.CANCELLED, why, completedOn, day, registerStatus, extension, doubts, notes);
    }

    /**
     * As a register has it.
     *
     * @param dropped the day that it counts as cancelled from if it was not until now; null when nobody knows
     */
    Standing registered(
            TaskStatus next, @Nullable LocalDate done, @Nullable LocalDate dropped, @Nullable String asSent) {
        LocalDate cancelled = next != TaskStatus.CANCELLED ? null : status == next ? cancelledOn : dropped;
        // A reason given here is about the status it was given for.
        return new Standing(next, next == status ? reason : null, done, cancelled, asSent, extension, doubts, notes);
    }

    Standing extended(Extension further) {
        return new Standing(status, reason, completedOn, cancelledOn, registerStatus, further, doubts, notes);
    }

    Standing doubted(List<Note> all) {
        return new Standing(status, reason, completedOn, cancelledOn, registerStatus, extension, all, notes);
    }

    Standing noted() {
        return new Standing(status, reason, completedOn, cancelledOn, registerStatus, extension, doubts, notes + 1);
    }
}
