package vn.kybao.receipt;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.kybao.access.Caller;
import vn.kybao.api.model.ReceiptClaims;
import vn.kybao.api.model.ReceiptFault;
import vn.kybao.api.model.ReceiptVerification;
import vn.kybao.http.PublicAddress;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.json.JsonText;
import vn.kybao.problem.Findings;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.signing.Flaw;
import vn.kybao.signing.SigningKeys;
import vn.kybao.signing.Verified;
import vn.kybao.time.Instants;

/** Signs what was received, once, and says later whether a receipt is one of those. */
@Singleton
public class ReceiptService {
    /** The JWS header's {@code typ}, which tells a receipt from whatever else is signed. */
    static final String TYPE = "kybao-receipt+jws";

    private final ReceiptRepository repository;
    private final SigningKeys keys;
    private final JsonText json;
    private final PublicAddress address;
    private final Clock clock;

    ReceiptService(ReceiptRepository repository, SigningKeys keys, JsonText json, PublicAddress address, Clock clock) {
        this.repository = repository;
        this.keys = keys;
        this.json = json;
        this.address = address;
        this.clock = clock;
    }

    /**
     * A submission as it is stored.
     *
     * @param id its id
     * @param revision its revision
     * @param organization the reporter
     * @param caller the credential that filed it
     * @param receivedAt when
     * @param contentSha256 the hash of its content in canonical form
     */
    public record Filed(
            String id, int revision, String organization, String caller, Instant receivedAt, String contentSha256) {}

    /** Where a submission's receipt is. */
    public static String path(String submission) {
        return "/v1/submissions/" + submission + "/receipt";
    }

    /**
     * Signs the receipt of a submission and keeps it, in the transaction that stores the submission. Call it last: the
     * organization's other filings wait for its number from here to the end of the transaction.
     */
    public void issue(Filed filed, String ruleSet) {
        repository.count(filed.organization());
        long sequence = repository.issued(filed.organization());
        ReceiptClaims claims = new ReceiptClaims()
                .iss(URI.create(address.of("")))
                .iat(clock.instant().getEpochSecond())
                .submission(filed.id())
                .revision(filed.revision())
                .organization(filed.organization())
                .caller(filed.caller())
                .receivedAt(Instants.utc(filed.receivedAt()))
                .sequence(sequence)
                .sha256(Fingerprints.sha256(RequestState.current().bodyBytes()))
                .contentSha256(filed.contentSha256())
                .ruleSet(ruleSet);
        String jws = keys.sign(TYPE, json.write(claims));
        repository.save(new ReceiptRow(filed.id(), filed.organization(), sequence, jws));
    }

    String get(String submission) {
        return stored(submission).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    ReceiptVerification verify(String receipt, Findings findings) {
        findings.throwIfErrors();
        Verified verified = keys.verify(TYPE, receipt);
        Flaw flaw = verified.flaw();
        if (flaw != null) {
            return new ReceiptVerification().valid(false).reason(ReceiptFault.fromValue(flaw.name()));
        }
        ReceiptClaims claims = json.read(Objects.requireNonNull(verified.payload()), ReceiptClaims.class);
        Optional<String> kept = stored(claims.getSubmission());
        ReceiptFault fault = null;
        if (kept.isEmpty()) {
            fault = ReceiptFault.UNKNOWN_SUBMISSION;
        } else if (!kept.get().equals(receipt.strip())) {
            fault = ReceiptFault.OTHER_RECEIPT;
        }
        return new ReceiptVerification()
                .valid(fault == null)
                .reason(fault)
                .keyId(verified.kid())
                .claims(claims);
    }

    private Optional<String> stored(String submission) {
        return repository.find(submission, Caller.current().path() + "%");
    }
}
