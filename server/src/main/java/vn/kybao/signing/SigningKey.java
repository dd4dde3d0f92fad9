package vn.kybao.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/** A private key on the curve P-256; its id is its thumbprint (RFC 7638), whatever the file calls it. */
public final class SigningKey {
    private static final String TRIAL = "{}";

    private final ECKey key;
    private final JWSSigner signer;

    private SigningKey(ECKey key) throws JOSEException {
        this.key = new ECKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build();
        this.signer = new ECDSASigner(this.key);
    }

    public static SigningKey generate() {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a private JWK.
     *
     * @throws SigningKeyException when it is no private key on P-256 whose two halves belong together
     */
    static SigningKey parse(String jwk) {
        try {
            SigningKey parsed = new SigningKey(ECKey.parse(jwk));
            if (parsed.key.getCurve().equals(Curve.P_256)
                    && JWSObject.parse(parsed.sign("trial", TRIAL)).verify(new ECDSAVerifier(parsed.publicKey()))) {
                return parsed;
            }
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException unusable) {
            // Said below, without what the library says of the content.
        }
        throw new SigningKeyException("no private key on the curve P-256 (a JWK with kty EC, crv P-256, x, y and d)");
    }

    public String kid() {
        return key.getKeyID();
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    String toJson() {
        return key.toJSONString();
    }

    /** The compact JWS over a text, whose type tells what kind of thing was signed. */
    String sign(String type, String payload) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(kid())
                .build();
        JWSObject object = new JWSObject(header, new Payload(payload));
        try {
            object.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return object.serialize();
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "SigningKey " + kid();
    }
}
