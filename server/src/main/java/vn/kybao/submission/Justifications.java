package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kybao.access.Caller;
import vn.kybao.api.model.CollectionStatus;
import vn.kybao.api.model.JustificationList;
import vn.kybao.api.model.JustificationText;
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
import vn.kybao.regime.RegimeService;

/** The reporter answers what was found; once all that needs an answer has one, the submission moves on. */
@Singleton
final class Justifications {
    private final SubmissionRepository repository;
    private final FindingRepository findings;
    private final SubmissionMapping mapping;
    private final Enforcement enforcement;
    private final RegimeService regimes;
    private final OrganizationService organizations;
    private final CollectionService collections;
    private final Clock clock;

    Justifications(
            SubmissionRepository repository,
            FindingRepository findings,
            SubmissionMapping mapping,
            Enforcement enforcement,
            RegimeService regimes,
            OrganizationService organizations,
            CollectionService collections,
            Clock clock) {
        this.repository = repository;
        this.findings = findings;
        this.mapping = mapping;
        this.enforcement = enforcement;
        this.regimes = regimes;
        this.organizations = organizations;
        this.collections = collections;
        this.clock = clock;
    }

    Outcome<Submission> justify(String id, JustificationList given, Findings wrong) {
        SubmissionRow row = repository.visibleAndLocked(id);
        String path = organizations.find(row.organization()).orElseThrow().path();
        if (!Caller.current().covers(path)) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", row.organization()));
        }
        IfMatch.ifPresent(row.version());
        requireKnown(row, given, wrong);
        wrong.throwIfErrors();
        SubmissionStatus status = SubmissionStatus.fromValue(row.status());
        Move.JUSTIFY.requireAllowed(status);
        requireUnpublished(row);
        Instant now = clock.instant();
        for (JustificationText one : given.getJustifications()) {
            findings.justify(one.getFinding(), one.getText(), Caller.current().credential(), now);
        }
        return moveOn(row, status, now);
    }

    private void requireKnown(SubmissionRow row, JustificationList given, Findings wrong) {
        List<JustificationText> all = given.getJustifications() == null ? List.of() : given.getJustifications();
        List<String> ids = all.stream()
                .filter(one -> one != null && one.getFinding() != null)
                .map(JustificationText::getFinding)
                .toList();
        Set<String> known = ids.isEmpty() ? Set.of() : Set.copyOf(findings.existing(row.id(), ids));
        for (int i = 0; i < all.size(); i++) {
            JustificationText one = all.get(i);
            if (one != null && one.getFinding() != null && !known.contains(one.getFinding())) {
                wrong.add(Note.error(ProblemCode.UNKNOWN_REFERENCE)
                        .at("/justifications/" + i + "/finding")
                        .actual(one.getFinding()));
            }
        }
    }

    private Outcome<Submission> moveOn(SubmissionRow row, SubmissionStatus status, Instant now) {
        SubmissionStatus next = status;
        if (findings.unanswered(row.id()) == 0) {
            boolean autoApprove = regimes.find(row.regime()).orElseThrow().autoApprove();
            next = autoApprove ? SubmissionStatus.IN_FORCE : SubmissionStatus.AWAITING_REVIEW;
        }
        if (repository.moveOn(row.id(), row.status(), row.version(), next.getValue()) == 0) {
            throw IfMatch.stale(row.version() + 1);
        }
        SubmissionRow moved = repository.findById(row.id()).orElseThrow();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                "JUSTIFIED", SubmissionService.RESOURCE, row.id(), row.organization(), moved.version(), null));
        if (next == SubmissionStatus.IN_FORCE) {
            changes.addAll(enforcement.enforceStored(moved, now));
        }
        return Outcome.ok(mapping.wire(moved, RequestState.current().language()), moved.version(), changes);
    }

    /** What was received in time may be answered until the period is published. */
    private void requireUnpublished(SubmissionRow row) {
        CollectionStatus status =
                collections.hold(row.regime(), row.period()).orElseThrow().status();
        if (status == CollectionStatus.PUBLISHED) {
            throw new ProblemException(Note.error(ProblemCode.PERIOD_CLOSED)
                    .with("regime", row.regime())
                    .with("period", row.period())
                    .actual(status.getValue()));
        }
    }
}
