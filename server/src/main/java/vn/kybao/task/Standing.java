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
 * @param registerStatus the status in its register, as sent, or null
 * @param extension the extension of its deadline, or null
 * @param doubts what is doubtful about it
 * @param notes how many notes of progress there are
 */
record Standing(
        TaskStatus status,
        @Nullable String reason,
        @Nullable LocalDate completedOn,
        @Nullable String registerStatus,
        @Nullable Extension extension,
        List<Note> doubts,
        int notes) {
    static final Standing NEW = new Standing(TaskStatus.ASSIGNED, null, null, null, null, List.of(), 0);

    /**
     * A later deadline.
     *
     * @param to the last good day
     * @param reason why
     * @param document what grants it, or null
     */
    record Extension(LocalDate to, String reason, @Nullable String document) {}

    Standing moved(TaskStatus next, @Nullable String why, @Nullable LocalDate done) {
        return new Standing(next, why, done, registerStatus, extension, doubts, notes);
    }

    Standing registered(TaskStatus next, @Nullable LocalDate done, @Nullable String asSent) {
        // A reason given here is about the status it was given for.
        return new Standing(next, next == status ? reason : null, done, asSent, extension, doubts, notes);
    }

    Standing extended(Extension further) {
        return new Standing(status, reason, completedOn, registerStatus, further, doubts, notes);
    }

    Standing doubted(List<Note> all) {
        return new Standing(status, reason, completedOn, registerStatus, extension, all, notes);
    }

    Standing noted() {
        return new Standing(status, reason, completedOn, registerStatus, extension, doubts, notes + 1);
    }
}
