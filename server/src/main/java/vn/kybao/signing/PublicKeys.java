package vn.kybao.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Optional;

/** A set of public keys that was read from elsewhere (RFC 7517). */
public final class PublicKeys {
    private final JWKSet keys;

    private PublicKeys(JWKSet keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK Set.
     *
     * @throws SigningKeyException when it is none
     */
    public static PublicKeys parse(String jwkSet) {
        try {
            return new PublicKeys(JWKSet.parse(jwkSet));
        } catch (ParseException e) {
            throw new SigningKeyException("no JWK Set (RFC 7517), such as /.well-known/jwks.json answers");
        }
    }

    public Optional<ECKey> find(String kid) {
        return Optional.ofNullable(keys.getKeyByKeyId(kid)).flatMap(key -> usable(key, kid));
    }

    /** Only a key on P-256 that is called what it is: its thumbprint. */
    static Optional<ECKey> usable(JWK jwk, String kid) {
        try {
            return jwk instanceof ECKey key
                            && key.getCurve().equals(Curve.P_256)
                            && key.computeThumbprint().toString().equals(kid)
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }
}
