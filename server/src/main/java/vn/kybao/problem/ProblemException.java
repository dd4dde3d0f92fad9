package vn.kybao.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem from the catalogue. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient Map<String, String> values;
    private final transient List<Note> notes;
    private final transient Extras extras;

    public ProblemException(ProblemCode code) {
        this(code, Map.of(), List.of(), Extras.NONE);
    }

    public ProblemException(ProblemCode code, Map<String, String> values) {
        this(code, values, List.of(), Extras.NONE);
    }

    /** A problem that is one finding. */
    public ProblemException(Note note) {
        this(note.code(), note.values(), List.of(note), Extras.NONE);
    }

    public ProblemException(ProblemCode code, Map<String, String> values, List<Note> notes, Extras extras) {
        super(code.code(), null, false, false);
        this.code = code;
        this.values = values;
        this.notes = notes;
        this.extras = extras;
    }

    public ProblemCode code() {
        return code;
    }

    /** The named values of the message in the words of a language. */
    public Map<String, String> spoken(Language language) {
        return Note.spoken(values, language);
    }

    public List<Note> notes() {
        return notes;
    }

    public Extras extras() {
        return extras;
    }

    /**
     * What some problems carry besides.
     *
     * @param etag the present version, with a stale one
     * @param allowed the moves that are allowed, with one that is not; or the methods there are
     * @param link what stands in the way
     * @param retryAfter seconds to wait
     */
    public record Extras(
            @Nullable String etag,
            List<String> allowed,
            @Nullable String link,
            @Nullable Long retryAfter) {
        public static final Extras NONE = new Extras(null, List.of(), null, null);

        public static Extras etag(String etag) {
            return new Extras(etag, List.of(), null, null);
        }

        public static Extras allowed(List<String> allowed) {
            return new Extras(null, allowed, null, null);
        }

        public static Extras link(String link) {
            return new Extras(null, List.of(), link, null);
        }

        public static Extras retryAfter(long seconds) {
            return new Extras(null, List.of(), null, seconds);
        }
    }
}
