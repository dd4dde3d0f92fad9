package vn.kybao.submission;

import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Decision;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.FindingTotal;
import vn.kybao.api.model.GivenJustification;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.StandingValue;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionCounts;
import vn.kybao.api.model.SubmissionFinding;
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
import vn.kybao.receipt.ReceiptService;
import vn.kybao.time.Instants;

@Singleton
final class SubmissionMapping {
    private static final int MOST_FINDINGS = 1_000;
    private static final int MOST_FINDINGS_IN_LIST = 10;

    private final FindingRepository findings;
    private final JsonText json;
    private final Problems problems;
    private final Discretion discretion;

    SubmissionMapping(FindingRepository findings, JsonText json, Problems problems, Discretion discretion) {
        this.findings = findings;
        this.json = json;
        this.problems = problems;
        this.discretion = discretion;
    }

    /** One that is just being stored, with what was found in it. */
    Submission wire(SubmissionRow row, List<Found> found, Language language) {
        return wire(row)
                .findings(found.stream()
                        .limit(MOST_FINDINGS)
                        .map(one -> words(one.id(), one.note(), language))
                        .toList())
                .justifications(found.stream()
                        .filter(one -> one.answer() != null)
                        .limit(MOST_FINDINGS)
                        .map(SubmissionMapping::given)
                        .toList());
    }

    Submission wire(SubmissionRow row, Language language) {
        return wire(List.of(row), MOST_FINDINGS, language).getFirst();
    }

    /** Those of a list show their first findings only: two hundred times a thousand would be no page. */
    List<Submission> wire(List<SubmissionRow> rows, Language language) {
        return rows.isEmpty() ? List.of() : wire(rows, MOST_FINDINGS_IN_LIST, language);
    }

    private List<Submission> wire(List<SubmissionRow> rows, int most, Language language) {
        List<String> ids = rows.stream().map(SubmissionRow::id).toList();
        Map<String, List<FindingRow>> found =
                findings.first(ids, most).stream().collect(Collectors.groupingBy(FindingRow::submission));
        Map<String, List<FindingRow>> justified =
                findings.justified(ids, MOST_FINDINGS).stream().collect(Collectors.groupingBy(FindingRow::submission));
        return rows.stream()
                .map(row -> wire(row)
                        .findings(found.getOrDefault(row.id(), List.of()).stream()
                                .map(finding -> words(finding, row, language))
                                .toList())
                        .justifications(justified.getOrDefault(row.id(), List.of()).stream()
                                .map(finding -> given(finding, note(finding)))
                                .toList()))
                .toList();
    }

    private Submission wire(SubmissionRow row) {
        List<FindingTotal> totals = json.readList(row.findingTotals(), FindingTotal.class);
        return new Submission()
                .id(row.id())
                .revision(row.revision())
                .status(SubmissionStatus.fromValue(row.status()))
                .counts(new SubmissionCounts()
                        .received(row.receivedCount())
                        .created(row.createdCount())
                        .updated(row.updatedCount())
                        .unchanged(row.unchangedCount())
                        .rejected(row.rejectedCount())
                        .warnings(warnings(totals)))
                .organization(row.organization())
                .regime(row.regime())
                .period(row.period())
                .clientReference(row.clientReference())
                .mode(SubmissionMode.fromValue(row.mode()))
                .receivedAt(Instants.utc(row.receivedAt()))
                .compiledOn(row.compiledOn())
                .decision(decision(row))
                .totalFindings(totals.stream().mapToInt(FindingTotal::getCount).sum())
                .totals(totals)
                .ruleSet(row.ruleSet())
                .supersedes(row.supersedes())
                .receipt(row.receipted() ? ReceiptService.path(row.id()) : null)
                .caller(row.caller())
                .etag(String.valueOf(row.version()));
    }

    static int warnings(List<FindingTotal> totals) {
        return totals.stream()
                .filter(total -> total.getSeverity() == Severity.WARNING)
                .mapToInt(FindingTotal::getCount)
                .sum();
    }

    /** A finding beside the value it is about and what was answered to it. */
    SubmissionFinding wire(FindingRow row, SubmissionRow submission, @Nullable ValueRow value, Language language) {
        return new SubmissionFinding()
                .id(row.id())
                .finding(words(row, submission, language))
                .value(value == null ? null : wire(value))
                .justification(row.justification() == null ? null : given(row, note(row)))
                .etag("1");
    }

    private Finding words(FindingRow row, SubmissionRow submission, Language language) {
        return words(row.id(), discretion.shown(note(row), submission), language);
    }

    private Finding words(String id, Note note, Language language) {
        return problems.words(List.of(note), language).getFirst().id(id);
    }

    private Note note(FindingRow row) {
        return json.read(row.note(), Argument.of(Note.class));
    }

    private static GivenJustification given(FindingRow row, Note note) {
        return new GivenJustification()
                .finding(row.id())
                .code(row.code())
                .itemRef(note.place().itemRef())
                .text(row.justification())
                .by(row.justifiedBy())
                .at(Instants.utcOrNull(row.justifiedAt()));
    }

    private static GivenJustification given(Found found) {
        Found.Answer answer = Objects.requireNonNull(found.answer());
        return new GivenJustification()
                .finding(found.id())
                .code(found.note().wireCode())
                .itemRef(found.note().place().itemRef())
                .text(answer.text())
                .by(answer.by())
                .at(Instants.utc(answer.at()));
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
                .document(row.document())
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
