package vn.kybao.validation;

import java.util.List;
import java.util.Objects;
import vn.kybao.observation.ObservationKey;
import vn.kybao.problem.Note;

/**
 * What a rule found.
 *
 * @param note the finding
 * @param rows places of all values that it is about
 * @param key the figure it is about, by which it is known again in a later revision
 */
public record Hit(Note note, List<Integer> rows, ObservationKey key) {

    static Hit about(Touched touched, Note note) {
        return about(touched, note, List.of(touched));
    }

    static Hit about(Touched touched, Note note, List<Touched> all) {
        return new Hit(
                note,
                all.stream()
                        .map(Touched::index)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                touched.key());
    }
}
