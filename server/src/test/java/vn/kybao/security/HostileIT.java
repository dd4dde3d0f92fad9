package vn.kybao.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.ContractDocument;
import vn.kybao.testing.ContractDocument.Operation;
import vn.kybao.testing.Json;

/** S26: whatever is sent, nothing breaks, and no answer tells what the service is made of. */
class HostileIT {
    private static final List<String> TEXTS = List.of(
            "' OR '1'='1",
            "\";DROP TABLE organization;--",
            "\\",
            "%",
            "_%",
            "\0",
            "a\0b",
            "../../etc/passwd",
            "{actual}",
            "{expected:-x}",
            "${jndi:ldap://x/y}",
            "#{1+1}",
            "%s%n%d",
            "<script>alert(1)</script>",
            "\r\nSet-Cookie: x=1",
            "\u202egnirts",
            "🏛️",
            "é́́",
            "null",
            "NaN",
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "0000-00-00",
            "2018-02-30",
            "9999-12-31",
            "+999999999-12-31",
            "9999-12-31T23:59:60Z",
            "2018-Q9",
            "0000-Q1",
            "9999",
            "adhoc-",
            "kb_aaaaaaaaaaaaaaaa",
            "00000000-0000-7000-8000-000000000000",
            "aa.2018-Q1",
            "x".repeat(3000));
    private static final List<String> HEADERS = List.of(
            "Authorization",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Accept-Language",
            "Accept",
            "X-Request-Id",
            "Content-Encoding",
            "Content-Type",
            "Accept-Encoding",
            "traceparent",
            "Range",
            "Cookie");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0.0",
            "1e400",
            "1e99",
            "123456789012345678901234567890",
            "[]",
            "{}",
            "[[[[]]]]",
            "[null]",
            "{\"\": null}",
            "\"\"",
            "\"\\u0000\"",
            "{\"$ref\": \"#\"}",
            "{\"$schema\": \"http://127.0.0.1:1/x\"}",
            "{\"$id\": \"http://127.0.0.1:1/x\", \"$ref\": \"#/nowhere\"}",
            "{\"pattern\": \"(\"}");

    private static Calls calls;

    static List<Operation> operations() {
        return ContractDocument.get().operations();
    }

    /** One operation for each different path and set of parameters. */
    static List<Operation> operationsWithParameters() {
        Set<String> seen = new HashSet<>();
        return operations().stream()
                .filter(o -> seen.add(o.template().replaceFirst("^(/v1/[a-z]+)$", "$1?") + parameters(o)))
                .toList();
    }

    static List<Operation> writes() {
        return operations().stream()
                .filter(o -> o.requestMediaType().isPresent())
                .toList();
    }

    @BeforeAll
    static void make() {
        calls = new Calls();
    }

    @ParameterizedTest
    @MethodSource("operationsWithParameters")
    void hostilePathsAndParametersDoNoHarm(Operation operation) {
        List<String> names = parameters(operation);
        names.add("unknown");
        for (String text : TEXTS) {
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            if (operation.template().contains("{")) {
                harmless(send(operation, operation.template().replaceAll("\\{[^}]+}", encoded)));
            }
            for (String name : names) {
                harmless(send(operation, path(operation) + name + "=" + encoded));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listOrganizations",
                "createOrganization",
                "updateOrganization",
                "openCollection",
                "revokeCredential",
                "getHealth"
            })
    void hostileHeadersDoNoHarm(String id) {
        Operation operation = ContractDocument.get().operation(id);
        List<String> texts = TEXTS.stream()
                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '{'))
                .toList();
        for (String name : HEADERS) {
            // Each header meets a third of the texts, and each text a third of the headers.
            for (String text : texts.stream()
                    .filter(t -> (t.length() + name.length()) % 3 == 0)
                    .toList()) {
                Api caller = Api.admin().header(name, text);
                harmless(caller.send(operation.method(), path(operation), bytes(operation)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void hostileBodiesDoNoHarm(Operation operation) {
        List<String> values = new ArrayList<>(VALUES);
        // What a text looks like matters less here than in a path: a few of them for each of many fields.
        for (int i = 0; i < TEXTS.size(); i += 6) {
            values.add(Json.tree(TEXTS.get(i)).toString());
        }
        for (String value : values) {
            harmless(calls.send(Api.admin().ifMatch("*"), operation, value));
            for (String body : withEachLeafReplaced(full(operation), Json.parse(value))) {
                try {
                    harmless(calls.send(Api.admin().ifMatch("*"), operation, body));
                } catch (AssertionError e) {
                    throw new AssertionError("sent " + body, e);
                }
            }
        }
    }

    private static Answer send(Operation operation, String path) {
        Api caller = operation
                .requestMediaType()
                .map(type -> Api.admin().header("Content-Type", type))
                .orElse(Api.admin());
        return caller.send(operation.method(), path, bytes(operation));
    }

    private static void harmless(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.text()).doesNotContain("Exception", "java.", "SQL", "vn.kybao", "jdbc", "micronaut");
        }
    }

    private static String path(Operation operation) {
        String path = operation.template().startsWith("/v1/")
                ? calls.path(operation)
                : operation.template().replaceAll("\\{[^}]+}", "not-found");
        return path + (path.contains("?") ? "&" : "?");
    }

    private static byte[] bytes(Operation operation) {
        return operation.requestMediaType().isEmpty()
                ? null
                : calls.body(operation).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> parameters(Operation operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = ContractDocument.get()
                    .root()
                    .at(reference.path("$ref").asText().substring(1));
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    /** The body with every field that its schema knows. */
    private static ObjectNode full(Operation operation) {
        ObjectNode body = Json.object(calls.body(operation));
        JsonNode reference =
                operation.node().at("/requestBody/content").elements().next();
        JsonNode schema = ContractDocument.get()
                .root()
                .at(reference.at("/schema/$ref").asText().substring(1));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (!body.has(name)) {
                body.put(name, "x");
            }
        });
        return body;
    }

    private static List<String> withEachLeafReplaced(ObjectNode body, JsonNode value) {
        List<String> bodies = new ArrayList<>();
        replace(body, body.deepCopy(), value, bodies);
        return bodies;
    }

    private static void replace(JsonNode root, JsonNode node, JsonNode value, List<String> bodies) {
        // One field at a time of a body that is otherwise the operation's own.
        for (String pointer : leaves("", node)) {
            ObjectNode copy = root.deepCopy();
            copy.properties().removeIf(f -> f.getValue().asText().equals("x") && !pointer.equals("/" + f.getKey()));
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = copy.at(pointer.substring(0, slash));
            String name = pointer.substring(slash + 1);
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), value);
            }
            bodies.add(copy.toString());
        }
    }

    private static List<String> leaves(String pointer, JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(f -> found.addAll(leaves(pointer + "/" + f.getKey(), f.getValue())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.addAll(leaves(pointer + "/" + i, node.get(i)));
            }
        }
        if (!pointer.isEmpty()) {
            found.add(pointer);
        }
        return found;
    }
}
