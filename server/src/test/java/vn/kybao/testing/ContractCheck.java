package vn.kybao.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares an answer with what {@code openapi.yaml} says of its operation: status, headers, media type and body. */
final class ContractCheck {
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    /** Headers that tell the caller something, and so must be announced where they are sent. */
    private static final Set<String> TELLING =
            Set.of("allow", "etag", "idempotency-replayed", "link", "location", "retry-after", "www-authenticate");

    private final ContractDocument contract = ContractDocument.get();
    private final Answer answer;
    private final String path;
    private final List<String> deviations = new ArrayList<>();

    private ContractCheck(Answer answer) {
        this.answer = answer;
        this.path = answer.path().replaceFirst("\\?.*", "");
    }

    /** Throws an AssertionError that lists every deviation. */
    static void check(Answer answer) {
        ContractCheck check = new ContractCheck(answer);
        // A request that is too large to be parsed is for no operation.
        Optional<ContractDocument.Operation> operation =
                answer.status() == 431 ? Optional.empty() : check.contract.find(answer.method(), check.path);
        operation.ifPresentOrElse(check::declared, check::undeclared);
        if (answer.status() >= 400) {
            check.problem();
        }
        if (!check.deviations.isEmpty()) {
            throw new AssertionError(
                    operation.map(ContractDocument.Operation::id).orElse("an undeclared operation")
                            + " does not answer as the contract says:\n- "
                            + String.join("\n- ", check.deviations)
                            + "\n" + answer);
        }
    }

    private void declared(ContractDocument.Operation operation) {
        JsonNode response = contract.resolved(operation.node().path("responses").path(String.valueOf(answer.status())));
        if (response.isMissingNode()) {
            deviations.add("status " + answer.status() + " is not declared");
            return;
        }
        headers(response.path("headers"));
        content(response.path("content"));
    }

    private void headers(JsonNode declared) {
        declared.properties().forEach(entry -> {
            JsonNode header = contract.resolved(entry.getValue());
            List<String> values = answer.headers().allValues(entry.getKey());
            if (values.isEmpty() && header.path("required").asBoolean()) {
                deviations.add("header " + entry.getKey() + " is missing");
            }
            if (values.size() > 1) {
                deviations.add("header " + entry.getKey() + " is there " + values.size() + " times");
            }
            Schema schema = contract.inlineSchema(header.path("schema"));
            for (String value : values) {
                add("header " + entry.getKey(), schema.validate(TextNode.valueOf(value)));
            }
        });
        Set<String> names = declared.properties().stream()
                .map(entry -> entry.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        TELLING.stream()
                .filter(name -> answer.header(name).isPresent() && !names.contains(name))
                .forEach(name -> deviations.add("header " + name + " is not declared"));
    }

    private void content(JsonNode declared) {
        if (declared.isMissingNode() || declared.isEmpty()) {
            if (answer.sent().length > 0) {
                deviations.add("no body is declared");
            }
            return;
        }
        String type = mediaType();
        JsonNode content = declared.path(type);
        if (content.isMissingNode()) {
            deviations.add("media type " + type + " is not declared");
            return;
        }
        if (type.endsWith("json")) {
            body(contract.schema(content.at("/schema/$ref").asText()));
        } else if (answer.sent().length == 0) {
            deviations.add("the body is empty");
        } else if (type.equals("application/jose")) {
            jose();
        }
    }

    /** A compact JWS and nothing else, whose header says what it is and which key made it, and carries no key. */
    private void jose() {
        String[] parts = answer.text().split("[.]", -1);
        if (parts.length != 3 || !answer.text().matches("[A-Za-z0-9_.-]+")) {
            deviations.add("the body is no compact JWS");
            return;
        }
        JsonNode header = Json.parse(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        Set<String> names = header.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!names.equals(Set.of("alg", "kid", "typ"))
                || !header.path("alg").asText().equals("ES256")
                || !header.path("typ").asText().endsWith("+jws")) {
            deviations.add("the JWS header is " + header);
        }
        if (Base64.getUrlDecoder().decode(parts[2]).length != 64) {
            deviations.add("the signature is none of ES256");
        }
    }

    /** The framework's own answers (404, 405 …) have to look like all the others. */
    private void undeclared() {
        if (answer.status() < 400) {
            deviations.add("status " + answer.status() + " for something that the contract does not know");
            return;
        }
        if (answer.header("X-Request-Id").isEmpty()) {
            deviations.add("header X-Request-Id is missing");
        }
        if (answer.status() == 405 && answer.header("Allow").isEmpty()) {
            deviations.add("header Allow is missing");
        }
        if (!mediaType().equals(PROBLEM_TYPE)) {
            deviations.add("media type " + mediaType() + " is not that of a problem");
        }
        body(contract.schema(PROBLEM_SCHEMA));
    }

    /** What a schema cannot say of a problem. */
    private void problem() {
        if (!mediaType().equals(PROBLEM_TYPE)) {
            return;
        }
        JsonNode problem = answer.json();
        if (problem.path("status").asInt() != answer.status()) {
            deviations.add("the problem says status " + problem.path("status"));
        }
        boolean replayed = answer.header("Idempotency-Replayed").isPresent();
        String id = answer.header("X-Request-Id").orElse("");
        if (!replayed && !problem.path("requestId").asText().equals(id)) {
            deviations.add("the problem says request id " + problem.path("requestId") + ", the header " + id);
        }
        String instance = problem.path("instance").asText();
        if (!instance.equals(path) && !(path.length() > 2048 && path.startsWith(instance)) && answer.status() != 431) {
            deviations.add("the problem says instance " + problem.path("instance"));
        }
        placeholders(problem);
    }

    /** A named value that the message was not given; braces that the caller sent are echoed, and no fault. */
    private void placeholders(JsonNode problem) {
        if (answer.path().contains("%7B")
                || problem.path("errors").findValuesAsText("actual").toString().contains("{")) {
            return;
        }
        List<String> texts = new ArrayList<>(problem.path("errors").findValuesAsText("message"));
        texts.add(problem.path("title").asText());
        texts.add(problem.path("detail").asText());
        texts.stream()
                .filter(text -> PLACEHOLDER.matcher(text).find())
                .forEach(text -> deviations.add("a message lacks a value: " + text));
    }

    private void body(Schema schema) {
        JsonNode tree;
        try {
            tree = answer.json();
        } catch (AssertionError e) {
            deviations.add("the body is not JSON");
            return;
        }
        add("body", schema.validate(tree));
    }

    private void add(String where, List<Error> errors) {
        errors.forEach(e -> deviations.add(where + " " + e.getInstanceLocation() + ": " + e.getMessage()));
    }

    private String mediaType() {
        return answer.header("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    }
}
