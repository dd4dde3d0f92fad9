package vn.kybao.number;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.ValueState;
import vn.kybao.problem.Note;

/**
 * What a printed number says.
 *
 * @param text as printed, in NFC
 * @param value the exact value in the indicator's unit; null when nothing is reported or the text was refused
 * @param state reported, declared to be none, or not reported
 * @param qualifier exact, at least, at most, nearly, about
 * @param estimate true when a word says that it is one: {@code ước}, {@code dự kiến}
 * @param precision fraction digits as printed, in the indicator's unit; null without a value
 * @param unit the unit as printed, or null
 * @param reason what is doubtful about it or why it was refused; null when it is plain
 * @param suggestion how to write it so that it is plain, or null
 */
public record PrintedNumber(
        String text,
        @Nullable BigDecimal value,
        ValueState state,
        Qualifier qualifier,
        boolean estimate,
        @Nullable Integer precision,
        @Nullable String unit,
        @Nullable Reason reason,
        @Nullable String suggestion) {

    static PrintedNumber withoutValue(String text, ValueState state) {
        return new PrintedNumber(text, null, state, Qualifier.EXACT, false, null, null, null, null);
    }

    static PrintedNumber refused(String text, Reason reason, @Nullable String suggestion) {
        return new PrintedNumber(
                text, null, ValueState.REPORTED, Qualifier.EXACT, false, null, null, reason, suggestion);
    }

    static PrintedNumber none(String text, @Nullable Reason doubt) {
        return new PrintedNumber(
                text,
                BigDecimal.ZERO,
                ValueState.NONE_DECLARED,
                Qualifier.EXACT,
                false,
                0,
                null,
                doubt,
                doubt == null ? null : "0");
    }

    public boolean isRefused() {
        return reason != null && reason.refuses();
    }

    /** The finding about it; empty when it is plain. */
    public Optional<Note> note() {
        if (reason == null) {
            return Optional.empty();
        }
        Note note = reason.refuses() ? Note.error(reason.code()) : Note.warning(reason.code());
        note = note.actual(text).with("variant", reason.key());
        return Optional.of(suggestion == null ? note : note.expected(suggestion));
    }
}
