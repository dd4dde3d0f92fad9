package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.kybao.access.Caller;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.idempotency.Change;
import vn.kybao.json.JsonText;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.problem.Findings;
import vn.kybao.receipt.ReceiptService;
import vn.kybao.receipt.ReceiptService.Filed;
import vn.kybao.time.Ids;

/** Stores a draft: the submission, its values and findings, and what comes into force with it. */
@Singleton
final class SubmissionStore {
    private final SubmissionRepository repository;
    private final Enforcement enforcement;
    private final ValueStore values;
    private final FindingStore findings;
    private final ReceiptService receipts;
    private final JsonText json;
    private final Clock clock;
    private final Ids ids;

    SubmissionStore(
            SubmissionRepository repository,
            Enforcement enforcement,
            ValueStore values,
            FindingStore findings,
            ReceiptService receipts,
            JsonText json,
            Clock clock,
            Ids ids) {
        this.repository = repository;
        this.enforcement = enforcement;
        this.values = values;
        this.findings = findings;
        this.receipts = receipts;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What was stored.
     *
     * @param row the submission
     * @param changes what changed, its own creation first
     */
    record Stored(SubmissionRow row, List<Change> changes) {}

    Stored store(SubmissionCreate wanted, Draft draft, int revision, String sha256) {
        Instant now = clock.instant();
        SubmissionRow row = row(wanted, draft, revision, sha256, now);
        repository.save(row);
        repository.countFiling(row.organization(), row.regime(), row.period(), revision);
        name(wanted, row.organization(), row.id(), sha256);
        values.save(rows(row, draft));
        findings.save(row.id(), draft.found());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("CREATED", SubmissionService.RESOURCE, row.id(), row.organization(), 1, null));
        SubmissionRow pending = draft.pending();
        if (pending != null) {
            repository.supersede(pending.id());
            changes.add(new Change(
                    "SUPERSEDED",
                    SubmissionService.RESOURCE,
                    pending.id(),
                    row.organization(),
                    pending.version() + 1,
                    null));
        }
        if (draft.status() == SubmissionStatus.IN_FORCE) {
            List<CheckedValue> all = new ArrayList<>(draft.sent());
            all.addAll(draft.carried());
            changes.addAll(enforcement.enforce(row, all, draft.standing(), now));
        }
        Filed filed = new Filed(
                row.id(), row.revision(), row.organization(), row.caller(), row.receivedAt(), row.contentSha256());
        receipts.issue(filed, row.ruleSet());
        return new Stored(row, changes);
    }

    /** Gives the reporter's own name to a submission, for ever. */
    void name(SubmissionCreate wanted, String organization, String submission, String sha256) {
        if (wanted.getClientReference() != null) {
            repository.name(organization, wanted.getClientReference(), submission, sha256);
        }
    }

    private SubmissionRow row(SubmissionCreate wanted, Draft draft, int revision, String sha256, Instant now) {
        Filing filing = draft.filing();
        SubmissionRow pending = draft.pending();
        return new SubmissionRow(
                ids.next(),
                Objects.requireNonNull(filing.organization()).code(),
                Objects.requireNonNull(filing.regime()).code(),
                Objects.requireNonNull(filing.period()).code(),
                revision,
                draft.status().getValue(),
                draft.mode().getValue(),
                wanted.getClientReference(),
                filing.compiledOn(),
                now,
                draft.received(),
                draft.count(ValueOutcome.CREATED),
                draft.count(ValueOutcome.UPDATED),
                draft.count(ValueOutcome.UNCHANGED),
                draft.rejected(),
                json.write(
                        Findings.totals(draft.found().stream().map(Found::note).toList())),
                draft.ruleSet(),
                json.write(Objects.requireNonNullElse(wanted.getJustifications(), List.of())),
                pending == null ? null : pending.id(),
                sha256,
                Caller.current().credential(),
                null,
                null,
                null,
                1,
                true);
    }

    /** Values keep their place in the request; those that were carried over come after it. */
    private static List<ValueRow> rows(SubmissionRow submission, Draft draft) {
        List<CheckedValue> all = new ArrayList<>(draft.sent());
        all.addAll(draft.carried());
        List<ValueRow> rows = new ArrayList<>(all.size());
        int next = draft.received();
        for (CheckedValue value : all) {
            Standing before = draft.standing().get(value.key());
            rows.add(new ValueRow(
                    submission.id(),
                    value.index() == null ? next++ : value.index(),
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
                    value.document(),
                    draft.outcome(value).getValue(),
                    before == null ? null : before.figure().value(),
                    before == null ? null : before.figure().state().getValue(),
                    before == null ? null : before.figure().submission()));
        }
        return rows;
    }
}
