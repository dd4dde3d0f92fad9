package vn.kybao.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;

/** Receipts as someone reads them who has nothing of ours: by RFC 7515 and the JDK alone. */
final class Receipts {
    private Receipts() {}

    /** The receipt of a submission, by its link. */
    static String of(Api caller, Answer submission) {
        return caller.get(submission.text("/receipt")).is(200).text();
    }

    static JsonNode header(String jws) {
        return part(jws, 0);
    }

    static JsonNode claims(String jws) {
        return part(jws, 1);
    }

    /** Whether one of the keys made the signature. */
    static boolean isSigned(String jws, JsonNode keys) throws GeneralSecurityException {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").equals(header(jws).path("kid"))) {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                curve.init(new ECGenParameterSpec("secp256r1"));
                ECPoint point = new ECPoint(number(key.path("x")), number(key.path("y")));
                signature.initVerify(KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
                signature.update(jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
                return signature.verify(Base64.getUrlDecoder().decode(jws.substring(jws.lastIndexOf('.') + 1)));
            }
        }
        return false;
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asText()));
    }

    private static JsonNode part(String jws, int index) {
        byte[] bytes = Base64.getUrlDecoder().decode(jws.split("[.]", -1)[index]);
        return Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
