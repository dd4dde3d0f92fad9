package vn.kybao.narrative;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is counted in rows and may be named in a text, with the names of its numbers: {@code {{tasks: completed}}}. */
public enum Subject {
    TASKS("tasks", "carried-over assigned received completed on-time late open in-progress overdue rate"),
    INSPECTIONS("inspections", "count entities sanctions fines planned unplanned"),
    PETITIONS("petitions", "carried-over received resolved transferred pending receptions people");

    private final String word;
    private final String names;

    Subject(String word, String names) {
        this.word = word;
        this.names = names;
    }

    /** What stands before the colon. */
    public String word() {
        return word;
    }

    /** What may stand after it. */
    public List<String> names() {
        return List.of(names.split(" ", -1));
    }

    static Optional<Subject> find(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word.equals(word))
                .findFirst();
    }
}
