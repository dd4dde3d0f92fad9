package vn.kybao.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON Merge Patch (RFC 7396): what is left out stays, null removes, objects merge, all else is replaced. */
@Singleton
public final class MergePatch {
    private static final ObjectMapper TREES = com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final JsonMapper mapper;

    MergePatch(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The model with the patch applied. */
    public <T> T apply(T model, JsonNode patch, Class<T> type) {
        try {
            JsonNode tree = TREES.readTree(mapper.writeValueAsBytes(model));
            merge((ObjectNode) tree, patch);
            return mapper.readValue(TREES.writeValueAsBytes(tree), Argument.of(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON object, as text, with the patch applied. */
    public static String merged(String object, JsonNode patch) {
        try {
            ObjectNode tree = (ObjectNode) TREES.readTree(object);
            merge(tree, patch);
            return TREES.writeValueAsString(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value.isObject()) {
                JsonNode present = target.get(field.getKey());
                ObjectNode merged = present instanceof ObjectNode object ? object : TREES.createObjectNode();
                merge(merged, value);
                target.set(field.getKey(), merged);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }
}
