package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.contract.JsonIntake;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** Knows a filing again that was made before, by the reporter's own name for it. */
@Singleton
final class Recognition {
    private final SubmissionRepository repository;
    private final JsonIntake intake;

    Recognition(SubmissionRepository repository, JsonIntake intake) {
        this.repository = repository;
        this.intake = intake;
    }

    /** A filing without key and name could not be told from its own repetition. */
    void requireName(SubmissionCreate wanted, Findings findings) {
        boolean readable = !RequestState.current().bodyTree().isEmpty();
        if (readable
                && wanted.getClientReference() == null
                && Fingerprints.key(RequestState.current()).isEmpty()
                && !findings.refuses("/clientReference")) {
            findings.add(Note.error(ProblemCode.IDEMPOTENCY_KEY_REQUIRED).parameter(Fingerprints.HEADER));
        }
    }

    /** What was filed under the reference before: the same content answers it, other content is refused. */
    Optional<SubmissionRow> earlier(String organization, String reference, String sha256) {
        Optional<SubmissionRepository.Named> named = repository.named(organization, reference);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (named.get().contentSha256().equals(sha256)) {
            return repository.findById(named.get().submission());
        }
        String link = "/v1/submissions/" + named.get().submission();
        Note note = Note.error(ProblemCode.CLIENT_REFERENCE_REUSED)
                .at("/clientReference")
                .actual(reference)
                .evidence(List.of(link));
        throw new ProblemException(note.code(), note.values(), List.of(note), Extras.link(link));
    }

    /** SHA-256 of the content in canonical form (RFC 8785): the same content, however it was written. */
    String contentHash(Findings findings) {
        RequestState state = RequestState.current();
        if (!findings.hasSyntaxErrors()) {
            return Fingerprints.sha256(intake.canonical(state.bodyTree()));
        }
        try {
            // What could not be read was left out of the tree, but it is content all the same.
            return Fingerprints.sha256(intake.canonical(state.bodyBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
