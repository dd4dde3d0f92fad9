package vn.kybao.signing;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Checks a compact JWS by keys that are known beforehand. The algorithm is ours to name, never the sender's, and what
 * the header offers as keys or where to fetch them (jwk, jku, x5c, x5u) is not looked at.
 */
public final class Signatures {
    // The library's decoder skips what is no base64url; an unsigned JWS ends with its last dot.
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private Signatures() {}

    /** Checks that it is of this type and was signed by one of the keys. */
    public static Verified verify(String compact, String type, Function<String, Optional<ECKey>> keys) {
        String text = compact.strip();
        if (!COMPACT.matcher(text).matches()) {
            return Verified.no(Flaw.MALFORMED);
        }
        try {
            Base64URL encoded = new Base64URL(text.substring(0, text.indexOf('.')));
            Map<String, Object> members = JSONObjectUtils.parse(encoded.decodeToString());
            // The library reads JSON's null as no map at all.
            if (members == null) {
                return Verified.no(Flaw.MALFORMED);
            }
            Header header = Header.parse(members, encoded);
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
                return Verified.no(Flaw.WRONG_ALGORITHM);
            }
            if (!new JOSEObjectType(type).equals(header.getType())) {
                return Verified.no(Flaw.WRONG_TYPE);
            }
            JWSObject object = JWSObject.parse(text);
            String kid = object.getHeader().getKeyID();
            Optional<ECKey> key = kid == null ? Optional.empty() : keys.apply(kid);
            if (key.isEmpty()) {
                return Verified.no(Flaw.UNKNOWN_KEY);
            }
            return object.verify(new ECDSAVerifier(key.get()))
                    ? new Verified(null, kid, object.getPayload().toString())
                    : Verified.no(Flaw.BAD_SIGNATURE);
        } catch (ParseException e) {
            return Verified.no(Flaw.MALFORMED);
        } catch (JOSEException e) {
            return Verified.no(Flaw.BAD_SIGNATURE);
        }
    }
}
