package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Decision;
import vn.kybao.api.model.Justification;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.StandingValue;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionCounts;
import vn.kybao.api.model.SubmissionMode;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.SubmittedValue;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.api.model.ValueState;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.http.Problems;
import vn.kybao.json.JsonText;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.time.Instants;

@Singleton
final class SubmissionMapping {
    private final JsonText json;
    private final Problems problems;

    SubmissionMapping(JsonText json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    Submission wire(SubmissionRow row, Language language) {
        List<Note> notes = json.readList(row.notes(), Note.class);
        return new Submission()
                .id(row.id())
                .revision(row.revision())
                .status(SubmissionStatus.fromValue(row.status()))
                .counts(new SubmissionCounts()
                        .received(row.receivedCount())
                        .created(row.createdCount())
                        .updated(row.updatedCount())
                        .unchanged(row.unchangedCount())
                        .rejected(0)
                        .warnings(notes.size()))
                .organization(row.organization())
                .regime(row.regime())
                .period(row.period())
                .clientReference(row.clientReference())
                .mode(SubmissionMode.ATOMIC)
                .receivedAt(Instants.utc(row.receivedAt()))
                .compiledOn(row.compiledOn())
                .decision(decision(row))
                .justifications(json.readList(row.justifications(), Justification.class))
                .findings(problems.words(notes, language))
                .supersedes(row.supersedes())
                .caller(row.caller())
                .etag(String.valueOf(row.version()));
    }

    private static @Nullable Decision decision(SubmissionRow row) {
        return row.decidedBy() == null || row.decidedAt() == null
                ? null
                : new Decision()
                        .by(row.decidedBy())
                        .at(Instants.utc(row.decidedAt()))
                        .reason(row.decisionReason());
    }

    static SubmittedValue wire(ValueRow row) {
        return new SubmittedValue()
                .index(row.position())
                .itemRef(row.itemRef())
                .indicator(row.indicator())
                .measure(Measure.fromValue(row.measure()))
                .value(row.value())
                .state(ValueState.fromValue(row.state()))
                .qualifier(Qualifier.fromValue(row.qualifier()))
                .breakdown(Breakdowns.parse(row.breakdown()))
                .asOf(row.asOf())
                .text(row.text())
                .note(row.note())
                .outcome(ValueOutcome.fromValue(row.outcome()))
                .before(before(row))
                .etag("1");
    }

    private static @Nullable StandingValue before(ValueRow row) {
        return row.beforeState() == null
                ? null
                : new StandingValue()
                        .value(row.beforeValue())
                        .state(ValueState.fromValue(row.beforeState()))
                        .submission(row.beforeSubmission());
    }
}
