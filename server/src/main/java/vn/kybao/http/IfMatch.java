package vn.kybao.http;

import io.micronaut.http.HttpHeaders;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.problem.ProblemException.Extras;

/** The {@code If-Match} precondition: an ETag or an etag, quoted or bare; only its version counts. */
public final class IfMatch {
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,19})(?:-[0-9a-f]+)?\"?");

    private IfMatch() {}

    /** Refuses the request unless it names the present version. */
    public static void required(long version) {
        if (header() == null) {
            throw new ProblemException(Note.error(ProblemCode.IF_MATCH_REQUIRED).parameter(HttpHeaders.IF_MATCH));
        }
        ifPresent(version);
    }

    /** Refuses the request when it names another version than the present one. */
    public static void ifPresent(long version) {
        String header = header();
        if (header == null || header.strip().equals("*")) {
            return;
        }
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new ProblemException(Note.error(ProblemCode.INVALID_HEADER)
                    .parameter(HttpHeaders.IF_MATCH)
                    .actual(header)
                    .expected('"' + String.valueOf(version) + '"'));
        }
        if (!form.group(1).equals(String.valueOf(version))) {
            throw stale(version);
        }
    }

    /** What is answered when another writer was faster. */
    public static ProblemException stale(long version) {
        String etag = String.valueOf(version);
        return new ProblemException(
                ProblemCode.STALE_VERSION,
                Map.of("actual", etag),
                java.util.List.of(Note.error(ProblemCode.STALE_VERSION)
                        .parameter(HttpHeaders.IF_MATCH)
                        .with("actual", etag)),
                Extras.etag(etag));
    }

    private static @Nullable String header() {
        return RequestState.current().header(HttpHeaders.IF_MATCH);
    }
}
