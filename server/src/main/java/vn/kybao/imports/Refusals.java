package vn.kybao.imports;

import java.util.Map;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** The ends of a request whose file cannot be read at all. */
final class Refusals {
    static final int LARGEST_EXPANDED = 16 * 1024 * 1024;
    static final int MOST_LINES = 10_000;
    static final int MOST_COLUMNS = 256;
    /** Figures, headings and what else a file may hold in rows, on all its sheets. */
    static final int MOST_KEPT = 2 * MOST_LINES;

    private Refusals() {}

    /** The file is none of the kinds that are read; the variant says which it seems to be. */
    static ProblemException unreadable(String variant) {
        return new ProblemException(
                Note.error(ProblemCode.FILE_UNREADABLE).at("/file").with("variant", variant));
    }

    static ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.TOO_LARGE, Map.of("expected", (LARGEST_EXPANDED / 1024 / 1024) + " MiB"));
    }

    static ProblemException tooManyLines(int found) {
        return new ProblemException(Note.error(ProblemCode.TOO_MANY_VALUES)
                .at("/file")
                .actual(String.valueOf(found))
                .expected(String.valueOf(MOST_LINES)));
    }
}
