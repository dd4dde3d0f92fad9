package vn.kybao.signing;

import org.jspecify.annotations.Nullable;

/**
 * A JWS that was checked.
 *
 * @param flaw what is wrong with it, or null
 * @param kid the key that signed it; null unless the signature is good
 * @param payload what was signed; null unless the signature is good
 */
public record Verified(
        @Nullable Flaw flaw, @Nullable String kid, @Nullable String payload) {
    static Verified no(Flaw flaw) {
        return new Verified(flaw, null, null);
    }
}
