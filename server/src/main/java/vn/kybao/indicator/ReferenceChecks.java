package vn.kybao.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kybao.calculation.Reference;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Whether a reference asks for something that its indicator has. */
public final class ReferenceChecks {
    private ReferenceChecks() {}

    /** A finding for each part that the indicator is not split into, without its place. */
    public static List<Note> breakdowns(Reference reference, IndicatorDefinition indicator) {
        List<Note> notes = new ArrayList<>();
        for (Map.Entry<String, String> part : reference.breakdown().entrySet()) {
            Optional<IndicatorDefinition.Breakdown> dimension = indicator.breakdowns().stream()
                    .filter(b -> b.dimension().equals(part.getKey()))
                    .findFirst();
            if (dimension.filter(d -> d.takes(part.getValue())).isEmpty()) {
                Note note = Note.error(ProblemCode.UNKNOWN_BREAKDOWN)
                        .with("name", indicator.name())
                        .actual(part.getKey() + "=" + part.getValue());
                notes.add(dimension
                        .map(known -> note.with("variant", "code")
                                .with("dimension", part.getKey())
                                .with("code", part.getValue())
                                .expected(codes(known)))
                        .orElseGet(() -> unknown(note, indicator.breakdowns())));
            }
        }
        return notes;
    }

    private static String codes(IndicatorDefinition.Breakdown dimension) {
        return dimension.codes().isEmpty() ? dimension.dimension() : String.join(", ", dimension.codes());
    }

    private static Note unknown(Note note, List<IndicatorDefinition.Breakdown> dimensions) {
        return dimensions.isEmpty()
                ? note.with("variant", "none")
                : note.expected(dimensions.stream()
                        .map(IndicatorDefinition.Breakdown::dimension)
                        .collect(Collectors.joining(", ")));
    }
}
