package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionCounts;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionFinding;
import vn.kybao.api.model.SubmissionMode;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.SubmittedValue;
import vn.kybao.api.model.ValidationOutcome;
import vn.kybao.api.model.ValidationResult;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Outcome;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.time.Instants;
import vn.kybao.validation.Hit;

/** Files figures: an upsert onto what stands, whole or not at all, revision by revision. */
@Singleton
public class SubmissionService {
    static final String RESOURCE = "submission";
    private static final int MOST_ANSWERS = 100_000;

    private final SubmissionRepository repository;
    private final SubmissionChecks checks;
    private final SubmissionMapping mapping;
    private final FindingRepository findings;
    private final Drafts drafts;
    private final Preview preview;
    private final SubmissionStore store;
    private final Recognition recognition;
    private final Problems problems;
    private final Pages pages;

    SubmissionService(
            SubmissionRepository repository,
            SubmissionChecks checks,
            SubmissionMapping mapping,
            FindingRepository findings,
            Drafts drafts,
            Preview preview,
            SubmissionStore store,
            Recognition recognition,
            Problems problems,
            Pages pages) {
        this.repository = repository;
        this.checks = checks;
        this.mapping = mapping;
        this.findings = findings;
        this.drafts = drafts;
        this.preview = preview;
        this.store = store;
        this.recognition = recognition;
        this.problems = problems;
        this.pages = pages;
    }

    Outcome<Submission> create(SubmissionCreate wanted, Findings findings) {
        recognition.requireName(wanted, findings);
        Filing filing = checks.filing(wanted, findings);
        String sha256 = filing.organization() == null ? "" : recognition.contentHash(findings);
        if (filing.organization() != null && wanted.getClientReference() != null && !isUnreadable(findings, wanted)) {
            Optional<SubmissionRow> earlier =
                    recognition.earlier(filing.organization().code(), wanted.getClientReference(), sha256);
            if (earlier.isPresent()) {
                // What was found wrong today does not undo what was stored then.
                findings.clear();
                return Outcome.ok(wire(earlier.get()), earlier.get().version(), List.of());
            }
        }
        int revision =
                filing.organization() == null || filing.regime() == null || filing.period() == null ? 0 : lock(filing);
        Draft draft = drafts.draft(wanted, filing, findings);
        if (isRefused(draft, findings)) {
            findings.throwIfErrors();
        }
        // What refuses only some values of a partial filing is kept with it.
        findings.clear();
        if (draft.isEmpty()) {
            Optional<SubmissionRow> stands = repository.standing(
                    organization(filing),
                    regime(filing),
                    Objects.requireNonNull(filing.period()).code());
            if (stands.isPresent()) {
                store.name(wanted, organization(filing), stands.get().id(), sha256);
                return Outcome.ok(wire(stands.get()), stands.get().version(), List.of());
            }
        }
        SubmissionStore.Stored stored = store.store(wanted, draft, revision + 1, sha256);
        return Outcome.created(
                        mapping.wire(
                                stored.row(),
                                draft.found(),
                                RequestState.current().language()),
                        1,
                        "/v1/submissions/" + stored.row().id(),
                        stored.changes().getFirst())
                .withChanges(stored.changes());
    }

    /** All or nothing, or nothing left; what is wrong with the filing itself always refuses it. */
    private static boolean isRefused(Draft draft, Findings findings) {
        return findings.hasErrors()
                && (!draft.isPartial()
                        || draft.sent().isEmpty()
                        || findings.all().stream().anyMatch(note -> note.isError() && note.index() == null));
    }

    /** In a partial filing what cannot be read in a value concerns that value alone. */
    private static boolean isUnreadable(Findings findings, SubmissionCreate wanted) {
        return wanted.getMode() == SubmissionMode.PARTIAL
                ? findings.all().stream()
                        .anyMatch(note -> note.code().status() == 400 && note.isError() && note.index() == null)
                : findings.hasSyntaxErrors();
    }

