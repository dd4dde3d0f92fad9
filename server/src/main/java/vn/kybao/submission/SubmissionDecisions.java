package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** Decisions about what was filed: approve and return by the receiver, withdraw by the reporter. */
@Singleton
final class SubmissionDecisions {
    private final SubmissionRepository repository;
    private final SubmissionMapping mapping;
    private final Enforcement enforcement;
    private final ObservationStore observations;
    private final RegimeService regimes;
    private final OrganizationService organizations;
    private final CollectionService collections;
    private final Clock clock;

    SubmissionDecisions(
            SubmissionRepository repository,
            SubmissionMapping mapping,
            Enforcement enforcement,
            ObservationStore observations,
            RegimeService regimes,
            OrganizationService organizations,
            CollectionService collections,
            Clock clock) {
        this.repository = repository;
        this.mapping = mapping;
        this.enforcement = enforcement;
        this.observations = observations;
        this.regimes = regimes;
        this.organizations = organizations;
        this.collections = collections;
        this.clock = clock;
    }

    /** The moves of a submission and where each leads. */
    private enum Move {
        APPROVE(SubmissionStatus.IN_FORCE),
        RETURN(SubmissionStatus.RETURNED),
        WITHDRAW(SubmissionStatus.WITHDRAWN);

        private final SubmissionStatus to;

        Move(SubmissionStatus to) {
            this.to = to;
        }

        boolean isAllowedFrom(SubmissionStatus status) {
            return status == SubmissionStatus.AWAITING_REVIEW
                    || (this != APPROVE && status == SubmissionStatus.IN_FORCE);
        }

        static List<String> allowedFrom(SubmissionStatus status) {
            return Arrays.stream(values())
                    .filter(move -> move.isAllowedFrom(status))
                    .map(move -> move.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    Outcome<Submission> approve(String id, Findings findings) {
        SubmissionRow row = visible(id);
        requireReviewer(row);
        IfMatch.required(row.version());
        findings.throwIfErrors();
        Instant now = clock.instant();
        SubmissionRow decided = decide(row, Move.APPROVE, null, now);
        List<CheckedValue> values = repository.values(id, -1, Integer.MAX_VALUE).stream()
                .map(CheckedValue::of)
                .toList();
        Map<ObservationKey, Standing> standing = observations.inForce(row.organization(), row.period());
        requireUnheld(row, values, standing);
        List<Change> changes = new ArrayList<>();
        changes.add(change(decided, null));
        changes.addAll(enforcement.enforce(decided, values, standing, now));
        return answer(decided, changes);
    }

    Outcome<Submission> returned(String id, Reason reason, Findings findings) {
        SubmissionRow row = visible(id);
        requireReviewer(row);
        IfMatch.required(row.version());
        return takeBack(row, Move.RETURN, reason, findings);
    }

    Outcome<Submission> withdraw(String id, Reason reason, Findings findings) {
        SubmissionRow row = visible(id);
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

    /** Found and locked together with its filing, so that nothing is filed while it is decided. */
    private SubmissionRow visible(String id) {
        SubmissionRow row = repository
                .find(id, Caller.current().path() + "%")
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
        repository.lockFiling(row.organization(), row.regime(), row.period());
        return repository.lock(id).orElseThrow();
    }

    /** While it waited, a figure may have come into force under another regime, which then holds it. */
    private static void requireUnheld(
            SubmissionRow row, List<CheckedValue> values, Map<ObservationKey, Standing> standing) {
        Findings findings = new Findings();
        for (CheckedValue value : values) {
            Standing there = standing.get(value.key());
            if (there != null && there.isHeldByAnother(row.regime())) {
                findings.add(Note.error(ProblemCode.HELD_BY_REGIME)
                        .item(value.itemRef(), null)
                        .expected(there.figure().regime()));
            }
        }
        findings.throwIfErrors();
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
        if (!move.isAllowedFrom(status)) {
            List<String> allowed = Move.allowedFrom(status);
            throw new ProblemException(
                    ProblemCode.INVALID_TRANSITION,
                    Map.of("actual", status.getValue(), "expected", String.join(", ", allowed)),
                    List.of(),
                    Extras.allowed(allowed));
        }
        requireUnpublished(row, move);
        String by = Caller.current().credential();
        if (repository.decide(row.id(), row.status(), row.version(), move.to.getValue(), by, now, reason) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        return repository.findById(row.id()).orElseThrow();
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
