package vn.kybao.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.path.PathType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The contract this server is built from, read once at start; its own schemas check every request. */
@Singleton
public final class Contract {
    private static final String RESOURCE = "/contract/openapi.yaml";
    private static final String ADDRESS = "https://kybao.vn/openapi";

    private final byte[] source;
    private final JsonNode document;
    /** The whole document, read once: asked for by address, every part of it would be another copy of the whole. */
    private final Schema whole;

    private final Map<String, Operation> operations = new HashMap<>();

    public Contract() {
        source = read();
        try {
            document = new YAMLMapper().readTree(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .typeLoose(false)
                .build();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(CalendarFormats.ALL)
                // What the pattern of decimals cannot say without lookahead, which not every language has.
                .format(PatternFormat.of("decimal", "^(?!-0(\\.0*)?$).*$", null))
                .build();
        whole = SchemaRegistry.withDefaultDialect(dialect, builder -> builder.schemaRegistryConfig(config))
                .getSchema(SchemaLocation.of(ADDRESS), document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Operation operation = operation(path.getKey(), method.getKey(), method.getValue());
                    operations.put(key(operation.method(), operation.path()), operation);
                }));
    }

    /** The contract as it was written. */
    public byte[] source() {
        return source.clone();
    }

    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    public Optional<Operation> operation(String method, String pathTemplate) {
        return Optional.ofNullable(operations.get(key(method, pathTemplate)));
    }

    /** The schema of a named component. */
    public Schema component(String name) {
        return schemaAt("/components/schemas/" + name);
    }

    /** The codes of a named enumeration, in the contract's order. */
    public List<String> enumeration(String name) {
        List<String> codes = new ArrayList<>();
        document.at("/components/schemas/" + name + "/enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    /** The names of all enumerations. */
    public List<String> enumerations() {
        List<String> names = new ArrayList<>();
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().has("enum")) {
                names.add(schema.getKey());
            }
        });
        return names;
    }

    private Operation operation(String path, String method, JsonNode node) {
        List<String> scopes = new ArrayList<>();
        node.path("security").forEach(requirement -> requirement.path("apiKey").forEach(s -> scopes.add(s.asText())));
        Map<String, Schema> query = new HashMap<>();
        Map<String, Schema> inPath = new HashMap<>();
        List<String> required = new ArrayList<>();
        for (JsonNode reference : node.path("parameters")) {
            String pointer = reference.path("$ref").asText().substring(1);
            ObjectNode parameter = (ObjectNode) document.at(pointer);
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "query" -> {
                    query.put(name, schemaAt(pointer + "/schema"));
                    if (parameter.path("required").asBoolean()) {
                        required.add(name);
                    }
                }
                case "path" -> inPath.put(name, schemaAt(pointer + "/schema"));
                default -> {
                    // Headers are read where they are used.
                }
            }
        }
        Schema body = null;
        for (JsonNode content : node.at("/requestBody/content")) {
            body = schemaAt(content.at("/schema/$ref").asText().substring(1));
        }
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                scopes,
                query,
                required,
                inPath,
                body,
                node.at("/requestBody/content").has("multipart/form-data"));
    }

    private Schema schemaAt(String pointer) {
        return whole.getRefSchema(SchemaLocation.Fragment.of(pointer));
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private static byte[] read() {
        try (var stream = Contract.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
