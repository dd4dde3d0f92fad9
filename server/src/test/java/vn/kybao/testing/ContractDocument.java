package vn.kybao.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** {@code openapi.yaml} as tests read it, on their own, so that a mistake of the server's reading shows. */
public final class ContractDocument {
    private static final String ADDRESS = "https://kybao.test/openapi";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String INSTANT = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$";
    private static final String DECIMAL = "^(?!-0$)-?(0|[1-9]\\d{0,14})(\\.\\d{0,3}[1-9])?$";
    private static final String SUM = "^(?!-0$)-?(0|[1-9]\\d{0,24})(\\.\\d{0,8}[1-9])?$";
    private static final ContractDocument INSTANCE = new ContractDocument();

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /**
     * One operation.
     *
     * @param id its operationId
     * @param method its method
     * @param template its path template
     * @param pattern what paths it is for
     * @param node all that the contract says of it
     */
    public record Operation(String id, String method, String template, Pattern pattern, JsonNode node) {
        /** The scopes it names, in any of its alternatives. */
        public List<String> scopes() {
            List<String> scopes = new ArrayList<>();
            node.path("security").forEach(way -> way.forEach(names -> names.forEach(s -> scopes.add(s.asText()))));
            return scopes;
        }

        /** The media type of its request body, if it takes one. */
        public Optional<String> requestMediaType() {
            JsonNode content = node.at("/requestBody/content");
            return content.isObject() ? Optional.of(content.fieldNames().next()) : Optional.empty();
        }

        private long variables() {
            return template.chars().filter(c -> c == '{').count();
        }
    }

    private ContractDocument() {
        try (var stream = ContractDocument.class.getResourceAsStream("/contract/openapi.yaml")) {
            root = new YAMLMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sharpen(root.at("/components/schemas"));
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, root.toString())).schemaRegistryConfig(config));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
    }

    /** Callers may send more forms than the server may answer: conventions that a single pattern cannot say of both. */
    private static void sharpen(JsonNode schemas) {
        for (JsonNode schema : schemas.findParents("format")) {
            switch (schema.path("format").asText()) {
                case "date-time" -> ((ObjectNode) schema).put("pattern", INSTANT);
                case "decimal" ->
                    ((ObjectNode) schema)
                            .put("pattern", schema.path("pattern").asText().contains("{0,24}") ? SUM : DECIMAL);
                default -> {
                    // What the format itself says is all.
                }
            }
        }
    }

    public static ContractDocument get() {
        return INSTANCE;
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public Operation operation(String id) {
        return operations.stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract has no operation " + id));
    }

    /** The operation that a request is for; of several, the one with the fewest variables, as OpenAPI has it. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(o ->
                        o.method().equals(method) && o.pattern().matcher(path).matches())
                .min(Comparator.comparingLong(Operation::variables));
    }

    /** What a reference stands for; anything else stands for itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolved(root.at(reference.asText().substring(1))) : node;
    }

    /** The schema that a reference such as {@code #/components/schemas/Problem} names. */
    Schema schema(String reference) {
        return schemas.computeIfAbsent(reference, r -> registry.getSchema(SchemaLocation.of(ADDRESS + r)));
    }

    /** A schema that is written where it is used. */
    Schema inlineSchema(JsonNode node) {
        return schemas.computeIfAbsent(node.toString(), text -> registry.getSchema(node));
    }

    private static Operation operation(String template, String method, JsonNode node) {
        String literal = template.replaceAll("[.]", "\\\\.").replaceAll("\\{[^}]+}", "[^/]+");
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                template,
                Pattern.compile(literal),
                node);
    }
}
