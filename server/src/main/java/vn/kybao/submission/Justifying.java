package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Justification;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.time.Ids;
import vn.kybao.validation.Hit;

/** Brings findings together with what was answered to them: with this filing, or with the one it takes the place of. */
@Singleton
final class Justifying {
    private static final int MOST = 100_000;

    private final FindingRepository repository;
    private final Ids ids;
    private final Clock clock;

    Justifying(FindingRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    List<Found> answered(
            SubmissionCreate wanted,
            @Nullable SubmissionRow pending,
            Findings findings,
            IdentityHashMap<Note, Hit> hits) {
        List<Justification> given = Objects.requireNonNullElse(wanted.getJustifications(), List.of());
        Set<Integer> used = new HashSet<>();
        Map<String, FindingRow> earlier = earlier(pending);
        Instant now = clock.instant();
        List<Found> all = new ArrayList<>();
        for (Note note : findings.all()) {
            Hit hit = hits.get(note);
            Found found = new Found(ids.next(), note, hit == null ? null : hit.key(), null);
            if (note.severity() != Severity.ERROR) {
                FindingRow before = earlier.get(found.subject());
                found = answered(found, before, given, used, now);
            }
            all.add(found);
        }
        unused(given, used, findings, all);
        return all;
    }

    private static Found answered(
            Found found, @Nullable FindingRow before, List<Justification> given, Set<Integer> used, Instant now) {
        for (int i = 0; i < given.size(); i++) {
            Justification one = given.get(i);
            if (one != null && fits(one, found.note())) {
                used.add(i);
                boolean isNew = before == null || !Objects.equals(before.justification(), one.getText());
                return found.answered(
                        new Found.Answer(one.getText(), Caller.current().credential(), now, isNew));
            }
        }
        return before == null || before.justification() == null
                ? found
                : found.answered(new Found.Answer(
                        before.justification(),
                        Objects.requireNonNull(before.justifiedBy()),
                        Objects.requireNonNull(before.justifiedAt()),
                        false));
    }

    private static boolean fits(Justification one, Note note) {
        return note.wireCode().equals(one.getCode())
                && one.getText() != null
                && (one.getItemRef() == null
                        || one.getItemRef().equals(note.place().itemRef()));
    }

    private Map<String, FindingRow> earlier(@Nullable SubmissionRow pending) {
        Map<String, FindingRow> earlier = new HashMap<>();
        if (pending != null) {
            repository.justified(List.of(pending.id()), MOST).forEach(row -> earlier.put(row.subject(), row));
        }
        return earlier;
    }

    /** An answer to nothing is told: its code or its itemRef may be misspelt. */
    private void unused(List<Justification> given, Set<Integer> used, Findings findings, List<Found> all) {
        for (int i = 0; i < given.size(); i++) {
            Justification one = given.get(i);
            if (one != null && one.getCode() != null && !used.contains(i)) {
                Note note = Note.of(ProblemCode.JUSTIFICATION_UNUSED, Severity.INFO)
                        .at("/justifications/" + i)
                        .item(one.getItemRef(), null)
                        .actual(one.getCode());
                findings.add(note);
                all.add(new Found(ids.next(), note, null, null));
            }
        }
    }
}
