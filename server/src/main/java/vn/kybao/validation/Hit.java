package vn.kybao.validation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.observation.ObservationKey;
import vn.kybao.problem.Note;

/**
 * What a rule found.
 *
 * @param note the finding
 * @param rows places of all values that it is about
 * @param key the figure it is about, by which it is known again in a later revision; null when it is
 *     about several alike
 */
public record Hit(Note note, List<Integer> rows, @Nullable ObservationKey key) {

    static Hit about(Touched touched, Note note) {
        return about(touched, note, List.of(touched));
    }

    static Hit about(Touched touched, Note note, List<Touched> all) {
        return new Hit(note, rows(all), touched.key());
    }

    /** About all alike: whichever of them is sent again, it is the same finding. */
    static Hit aboutAll(Note note, List<Touched> all) {
        return new Hit(note, rows(all), null);
    }

    private static List<Integer> rows(List<Touched> all) {
        return all.stream()
                .map(Touched::index)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
