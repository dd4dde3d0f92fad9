package vn.kybao.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request body with good defaults: a test states only what it is about.
 *
 * @param <B> the builder itself
 */
public abstract class Builder<B extends Builder<B>> {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final ObjectNode body;

    Builder(String defaults) {
        body = Json.object(defaults);
    }

    /** A code that no other test has. */
    public static String uniqueCode(String kind) {
        return kind + "-" + COUNTER.incrementAndGet();
    }

    /** Sets a field to a text, number, list, map or tree; null is JSON's null. */
    public B with(String field, Object value) {
        body.set(field, Json.tree(value));
        return self();
    }

    /** Sets a field to JSON. */
    public B withJson(String field, String json) {
        body.set(field, Json.parse(json));
        return self();
    }

    public B without(String field) {
        body.remove(field);
        return self();
    }

    public String json() {
        return body.toString();
    }

    final String value(String field) {
        return body.path(field).asText();
    }

    final boolean has(String field) {
        return body.has(field);
    }

    abstract B self();
}
