package vn.kybao.signing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Jwk;
import vn.kybao.api.model.JwkSet;

/** The key that signs, and the public half of every key that ever did. */
@Singleton
public class SigningKeys {
    /** Keys for what is kept: they stay listed for ever. */
    private static final String RECORDS = "RECORDS";

    /** Anyone may ask for the keys without a credential; the database is spared most of that. */
    private static final Duration LISTED = Duration.ofSeconds(5);

    private final SigningKeyRepository repository;
    private final Clock clock;
    private final AtomicReference<@Nullable SigningKey> own = new AtomicReference<>();
    private final LoadingCache<String, JwkSet> listed;

    SigningKeys(SigningKeyRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.listed = Caffeine.newBuilder().expireAfterWrite(LISTED).build(all -> read());
    }

    /** Signs with this key from now on; its public half is kept first, so that whatever it signs can be verified. */
    public void use(SigningKey key) {
        repository.keep(key.kid(), key.publicKey().toJSONString(), RECORDS, clock.instant());
        listed.invalidateAll();
        own.set(key);
    }

    /**
     * Signs a text.
     *
     * @param type the JWS header's {@code typ}: what kind of thing is signed
     */
    public String sign(String type, String payload) {
        SigningKey key = own.get();
        if (key == null) {
            throw new IllegalStateException("no signing key is in use");
        }
        return key.sign(type, payload);
    }

    /** Checks a compact JWS of this type by every key that was ever used. */
    public Verified verify(String type, String compact) {
        return Signatures.verify(compact, type, this::find);
    }

    /** The public keys, the newest first. */
    public JwkSet published() {
        return listed.get(RECORDS);
    }

    private Optional<ECKey> find(String kid) {
        return repository.find(kid, RECORDS).flatMap(row -> PublicKeys.usable(parsed(row), kid));
    }

    private JwkSet read() {
        JwkSet set = new JwkSet();
        for (SigningKeyRow row : repository.all()) {
            ECKey key = parsed(row);
            set.addKeysItem(new Jwk()
                    .kty(key.getKeyType().getValue())
                    .use(key.getKeyUse().identifier())
                    .alg(key.getAlgorithm().getName())
                    .crv(key.getCurve().getName())
                    .kid(row.kid())
                    .x(key.getX().toString())
                    .y(key.getY().toString()));
        }
        return set;
    }

    private static ECKey parsed(SigningKeyRow row) {
        try {
            return ECKey.parse(row.publicJwk());
        } catch (ParseException e) {
            throw new IllegalStateException("the stored key " + row.kid() + " cannot be read", e);
        }
    }
}
