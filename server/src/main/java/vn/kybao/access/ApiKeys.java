package vn.kybao.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of API keys, {@code kb_<id>_<secret>}, and what is kept of them. */
public final class ApiKeys {
    private static final Pattern FORM = Pattern.compile("(kb_[a-z0-9]{16})_([A-Za-z0-9]{43})");
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String SECRET_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + ID_LETTERS;
    private static final int ID_LENGTH = 16;

    /** 43 letters of 62 carry 256 bits: a plain hash of them cannot be guessed back. */
    private static final int SECRET_LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeys() {}

    /**
     * A key taken apart.
     *
     * @param id the credential's id
     * @param secret its secret part
     */
    public record Key(String id, String secret) {
        /** The whole key, as it is sent. */
        public String text() {
            return id + "_" + secret;
        }
    }

    public static Key make() {
        return new Key("kb_" + random(ID_LETTERS, ID_LENGTH), random(SECRET_LETTERS, SECRET_LENGTH));
    }

    static Optional<Key> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Key(form.group(1), form.group(2))) : Optional.empty();
    }

    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String random(String letters, int length) {
        return RANDOM.ints(length, 0, letters.length())
                .collect(StringBuilder::new, (text, i) -> text.append(letters.charAt(i)), StringBuilder::append)
                .toString();
    }
}
