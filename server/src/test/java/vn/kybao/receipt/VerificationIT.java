package vn.kybao.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.kybao.signing.SigningKeys;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** The service says of a receipt whether it is one of its own, and why not. */
class VerificationIT {
    private static final String TYPE = "kybao-receipt+jws";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");
    private final Answer filed = SubmissionBuilder.of(scene)
            .value(scene.indicator(), "ESTIMATE", "1")
            .file(operator)
            .is(201);
    private final String receipt = Receipts.of(operator, filed);

    private static Answer verify(Api caller, String jws) {
        return caller.post(
                        "/v1/receipts/verify",
                        Json.object("{}").put("receipt", jws).toString())
                .is(200);
    }

    private static void isRefused(Answer answer, String reason, boolean signed) {
        assertThat(answer.at("/valid").asBoolean()).isFalse();
        assertThat(answer.text("/reason")).isEqualTo(reason);
        assertThat(answer.json().has("claims")).isEqualTo(signed);
        assertThat(answer.json().has("keyId")).isEqualTo(signed);
    }

    private static String signedByTheService(String type, String payload) {
        return TestServer.shared().bean(SigningKeys.class).sign(type, payload);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String withHeader(String header) {
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + receipt.substring(receipt.indexOf('.'));
    }

    @Test
    void aReceiptIsValidAndSaysWhatItSays() {
        Answer answer = verify(operator, receipt);
        assertThat(answer.at("/valid").asBoolean()).isTrue();
        assertThat(answer.json().has("reason")).isFalse();
        assertThat(answer.at("/claims")).isEqualTo(Receipts.claims(receipt));
        assertThat(answer.at("/keyId")).isEqualTo(Receipts.header(receipt).path("kid"));
        verify(operator, "\n" + receipt + "\n");
        assertThat(verify(scene.department().with("read"), receipt).at("/valid").asBoolean())
                .isTrue();
    }

    @Test
    void aReceiptStaysValidWhateverBecomesOfTheSubmission() {
        operator.post("/v1/submissions/" + filed.text("/id") + "/withdraw", """
                        {"reason": "Nhầm"}""").is(200);
        assertThat(verify(operator, receipt).at("/valid").asBoolean()).isTrue();
    }

    @Test
    void eachReasonIsToldAndClaimsAreShownOnlyOfWhatWeSigned() {
        String claims = Receipts.claims(receipt).toString();
        isRefused(verify(operator, "no receipt"), "MALFORMED", false);
        isRefused(verify(operator, withHeader("{\"alg\":\"none\"}")), "WRONG_ALGORITHM", false);
        isRefused(verify(operator, withHeader("{\"alg\":\"HS256\"}")), "WRONG_ALGORITHM", false);
        isRefused(verify(operator, signedByTheService("kybao-report+jws", claims)), "WRONG_TYPE", false);
        isRefused(verify(operator, withHeader("""
                {"alg":"ES256","typ":"%s","kid":"%s"}""".formatted(TYPE, "A".repeat(43)))), "UNKNOWN_KEY", false);
        ObjectNode more = (ObjectNode) Receipts.claims(receipt);
        String[] parts = receipt.split("[.]", -1);
        parts[1] = encoded(more.put("revision", 9).toString().getBytes(StandardCharsets.UTF_8));
        isRefused(verify(operator, String.join(".", parts)), "BAD_SIGNATURE", false);
        more.put("submission", "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f");
        isRefused(verify(operator, signedByTheService(TYPE, more.toString())), "UNKNOWN_SUBMISSION", true);
        isRefused(verify(operator, signedByTheService(TYPE, claims)), "OTHER_RECEIPT", true);
    }

    @Test
    void theOtherSignatureThatTheCurveAllowsIsNotTheReceiptThatIsKept() {
        int dot = receipt.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(receipt.substring(dot + 1));
        byte[] s = new byte[32];
        System.arraycopy(signature, 32, s, 0, 32);
        byte[] mirrored = ORDER.subtract(new BigInteger(1, s)).toByteArray();
        for (int i = 0; i < 32; i++) {
            int from = mirrored.length - 32 + i;
            signature[32 + i] = from < 0 ? 0 : mirrored[from];
        }
        Answer answer = verify(operator, receipt.substring(0, dot + 1) + encoded(signature));
        isRefused(answer, "OTHER_RECEIPT", true);
    }

    @Test
    void aStrangersSubmissionAnswersLikeNone() {
        Api stranger = Scene.create().operator().with("read");
        Answer foreign = verify(stranger, receipt);
        isRefused(foreign, "UNKNOWN_SUBMISSION", true);
        assertThat(foreign.at("/claims")).isEqualTo(Receipts.claims(receipt));
        ObjectNode invented = (ObjectNode) Receipts.claims(receipt);
        invented.put("submission", "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f");
        ObjectNode nothing = (ObjectNode)
                verify(stranger, signedByTheService(TYPE, invented.toString())).json();
        nothing.set("claims", foreign.at("/claims"));
        assertThat(nothing).isEqualTo(foreign.json());
        String another = signedByTheService(TYPE, Receipts.claims(receipt).toString());
        assertThat(verify(stranger, another).json()).isEqualTo(foreign.json());
    }

    @Test
    void whatIsNoRequestIsAProblem() {
        for (String body : new String[] {"{}", "{\"receipt\": 1}", "{\"receipt\": \"\"}", "{\"receipt\": null}"}) {
            operator.post("/v1/receipts/verify", body).is(400);
        }
        String tooLong = Json.object("{}").put("receipt", "a".repeat(8193)).toString();
        operator.post("/v1/receipts/verify", tooLong).is(400);
        TestOrganization.root()
                .with("submissions:write")
                .post("/v1/receipts/verify", "{}")
                .is(403);
    }
}
