package vn.kybao.access;

import io.micronaut.http.context.ServerRequestContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param credential the credential's id
 * @param organization the organization it belongs to
 * @param path that organization's place in the tree, ending with a slash
 * @param scopes what it may do
 */
public record Caller(String credential, String organization, String path, Set<String> scopes) {
    static final String ATTRIBUTE = Caller.class.getName();

    /** True when an organization at this place lies in the caller's subtree. */
    public boolean covers(@Nullable String otherPath) {
        return otherPath != null && otherPath.startsWith(path);
    }

    public static Caller current() {
        return ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(ATTRIBUTE, Caller.class))
                .orElseThrow(() -> new IllegalStateException("no caller: the operation is public"));
    }
}
