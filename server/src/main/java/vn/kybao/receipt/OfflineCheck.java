package vn.kybao.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ReceiptFault;
import vn.kybao.contract.JsonIntake;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.signing.Flaw;
import vn.kybao.signing.PublicKeys;
import vn.kybao.signing.Signatures;
import vn.kybao.signing.Verified;

/**
 * What can be said of a receipt with nothing but public keys.
 *
 * @param fault what is wrong with it, or null
 * @param keyId the key that signed it, or null
 * @param claims what it says; null unless the signature is good
 * @param sameBytes whether the content is, byte for byte, what was received; null when none was given
 * @param sameContent whether it is the same content, however it is written; null when none was given
 */
record OfflineCheck(
        @Nullable ReceiptFault fault,
        @Nullable String keyId,
        @Nullable JsonNode claims,
        @Nullable Boolean sameBytes,
        @Nullable Boolean sameContent) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static OfflineCheck of(String receipt, PublicKeys keys, byte @Nullable [] content) {
        Verified verified = Signatures.verify(receipt, ReceiptService.TYPE, keys::find);
        Flaw flaw = verified.flaw();
        if (flaw != null) {
            return new OfflineCheck(ReceiptFault.fromValue(flaw.name()), null, null, null, null);
        }
        JsonNode claims;
        try {
            claims = JSON.readTree(Objects.requireNonNull(verified.payload()));
        } catch (JsonProcessingException e) {
            return new OfflineCheck(ReceiptFault.MALFORMED, null, null, null, null);
        }
        if (content == null) {
            return new OfflineCheck(null, verified.kid(), claims, null, null);
        }
        boolean sameBytes = claims.path("sha256").asText().equals(Fingerprints.sha256(content));
        boolean sameContent = claims.path("contentSha256").asText().equals(canonicalSha256(content));
        return new OfflineCheck(null, verified.kid(), claims, sameBytes, sameContent);
    }

    /** The signature is good, and so is the content where one was given. */
    boolean holds() {
        return fault == null && !Boolean.FALSE.equals(sameContent);
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode().put("valid", holds());
        if (fault != null) {
            json.put("reason", fault.getValue());
        }
        if (claims != null) {
            json.put("keyId", keyId).set("claims", claims);
        }
        if (sameContent != null) {
            json.putObject("content").put("sameBytes", sameBytes).put("sameContent", sameContent);
        }
        return json.toString();
    }

    private static String canonicalSha256(byte[] content) {
        try {
            return Fingerprints.sha256(new JsonIntake().canonical(content));
        } catch (IOException e) {
            return "no JSON";
        }
    }
}
