package vn.kybao.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.StatedTotal;

/** The numbers about tasks that a text may refer to. */
public enum TaskNumber {
    CARRIED_OVER(null),
    ASSIGNED(null),
    RECEIVED(StatedTotal.TASKS_RECEIVED),
    COMPLETED(StatedTotal.TASKS_COMPLETED),
    ON_TIME(StatedTotal.TASKS_ON_TIME),
    LATE(null),
    OPEN(null),
    IN_PROGRESS(null),
    OVERDUE(StatedTotal.TASKS_OVERDUE),
    /** What was completed of what was received, in percent. */
    RATE(null);

    private final @Nullable StatedTotal stated;

    TaskNumber(@Nullable StatedTotal stated) {
        this.stated = stated;
    }

    /** Its name in a text, such as {@code on-time}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every name, in the order in which they are counted. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(TaskNumber::label).toList();
    }

    public static Optional<TaskNumber> find(String label) {
        return Arrays.stream(values())
                .filter(number -> number.label().equals(label))
                .findFirst();
    }

    /** The total that may be filed for it, or null. */
    @Nullable
    StatedTotal stated() {
        return stated;
    }
}
