package vn.kybao.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.List;

/** A JSON Schema 2020-12 for one value object, checked when it is written and compiled for use. */
public final class ValueSchema {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(CONFIG));
    private static final Schema META_SCHEMA =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private final Schema schema;

    private ValueSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * What is wrong with a value or a schema.
     *
     * @param pointer where
     * @param rule the keyword that refuses it, with its value
     */
    public record Violation(String pointer, String rule) {}

    /** Everything that keeps a schema from being used; empty when it is good. */
    public static List<Violation> violations(JsonNode schema) {
        List<Violation> found = new ArrayList<>();
        META_SCHEMA.validate(schema).forEach(error -> found.add(violation(error)));
        remoteReferences(schema, "", found);
        if (found.isEmpty() && !isUsable(schema)) {
            found.add(new Violation("", "$ref, $schema"));
        }
        return found;
    }

    /** References that lead nowhere or in a circle, and foreign dialects, show only in use. */
    private static boolean isUsable(JsonNode schema) {
        try {
            Schema compiled = REGISTRY.getSchema(schema);
            compiled.initializeValidators();
            compiled.validate(JsonNodeFactory.instance.objectNode());
            return true;
        } catch (SchemaException | StackOverflowError unusable) {
            return false;
        }
    }

    /** Compiles a schema in which nothing was found wrong. */
    public static ValueSchema compile(String text) {
        try {
            return new ValueSchema(REGISTRY.getSchema(MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored schema is not JSON", e);
        }
    }

    public List<Violation> check(JsonNode value) {
        return schema.validate(value).stream().map(ValueSchema::violation).toList();
    }

    private static Violation violation(Error error) {
        JsonNode rule = error.getSchemaNode();
        String text = error.getKeyword() + (rule == null ? "" : " " + rule);
        return new Violation(error.getInstanceLocation().toString(), text);
    }

    private static void remoteReferences(JsonNode node, String pointer, List<Violation> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String name = field.getKey();
                String place = pointer + "/" + SchemaNotes.escaped(name);
                boolean reference = name.equals("$ref") || name.equals("$dynamicRef");
                if (reference && !field.getValue().asText().startsWith("#")) {
                    found.add(new Violation(place, name + " " + field.getValue()));
                }
                if (name.equals("$id") || name.equals("$schema")) {
                    return;
                }
                remoteReferences(field.getValue(), place, found);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                remoteReferences(node.get(i), pointer + "/" + i, found);
            }
        }
    }
}
