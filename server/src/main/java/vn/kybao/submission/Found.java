package vn.kybao.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kybao.observation.ObservationKey;
import vn.kybao.problem.Note;

/**
 * A finding of a submission with what was answered to it.
 *
 * @param id its id
 * @param note the finding
 * @param key the figure it is about, or null
 * @param answer what was answered, or null
 */
record Found(
        String id,
        Note note,
        @Nullable ObservationKey key,
        @Nullable Answer answer) {

    /**
     * An answer.
     *
     * @param text the justification
     * @param by the credential that gave it
     * @param at when
     * @param isNew whether it came with this filing, not with an earlier one
     */
    record Answer(String text, String by, Instant at, boolean isNew) {}

    Found answered(Answer given) {
        return new Found(id, note, key, given);
    }

    boolean isUnanswered() {
        return note.needsJustification() && answer == null;
    }

    boolean isNewlyAnswered() {
        return answer != null && answer.isNew();
    }

    /** By what it is known again in a later revision: the rule, the figure and its value, or else both sides. */
    String subject() {
        return subject(note, key);
    }

    static String subject(Note note, @Nullable ObservationKey key) {
        return note.wireCode() + ' ' + (key == null ? note.expected() : key) + ' ' + note.actual();
    }
}
