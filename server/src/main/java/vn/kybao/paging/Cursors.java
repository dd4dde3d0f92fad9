package vn.kybao.paging;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/**
 * Signs where a page ended. A cursor is good for the caller's organization, operation and filters it was made for, and
 * for nothing else.
 */
@Singleton
final class Cursors {
    private static final String KEY_NAME = "cursor";
    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\u001f";

    private final CursorKeys keys;
    private volatile byte @Nullable [] key;

    Cursors(CursorKeys keys) {
        this.keys = keys;
    }

    String write(String audience, List<String> place) {
        byte[] content = String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature(audience, content);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SIGNATURE_BYTES + content.length)
                        .put(signature)
                        .put(content)
                        .array());
    }

    List<String> read(String audience, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (bytes.length < SIGNATURE_BYTES) {
            throw invalid();
        }
        byte[] content = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SIGNATURE_BYTES), signature(audience, content))) {
            throw invalid();
        }
        return List.of(new String(content, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static ProblemException invalid() {
        return new ProblemException(Note.error(ProblemCode.INVALID_CURSOR).parameter("cursor"));
    }

    private byte[] signature(String audience, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(audience.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            String stored = keys.find(KEY_NAME).orElseGet(this::make);
            known = HexFormat.of().parseHex(stored);
            key = known;
        }
        return known;
    }

    private String make() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        keys.propose(KEY_NAME, HexFormat.of().formatHex(fresh));
        return keys.find(KEY_NAME).orElseThrow();
    }
}
