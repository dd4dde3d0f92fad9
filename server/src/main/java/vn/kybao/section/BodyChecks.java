package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.indicator.IndicatorService;
import vn.kybao.indicator.ReferenceChecks;
import vn.kybao.narrative.Mention;
import vn.kybao.narrative.Misreading;
import vn.kybao.narrative.Narrative;
import vn.kybao.narrative.Query;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Whether every reference of a text can be read and names something that is there. */
@Singleton
final class BodyChecks {
    private static final String POINTER = "/body";
    private static final int MOST_REFERENCES = 1_000;
    /** The figures of each period are read by themselves. */
    private static final int MOST_PERIODS = 100;

    /** Looking for the nearest of all codes costs: a text full of strangers would take for ever. */
    private static final int MOST_SUGGESTIONS = 20;

    private final IndicatorService indicators;

    BodyChecks(IndicatorService indicators) {
        this.indicators = indicators;
    }

    void check(@Nullable String body, Findings findings) {
        int count = body == null ? 0 : Narrative.count(body);
        if (body == null || count == 0) {
            return;
        }
        if (count > MOST_REFERENCES) {
            findings.add(tooMany(count, MOST_REFERENCES));
            return;
        }
        Narrative narrative = Narrative.of(body);
        long periods = narrative.mentions().stream()
                .map(mention -> mention.query() instanceof Query.Figure figure
                        ? figure.reference().period()
                        : null)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (periods > MOST_PERIODS) {
            findings.add(tooMany(periods, MOST_PERIODS));
        }
        narrative.misreadings().forEach(misreading -> findings.add(note(misreading)));
        Map<String, IndicatorDefinition> known = indicators.definitions(narrative.indicators());
        Map<String, Note> unknown = new HashMap<>();
        for (Mention mention : narrative.mentions()) {
            String code = mention.query().indicator();
            if (code == null) {
                continue;
            }
            IndicatorDefinition indicator = known.get(code);
            List<Note> notes = List.of();
            if (indicator == null) {
                notes = List.of(unknown.computeIfAbsent(code, c -> unknown(c, unknown.size())));
            } else if (mention.query() instanceof Query.Figure figure) {
                notes = ReferenceChecks.breakdowns(figure.reference(), indicator);
            }
            notes.forEach(note -> findings.add(note.at(POINTER).position(mention.start(), mention.length())));
        }
    }

    private static Note tooMany(long actual, int most) {
        return Note.error(ProblemCode.OUT_OF_BOUNDS)
                .at(POINTER)
                .actual(String.valueOf(actual))
                .expected("≤ " + most);
    }

    private Note unknown(String code, int before) {
        return before < MOST_SUGGESTIONS
                ? indicators.unknown(code)
                : Note.error(ProblemCode.UNKNOWN_REFERENCE).actual(code);
    }

    private static Note note(Misreading misreading) {
        return Note.error(misreading.unknown() ? ProblemCode.UNKNOWN_REFERENCE : ProblemCode.REFERENCE_INVALID)
                .at(POINTER)
                .actual(misreading.actual())
                .expected(misreading.expected())
                .position(misreading.start(), misreading.length());
    }
}
