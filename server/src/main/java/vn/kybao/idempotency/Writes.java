package vn.kybao.idempotency;

import io.micronaut.http.HttpResponse;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.audit.AuditLog;
import vn.kybao.event.Outbox;
import vn.kybao.http.Answers;
import vn.kybao.http.Problems;
import vn.kybao.http.Rendered;
import vn.kybao.http.RequestState;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/**
 * The one way to write. The idempotency key, the work, its audit rows and its events commit in one transaction, so a
 * caller that lost the answer gets it by asking again; a deadlock runs the whole of it again.
 */
@Singleton
public final class Writes {
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final TransactionDefinition SNAPSHOT = new TransactionDefinition() {
        @Override
        public Optional<Boolean> isReadOnly() {
            return Optional.of(true);
        }

        @Override
        public Optional<Isolation> getIsolationLevel() {
            return Optional.of(Isolation.REPEATABLE_READ);
        }
    };

    private final TransactionOperations<Connection> transactions;
    private final KeyRepository keys;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Answers answers;
    private final Problems problems;
    private final Clock clock;

    Writes(
            TransactionOperations<Connection> transactions,
            KeyRepository keys,
            AuditLog audit,
            Outbox outbox,
            Answers answers,
            Problems problems,
            Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.outbox = outbox;
        this.answers = answers;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Performs a write and answers it.
     *
     * @param work gets the findings of the contract's schemas, adds its own and does the work; a finding that refuses
     *     the request ends it, whatever was done, with nothing stored
     */
    public <T> HttpResponse<T> perform(Function<Findings, Outcome<T>> work) {
        RequestState state = RequestState.current();
        // PUT, PATCH and DELETE are safe to repeat by their version; only POST takes a key.
        String key = state.request().getMethodName().equals("POST")
                ? Fingerprints.key(state).orElse(null)
                : null;
        Claim claim = key == null ? null : Claim.of(state, key);
        try {
            return retried(() -> transactions.executeWrite(status -> once(state, claim, work)));
        } catch (ProblemException refused) {
            if (claim != null
                    && refused.code().status() == 422
                    && refused.code() != ProblemCode.IDEMPOTENCY_KEY_REUSED) {
                return retried(() -> transactions.executeWrite(status -> remember(state, claim, refused)));
            }
            throw refused;
        }
    }

    /** Reads in one transaction and from one snapshot, so that what is read belongs together. Nothing is locked there. */
    public <T> T read(Supplier<T> work) {
        return transactions.execute(SNAPSHOT, status -> work.get());
    }

    /** Does what a write would, short of writing: it holds the same rows, and sees what is committed once it does. */
    public <T> T rehearse(Supplier<T> work) {
        return transactions.executeRead(status -> work.get());
    }

    private <T> HttpResponse<T> once(RequestState state, @Nullable Claim claim, Function<Findings, Outcome<T>> work) {
        if (claim != null) {
            Optional<Rendered> earlier = earlier(claim);
            if (earlier.isPresent()) {
                return replayed(earlier.get());
            }
        }
        Findings findings = state.findings();
        Outcome<T> outcome = work.apply(findings);
        findings.throwIfErrors();
        tell(state, outcome.changes());
        Rendered rendered = answers.render(outcome.status(), outcome.body(), outcome.version(), outcome.path());
        if (claim != null) {
            T repeated = outcome.repeatedBody();
            complete(
                    claim,
                    repeated == null
                            ? rendered
                            : answers.render(outcome.status(), repeated, outcome.version(), outcome.path()));
        }
        return rendered.response();
    }

    private Optional<Rendered> earlier(Claim claim) {
        Optional<KeyRow> row;
        try {
            row = keys.findForUpdate(claim.organization(), claim.operation(), claim.key());
        } catch (RuntimeException e) {
            if (Retries.isLocked(e)) {
                throw new ProblemException(ProblemCode.REQUEST_IN_PROGRESS, Map.of(), List.of(), Extras.retryAfter(1));
            }
            throw e;
        }
        if (row.isEmpty()) {
            keys.claim(claim.organization(), claim.operation(), claim.key(), claim.fingerprint(), clock.instant());
            return Optional.empty();
        }
        KeyRow known = row.get();
        if (!known.fingerprint().equals(claim.fingerprint())) {
            throw new ProblemException(
                    Note.error(ProblemCode.IDEMPOTENCY_KEY_REUSED).parameter(Fingerprints.HEADER));
        }
        return Optional.of(
                new Rendered(known.status(), known.body(), known.contentType(), known.etag(), known.location()));
    }

    /** Keeps a refusal for repetition; the work's own transaction has been rolled back, its claim with it. */
    private <T> HttpResponse<T> remember(RequestState state, Claim claim, ProblemException refused) {
        Optional<Rendered> earlier = earlier(claim);
        if (earlier.isPresent()) {
            return replayed(earlier.get());
        }
        Rendered rendered = problems.render(state.request(), refused);
        complete(claim, rendered);
        return rendered.response();
    }

    private void complete(Claim claim, Rendered rendered) {
        keys.complete(
                claim.organization(),
                claim.operation(),
                claim.key(),
                rendered.status(),
                rendered.contentType(),
                rendered.etag(),
                rendered.location(),
                rendered.body());
    }

    private static <T> HttpResponse<T> replayed(Rendered rendered) {
        return rendered.<T>response().header("Idempotency-Replayed", "true");
    }

    private void tell(RequestState state, List<Change> changes) {
        Caller caller = Caller.current();
        Instant now = clock.instant();
        for (Change change : changes) {
            audit.append(
                    now,
                    caller.credential(),
                    change.organization(),
                    state.operation().id(),
                    change.resource(),
                    change.id(),
                    change.type(),
                    change.version(),
                    change.detail(),
                    state.id());
            outbox.append(now, change.type(), change.resource(), change.id(), change.organization(), change.version());
        }
    }

    private static <R> R retried(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ProblemException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == TRIES || !(Retries.isConflict(e) || Retries.isDuplicate(e))) {
                    throw e;
                }
                long nanos = PAUSE.toNanos() * attempt;
                LockSupport.parkNanos(nanos + ThreadLocalRandom.current().nextLong(nanos));
            }
        }
    }

    /**
     * A request under its key.
     *
     * @param organization the caller's
     * @param operation the operation
     * @param key the key
     * @param fingerprint what it asks for
     */
    private record Claim(String organization, String operation, String key, String fingerprint) {
        static Claim of(RequestState state, String key) {
            return new Claim(Caller.current().organization(), state.operation().id(), key, Fingerprints.of(state));
        }
    }
}
