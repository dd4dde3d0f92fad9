package vn.kybao.idempotency;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.http.RequestState;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** The idempotency key of a request and what tells one request from another under the same key. */
public final class Fingerprints {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,255})\"?");

    private Fingerprints() {}

    /** The key, quoted or bare. */
    public static Optional<String> key(RequestState state) {
        @Nullable String header = state.header(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new ProblemException(Note.error(ProblemCode.INVALID_HEADER)
                    .parameter(HEADER)
                    .actual(header)
                    .expected("1–255 ASCII"));
        }
        return Optional.of(form.group(1));
    }

    /** Method, path, query and the decoded body's hash, in one hash. */
    static String of(RequestState state) {
        HttpRequest<?> request = state.request();
        String line = request.getMethodName()
                + '\n'
                + request.getUri().getRawPath()
                + '\n'
                + request.getUri().getRawQuery()
                + '\n'
                + sha256(state.bodyBytes());
        return sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