    /** What filing it would do, by the very rules that filing it runs; everything found is added to the findings. */
    public ValidationResult validate(SubmissionCreate wanted, Findings findings) {
        Filing filing = checks.filing(wanted, findings);
        if (isUnreadable(findings, wanted)) {
            findings.throwIfErrors();
        }
        Draft draft = drafts.draft(wanted, filing, findings);
        boolean rejected = isRefused(draft, findings);
        List<Note> all = findings.all();
        Language language = RequestState.current().language();
        Preview.Consequences consequences = rejected ? Preview.Consequences.NONE : preview.of(draft, language);
        return new ValidationResult()
                .wouldBe(rejected ? ValidationOutcome.REJECTED : draft.wouldBe())
                .counts(new SubmissionCounts()
                        .received(draft.received())
                        .created(rejected ? 0 : draft.count(ValueOutcome.CREATED))
                        .updated(rejected ? 0 : draft.count(ValueOutcome.UPDATED))
                        .unchanged(rejected ? 0 : draft.count(ValueOutcome.UNCHANGED))
                        .rejected(rejected ? draft.received() : draft.rejected())
                        .warnings(SubmissionMapping.warnings(Findings.totals(all))))
                .findings(problems.words(all, language))
                .totalFindings(all.size())
                .totals(Findings.totals(all))
                .ruleSet(draft.ruleSet())
                .derived(consequences.derived())
                .comparisons(consequences.comparisons());
    }

    /** What of some findings about figures in force has not been answered by the submissions that filed them. */
    public List<Hit> unanswered(Collection<String> submissions, List<Hit> hits) {
        if (submissions.isEmpty() || hits.isEmpty()) {
            return hits;
        }
        Set<String> answered = findings.justified(submissions, MOST_ANSWERS).stream()
                .map(FindingRow::subject)
                .collect(Collectors.toSet());
        return hits.stream()
                .filter(hit -> !answered.contains(Found.subject(hit.note(), hit.key())))
                .toList();
    }

    Submission get(String id) {
        return wire(repository.visible(id));
    }

    Page<SubmittedValue> values(String id, @Nullable Integer limit, @Nullable String cursor) {
        SubmissionRow row = repository.visible(id);
        return pages.page(
                        limit,
                        cursor,
                        slice -> {
                            String after = slice.after(0);
                            return repository.values(
                                    row.id(), after == null ? -1 : Integer.parseInt(after), slice.count());
                        },
                        value -> List.of(String.valueOf(value.position())))
                .map(SubmissionMapping::wire);
    }

    /** What was found, each beside its value and what was answered to it. */
    Page<SubmissionFinding> findings(
            String id,
            @Nullable Severity severity,
            @Nullable String code,
            @Nullable Integer limit,
            @Nullable String cursor) {
        SubmissionRow row = repository.visible(id);
        Page<FindingRow> page = pages.page(
                limit,
                cursor,
                slice -> {
                    String after = slice.after(0);
                    return findings.page(
                            row.id(),
                            after == null ? -1 : Integer.parseInt(after),
                            severity == null ? null : severity.getValue(),
                            code,
                            slice.count());
                },
                finding -> List.of(String.valueOf(finding.position())));
        List<Integer> places = page.items().stream()
                .map(FindingRow::valueIndex)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Integer, ValueRow> values = places.isEmpty()
                ? Map.of()
                : findings.values(row.id(), places).stream()
                        .collect(Collectors.toMap(ValueRow::position, Function.identity()));
        return page.map(finding -> mapping.wire(
                finding,
                row,
                finding.valueIndex() == null ? null : values.get(finding.valueIndex()),
                RequestState.current().language()));
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String organization,
            @Nullable String regime,
            @Nullable String period,
            @Nullable SubmissionStatus status,
            @Nullable String clientReference) {}

    Page<Submission> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        return pages.page(
                        limit,
                        cursor,
                        slice -> repository.page(
                                Caller.current().path() + "%",
                                filter.organization(),
                                filter.regime(),
                                filter.period(),
                                filter.status() == null ? null : filter.status().getValue(),
                                filter.clientReference(),
                                slice.after(0),
                                slice.after(1),
                                slice.count()),
                        row -> List.of(Instants.sql(row.receivedAt()), row.id()))
                .mapAll(rows -> mapping.wire(rows, RequestState.current().language()));
    }

    private Submission wire(SubmissionRow row) {
        return mapping.wire(row, RequestState.current().language());
    }

    /** One filing of an organization, regime and period at a time; answers how many revisions there are. */
    private int lock(Filing filing) {
        String period = Objects.requireNonNull(filing.period()).code();
        return repository
                .lockFiling(organization(filing), regime(filing), period)
                .orElseGet(() -> {
                    repository.beginFiling(organization(filing), regime(filing), period);
                    return 0;
                });
    }

    private static String organization(Filing filing) {
        return Objects.requireNonNull(filing.organization()).code();
    }

    private static String regime(Filing filing) {
        return Objects.requireNonNull(filing.regime()).code();
    }
}
