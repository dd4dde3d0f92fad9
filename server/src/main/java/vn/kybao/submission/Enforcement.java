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
import vn.kybao.api.model.SubmissionStatus;
import vn.kybao.api.model.ValueOutcome;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.idempotency.Change;
import vn.kybao.observation.ObservationKey;
import vn.kybao.observation.ObservationStore;
import vn.kybao.observation.ObservationStore.Standing;
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
            figures.add(figure(submission, value, now));
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
                long version = repository.findById(id).orElseThrow().version();
                changes.add(new Change(
                        SubmissionStatus.SUPERSEDED.getValue(),
                        SubmissionService.RESOURCE,
                        id,
                        submission.organization(),
                        version,
                        null));
            }
        }
        return changes;
    }

    /** Puts back what stood before a submission in force; refuses when a later one stands on it. */
    void restore(SubmissionRow submission, Instant now) {
        Map<ObservationKey, Standing> standing = observations.inForce(submission.organization(), submission.period());
        List<ValueRow> rows = repository.values(submission.id(), -1, Integer.MAX_VALUE).stream()
                .filter(row -> !row.outcome().equals(ValueOutcome.UNCHANGED.getValue()))
                .toList();
        Set<String> earlier = new TreeSet<>();
        for (ValueRow row : rows) {
            Standing there = standing.get(CheckedValue.of(row).key());
            if (there == null || !there.figure().submission().equals(submission.id())) {
                throw later(there);
            }
            if (row.beforeSubmission() != null) {
                earlier.add(row.beforeSubmission());
            }
        }
        Map<ObservationKey, StatedFigure> before =
                observations.lastOf(submission.organization(), submission.period(), earlier);
        List<StatedFigure> figures = new ArrayList<>();
        Map<ObservationKey, Standing> ended = new HashMap<>();
        for (ValueRow row : rows) {
            ObservationKey key = CheckedValue.of(row).key();
            Standing there = java.util.Objects.requireNonNull(standing.get(key));
            StatedFigure previous = row.beforeSubmission() == null ? null : before.get(key);
            figures.add(previous == null ? ObservationStore.cleared(there.figure()) : previous);
            ended.put(key, there);
        }
        observations.bringIntoForce(figures, ended, now);
    }

    private static ProblemException later(@Nullable Standing there) {
        Note note = Note.error(ProblemCode.LATER_SUBMISSION);
        if (there == null) {
            return new ProblemException(note);
        }
        String link = "/v1/submissions/" + there.figure().submission();
        return new ProblemException(
                note.code(), note.values(), List.of(note.evidence(List.of(link))), Extras.link(link));
    }

    private static StatedFigure figure(SubmissionRow submission, CheckedValue value, Instant now) {
        return new StatedFigure(
                "",
                submission.organization(),
                value.key().indicator(),
                submission.period(),
                value.key().measure(),
                value.key().breakdown(),
                value.value(),
                value.state(),
                value.qualifier(),
                value.precision(),
                value.text(),
                value.asOf(),
                value.note(),
                submission.regime(),
                submission.id(),
                submission.revision(),
                now,
                null);
    }
}
