package vn.kybao.idempotency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write answers and what it changed.
 *
 * @param status the HTTP status
 * @param body the answer, or null for 204
 * @param version the resource's version
 * @param path where the resource is, with 201
 * @param changes what is to be audited and told
 * @param repeatedBody what a repeated request is answered instead, where the answer shows a secret; else null
 */
public record Outcome<T>(
        int status,
        @Nullable T body,
        long version,
        @Nullable String path,
        List<Change> changes,
        @Nullable T repeatedBody) {

    public static <T> Outcome<T> created(T body, long version, String path, Change change) {
        return new Outcome<>(201, body, version, path, List.of(change), null);
    }

    public static <T> Outcome<T> ok(T body, long version, List<Change> changes) {
        return new Outcome<>(200, body, version, null, changes, null);
    }

    /** The same answer, telling of other changes. */
    public Outcome<T> withChanges(List<Change> told) {
        return new Outcome<>(status, body, version, path, told, repeatedBody);
    }
}
