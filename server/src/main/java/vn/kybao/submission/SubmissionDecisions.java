package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.api.model.Reason;
import vn.kybao.api.model.Submission;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.collection.CollectionService;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** Decisions about what was filed: approve and return by the receiver, withdraw by the reporter. */
@Singleton
final class SubmissionDecisions {
    private final SubmissionRepository repository;
    private final SubmissionMapping mapping;
    private final Enforcement enforcement;
    private final RegimeService regimes;
    private final OrganizationService organizations;
    private final CollectionService collections;
    private final Clock clock;

    SubmissionDecisions(
            SubmissionRepository repository,
            SubmissionMapping mapping,
            Enforcement enforcement,
            RegimeService regimes,
            OrganizationService organizations,
            CollectionService collections,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.enforcement = enforcement;
        this.regimes = regimes;
        this.organizations = organizations;
        this.collections = collections;
        this.clock = clock;
    }

    Outcome<Submission> approve(String id, Findings findings) {
        SubmissionRow row = repository.visibleAndLocked(id);
        requireReviewer(row);
        IfMatch.required(row.version());
        findings.throwIfErrors();
        Instant now = clock.instant();
        SubmissionRow decided = decide(row, Move.APPROVE, null, now);
        List<Change> changes = new ArrayList<>();
        changes.add(change(decided, null));
        changes.addAll(enforcement.enforceStored(decided, now));
        return answer(decided, changes);
    }

    Outcome<Submission> returned(String id, Reason reason, Findings findings) {
        SubmissionRow row = repository.visibleAndLocked(id);
        requireReviewer(row);
        IfMatch.required(row.version());
        return takeBack(row, Move.RETURN, reason, findings);
    }

    Outcome<Submission> withdraw(String id, Reason reason, Findings findings) {
        SubmissionRow row = repository.visibleAndLocked(id);
        String path = organizations.find(row.organization()).orElseThrow().path();
        if (!Caller.current().covers(path)) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", row.organization()));
        }
        IfMatch.ifPresent(row.version());
        return takeBack(row, Move.WITHDRAW, reason, findings);
    }

    private Outcome<Submission> takeBack(SubmissionRow row, Move move, Reason reason, Findings findings) {
        findings.throwIfErrors();
        Instant now = clock.instant();
        SubmissionRow decided = decide(row, move, reason.getReason(), now);
        List<Change> changes = new ArrayList<>();
        changes.add(change(decided, reason.getReason()));
        if (row.status().equals(SubmissionStatus.IN_FORCE.getValue())) {
            changes.addAll(enforcement.restore(row, now));
        }
        return answer(decided, changes);
    }

    /** The receiver or above, and neither the reporter itself nor the credential that filed it. */
    private void requireReviewer(SubmissionRow row) {
        RegimeDefinition regime = regimes.find(row.regime()).orElseThrow();
        String receiver = organizations.find(regime.receiver()).orElseThrow().path();
        Caller caller = Caller.current();
        if (!caller.covers(receiver)) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", regime.receiver()));
        }
        if (caller.organization().equals(row.organization())
                || caller.credential().equals(row.caller())) {
            throw new ProblemException(ProblemCode.OWN_SUBMISSION);
        }
    }

    private SubmissionRow decide(SubmissionRow row, Move move, @Nullable String reason, Instant now) {
        SubmissionStatus status = SubmissionStatus.fromValue(row.status());
        move.requireAllowed(status);
        requireUnpublished(row, move);
        String by = Caller.current().credential();
        if (repository.decide(
                        row.id(), row.status(), row.version(), outcome(move).getValue(), by, now, reason)
                == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        return repository.findById(row.id()).orElseThrow();
    }

    private static SubmissionStatus outcome(Move move) {
        return switch (move) {
            case APPROVE -> SubmissionStatus.IN_FORCE;
            case RETURN -> SubmissionStatus.RETURNED;
            case WITHDRAW -> SubmissionStatus.WITHDRAWN;
            case JUSTIFY -> throw new IllegalArgumentException("answering is no decision");
        };
    }

    /** The receiver may decide until the period is published, the reporter may withdraw while it is open. */
    private void requireUnpublished(SubmissionRow row, Move move) {
        CollectionStatus status =
                collections.hold(row.regime(), row.period()).orElseThrow().status();
        boolean allowed = status == CollectionStatus.OPEN
                || (move != Move.WITHDRAW && status == CollectionStatus.CLOSED)
                || status == CollectionStatus.PLANNED;
        if (!allowed) {
            throw new ProblemException(Note.error(ProblemCode.PERIOD_CLOSED)
                    .with("regime", row.regime())
                    .with("period", row.period())
                    .actual(status.getValue()));
        }
    }

    private Outcome<Submission> answer(SubmissionRow row, List<Change> changes) {
        return Outcome.ok(mapping.wire(row, RequestState.current().language()), row.version(), changes);
    }

    private static Change change(SubmissionRow row, @Nullable String reason) {
        return new Change(
                row.status(), SubmissionService.RESOURCE, row.id(), row.organization(), row.version(), reason);
    }
}
