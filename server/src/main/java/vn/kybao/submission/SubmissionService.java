package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionCounts;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.SubmittedValue;
import vn.kybao.api.model.ValidationOutcome;
import vn.kybao.api.model.ValidationResult;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.contract.JsonIntake;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.idempotency.Outcome;
import vn.kybao.indicator.IndicatorDefinition;
import vn.kybao.json.JsonText;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.paging.Pages;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.time.Ids;
import vn.kybao.time.Instants;

/** Files figures: an upsert onto what stands, whole or not at all, revision by revision. */
@Singleton
public class SubmissionService {
    static final String RESOURCE = "submission";
    private static final int MOST_NOTES = 1_000;

    private final SubmissionRepository repository;
    private final SubmissionChecks checks;
    private final SubmissionMapping mapping;
    private final ObservationStore observations;
    private final Enforcement enforcement;
    private final ValueStore values;
    private final JsonText json;
    private final JsonIntake intake;
    private final Problems problems;
    private final Pages pages;
    private final Clock clock;
    private final Ids ids;

    SubmissionService(
            SubmissionRepository repository,
            SubmissionChecks checks,
            SubmissionMapping mapping,
            ObservationStore observations,
            Enforcement enforcement,
            ValueStore values,
            JsonText json,
            JsonIntake intake,
            Problems problems,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.checks = checks;
        this.mapping = mapping;
        this.observations = observations;
        this.enforcement = enforcement;
        this.values = values;
        this.json = json;
        this.intake = intake;
        this.problems = problems;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a submission would do.
     *
     * @param filing what it is about
     * @param base what stands, with what is waiting laid over it
     * @param standing what stands
     * @param sent the values that were sent
     * @param carried the values of the pending submission that were not sent again
     * @param pending the submission that it takes the place of, or null
     */
    record Draft(
            Filing filing,
            Map<ObservationKey, CheckedValue> base,
            Map<ObservationKey, Standing> standing,
            List<CheckedValue> sent,
            List<CheckedValue> carried,
            @Nullable SubmissionRow pending) {

        ValueOutcome outcome(CheckedValue value) {
            CheckedValue before = base.get(value.key());
            if (value.isSameAs(before)) {
                return ValueOutcome.UNCHANGED;
            }
            return before == null ? ValueOutcome.CREATED : ValueOutcome.UPDATED;
        }

        int count(ValueOutcome wanted) {
            return (int) sent.stream().filter(v -> outcome(v) == wanted).count();
        }

        /** Nothing would change, and nothing that was returned waits to be filed again. */
        boolean isEmpty() {
            boolean returned = pending != null && pending.status().equals(SubmissionStatus.RETURNED.getValue());
            return !returned && count(ValueOutcome.UNCHANGED) == sent.size();
        }
    }

    Outcome<Submission> create(SubmissionCreate wanted, Findings findings) {
        requireRecognisable(wanted, findings);
        Filing filing = checks.filing(wanted, findings);
        String sha256 = contentHash();
        if (filing.organization() != null && wanted.getClientReference() != null && !findings.hasSyntaxErrors()) {
            Optional<Outcome<Submission>> earlier =
                    earlier(filing.organization().code(), wanted.getClientReference(), sha256, findings);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        int revision =
                filing.organization() == null || filing.regime() == null || filing.period() == null ? 0 : lock(filing);
        Draft draft = draft(wanted, filing, findings);
        findings.throwIfErrors();
        if (draft.isEmpty()) {
            Optional<SubmissionRow> stands = repository.standing(
                    organization(filing),
                    regime(filing),
                    Objects.requireNonNull(filing.period()).code());
            if (stands.isPresent()) {
                name(wanted, organization(filing), stands.get().id(), sha256);
                return Outcome.ok(wire(stands.get()), stands.get().version(), List.of());
            }
        }
        return store(wanted, draft, revision + 1, sha256, findings.warnings());
    }

    ValidationResult validate(SubmissionCreate wanted, Findings findings) {
        Filing filing = checks.filing(wanted, findings);
        Draft draft = draft(wanted, filing, findings);
        if (findings.hasSyntaxErrors()) {
            findings.throwIfErrors();
        }
        List<Note> all = findings.all();
        boolean rejected = findings.hasErrors();
        int warnings = findings.warnings().size();
        return new ValidationResult()
                .wouldBe(outcome(draft, rejected))
                .counts(new SubmissionCounts()
                        .received(wanted.getValues().size())
                        .created(rejected ? 0 : draft.count(ValueOutcome.CREATED))
                        .updated(rejected ? 0 : draft.count(ValueOutcome.UPDATED))
                        .unchanged(rejected ? 0 : draft.count(ValueOutcome.UNCHANGED))
                        .rejected(rejected ? wanted.getValues().size() : 0)
                        .warnings(warnings))
                .findings(problems.words(
                        all.subList(0, Math.min(all.size(), MOST_NOTES)),
                        RequestState.current().language()))
                .totalFindings(all.size());
    }

    Submission get(String id) {
        return wire(find(id));
    }

    Page<SubmittedValue> values(String id, @Nullable Integer limit, @Nullable String cursor) {
        SubmissionRow row = find(id);
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
                .map(this::wire);
    }

    private SubmissionRow find(String id) {
        return repository
                .find(id, Caller.current().path() + "%")
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    private Submission wire(SubmissionRow row) {
        return mapping.wire(row, RequestState.current().language());
    }

    private static void requireRecognisable(SubmissionCreate wanted, Findings findings) {
        boolean readable = !RequestState.current().bodyTree().isEmpty();
        if (readable
                && wanted.getClientReference() == null
                && Fingerprints.key(RequestState.current()).isEmpty()
                && !findings.refuses("/clientReference")) {
            findings.add(Note.error(ProblemCode.IDEMPOTENCY_KEY_REQUIRED).parameter(Fingerprints.HEADER));
        }
    }

    /** What was filed under the reference before: the same content answers it, other content is refused. */
    private Optional<Outcome<Submission>> earlier(
            String organization, String reference, String sha256, Findings findings) {
        Optional<SubmissionRepository.Named> named = repository.named(organization, reference);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (named.get().contentSha256().equals(sha256)) {
            SubmissionRow row = repository.findById(named.get().submission()).orElseThrow();
            // What was found wrong today does not undo what was stored then.
            findings.clear();
            return Optional.of(Outcome.ok(wire(row), row.version(), List.of()));
        }
        Note note = Note.error(ProblemCode.CLIENT_REFERENCE_REUSED)
                .at("/clientReference")
                .actual(reference)
                .evidence(List.of("/v1/submissions/" + named.get().submission()));
        throw new ProblemException(
                note.code(),
                note.values(),
                List.of(note),
                Extras.link("/v1/submissions/" + named.get().submission()));
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

    private Draft draft(SubmissionCreate wanted, Filing filing, Findings findings) {
        Map<String, IndicatorDefinition> known = checks.indicators(wanted, filing.regime());
        checks.values(wanted, filing, known, findings);
        Map<ObservationKey, CheckedValue> base = new HashMap<>();
        Map<ObservationKey, Standing> standing = Map.of();
        SubmissionRow pending = null;
        if (filing.organization() != null && filing.period() != null) {
            standing = observations.inForce(
                    filing.organization().code(), filing.period().code());
            standing.forEach((key, there) -> base.put(key, CheckedValue.of(there.figure())));
            checks.held(wanted, filing, standing, findings);
            pending = pending(filing);
        }
        Map<ObservationKey, CheckedValue> waiting = new HashMap<>();
        if (pending != null) {
            repository
                    .values(pending.id(), -1, Integer.MAX_VALUE)
                    .forEach(row -> waiting.put(CheckedValue.of(row).key(), CheckedValue.of(row)));
            base.putAll(waiting);
        }
        if (findings.hasErrors()) {
            return new Draft(filing, base, standing, List.of(), List.of(), pending);
        }
        List<CheckedValue> sent = SubmissionChecks.checked(wanted);
        Map<ObservationKey, CheckedValue> after = new HashMap<>(base);
        sent.forEach(value -> {
            after.put(value.key(), value);
            waiting.remove(value.key());
        });
        checks.required(filing, after, known, findings);
        return new Draft(filing, base, standing, sent, List.copyOf(waiting.values()), pending);
    }

    private @Nullable SubmissionRow pending(Filing filing) {
        if (filing.regime() == null) {
            return null;
        }
        return repository
                .latest(
                        organization(filing),
                        regime(filing),
                        Objects.requireNonNull(filing.period()).code())
                .filter(row -> row.status().equals(SubmissionStatus.AWAITING_REVIEW.getValue())
                        || row.status().equals(SubmissionStatus.RETURNED.getValue()))
                .orElse(null);
    }

    private static ValidationOutcome outcome(Draft draft, boolean rejected) {
        if (rejected) {
            return ValidationOutcome.REJECTED;
        }
        if (draft.isEmpty()) {
            return ValidationOutcome.UNCHANGED;
        }
        return Objects.requireNonNull(draft.filing().regime()).autoApprove()
                ? ValidationOutcome.IN_FORCE
                : ValidationOutcome.AWAITING_REVIEW;
    }

    private Outcome<Submission> store(
            SubmissionCreate wanted, Draft draft, int revision, String sha256, List<Note> warnings) {
        Filing filing = draft.filing();
        boolean autoApprove = Objects.requireNonNull(filing.regime()).autoApprove();
        String period = Objects.requireNonNull(filing.period()).code();
        Instant now = clock.instant();
        SubmissionRow pending = draft.pending();
        SubmissionRow row = new SubmissionRow(
                ids.next(),
                organization(filing),
                regime(filing),
                period,
                revision,
                (autoApprove ? SubmissionStatus.IN_FORCE : SubmissionStatus.AWAITING_REVIEW).getValue(),
                wanted.getClientReference(),
                filing.compiledOn(),
                now,
                draft.sent().size(),
                draft.count(ValueOutcome.CREATED),
                draft.count(ValueOutcome.UPDATED),
                draft.count(ValueOutcome.UNCHANGED),
                json.write(warnings.subList(0, Math.min(warnings.size(), MOST_NOTES))),
                json.write(Objects.requireNonNullElse(wanted.getJustifications(), List.of())),
                pending == null ? null : pending.id(),
                sha256,
                Caller.current().credential(),
                null,
                null,
                null,
                1);
        repository.save(row);
        repository.countFiling(row.organization(), row.regime(), period, revision);
        name(wanted, row.organization(), row.id(), sha256);
        values.save(rows(row, draft));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("CREATED", RESOURCE, row.id(), row.organization(), 1, null));
        if (pending != null) {
            repository.supersede(pending.id());
            changes.add(
                    new Change("SUPERSEDED", RESOURCE, pending.id(), row.organization(), pending.version() + 1, null));
        }
        if (autoApprove) {
            List<CheckedValue> all = new ArrayList<>(draft.sent());
            all.addAll(draft.carried());
            changes.addAll(enforcement.enforce(row, all, draft.standing(), now));
        }
        return Outcome.created(wire(row), 1, "/v1/submissions/" + row.id(), changes.getFirst())
                .withChanges(changes);
    }

    private static List<ValueRow> rows(SubmissionRow submission, Draft draft) {
        List<CheckedValue> all = new ArrayList<>(draft.sent());
        all.addAll(draft.carried());
        List<ValueRow> rows = new ArrayList<>(all.size());
        for (CheckedValue value : all) {
            Standing before = draft.standing().get(value.key());
            rows.add(new ValueRow(
                    submission.id(),
                    rows.size(),
                    value.itemRef(),
                    value.key().indicator(),
                    value.key().measure().getValue(),
                    value.key().breakdown(),
                    value.value(),
                    value.state().getValue(),
                    value.qualifier().getValue(),
                    value.precision(),
                    value.text(),
                    value.asOf(),
                    value.note(),
                    draft.outcome(value).getValue(),
                    before == null ? null : before.figure().value(),
                    before == null ? null : before.figure().state().getValue(),
                    before == null ? null : before.figure().submission()));
        }
        return rows;
    }

    private void name(SubmissionCreate wanted, String organization, String submission, String sha256) {
        if (wanted.getClientReference() != null) {
            repository.name(organization, wanted.getClientReference(), submission, sha256);
        }
    }

    /** SHA-256 of the content in canonical form (RFC 8785): the same content, however it was written. */
    private String contentHash() {
        try {
            byte[] content = intake.write(RequestState.current().bodyTree());
            return Fingerprints.sha256(new JsonCanonicalizer(content).getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String organization(Filing filing) {
        return Objects.requireNonNull(filing.organization()).code();
    }

    private static String regime(Filing filing) {
        return Objects.requireNonNull(filing.regime()).code();
    }
}
