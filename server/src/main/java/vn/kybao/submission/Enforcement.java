package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.idempotency.Change;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** Brings a submission's figures into force, key by key, and puts back what stood before. */
@Singleton
final class Enforcement {
    private final ObservationStore observations;
    private final SubmissionRepository repository;

    Enforcement(ObservationStore observations, SubmissionRepository repository) {
        this.observations = observations;
        this.repository = repository;
    }

    /** Brings what a stored submission holds into force. */
    List<Change> enforceStored(SubmissionRow submission, Instant now) {
        List<CheckedValue> values = repository.values(submission.id(), -1, Integer.MAX_VALUE).stream()
                .map(CheckedValue::of)
                .toList();
        Map<ObservationKey, Standing> standing = observations.inForce(submission.organization(), submission.period());
        requireUnheld(submission, values, standing);
        return enforce(submission, values, standing, now);
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
                        .with("name", new LocalizedText().vi(value.key().indicator()))
                        .expected(there.figure().regime()));
            }
        }
        findings.throwIfErrors();
    }

    /** Figures that differ from what stands come into force; submissions left without any are superseded. */
    List<Change> enforce(
            SubmissionRow submission, List<CheckedValue> values, Map<ObservationKey, Standing> standing, Instant now) {
        List<StatedFigure> figures = new ArrayList<>();
        Set<String> replaced = new TreeSet<>();
        for (CheckedValue value : values) {
            Standing before = standing.get(value.key());
            if (value.isSameAs(before == null ? null : CheckedValue.of(before.figure()))) {
                continue;
            }
            figures.add(value.figure(
                    submission.organization(),
                    submission.period(),
                    submission.regime(),
                    submission.id(),
                    submission.revision(),
                    now));
            if (before != null) {
                replaced.add(before.figure().submission());
            }
        }
        observations.bringIntoForce(figures, standing, now);
        return supersede(submission, replaced);
    }

    private List<Change> supersede(SubmissionRow submission, Set<String> replaced) {
        replaced.remove(submission.id());
        List<Change> changes = new ArrayList<>();
        if (!replaced.isEmpty()) {
            for (String id : repository.withoutFigures(replaced)) {
                repository.supersede(id);
                changes.add(change(submission, id, SubmissionStatus.SUPERSEDED));
            }
        }
        return changes;
    }

    /**
     * Puts back what stood before a submission; refuses when a later one stands on it. The versions themselves say what
     * it brought into force and what was there before its first one.
     */
    List<Change> restore(SubmissionRow submission, Instant now) {
        List<StatedFigure> figures = new ArrayList<>();
        Map<ObservationKey, Standing> ended = new HashMap<>();
        Set<String> restored = new TreeSet<>();
        observations
                .versionsTouchedBy(submission.organization(), submission.period(), submission.id())
                .forEach((key, versions) -> {
                    Standing standing = versions.getLast();
                    if (!standing.figure().submission().equals(submission.id())) {
                        throw later(standing);
                    }
                    StatedFigure before = before(versions, submission.id());
                    figures.add(before == null ? ObservationStore.cleared(standing.figure()) : before);
                    ended.put(key, standing);
                    if (before != null) {
                        restored.add(before.submission());
                    }
                });
        observations.bringIntoForce(figures, ended, now);
        return reinstate(submission, restored);
    }

    /** What stood before the first version that the submission brought; null when nothing did. */
    private static @Nullable StatedFigure before(List<Standing> versions, String submission) {
        StatedFigure before = null;
        for (Standing version : versions) {
            if (version.figure().submission().equals(submission)) {
                return before;
            }
            before = version.figure();
        }
        return before;
    }

    /** A submission is in force while one of its figures is. */
    private List<Change> reinstate(SubmissionRow submission, Set<String> restored) {
        List<Change> changes = new ArrayList<>();
        for (String id : restored) {
            if (repository.reinstate(id) > 0) {
                changes.add(change(submission, id, SubmissionStatus.IN_FORCE));
            }
        }
        return changes;
    }

    private Change change(SubmissionRow submission, String id, SubmissionStatus status) {
        long version = repository.findById(id).orElseThrow().version();
        return new Change(status.getValue(), SubmissionService.RESOURCE, id, submission.organization(), version, null);
    }

    private static ProblemException later(Standing there) {
        Note note = Note.error(ProblemCode.LATER_SUBMISSION);
        String link = "/v1/submissions/" + there.figure().submission();
        return new ProblemException(
                note.code(), note.values(), List.of(note.evidence(List.of(link))), Extras.link(link));
    }
}
