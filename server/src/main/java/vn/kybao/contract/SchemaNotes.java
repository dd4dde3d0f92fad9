package vn.kybao.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Puts what a JSON Schema found into findings: code, pointer, found and expected. */
final class SchemaNotes {
    private static final Set<String> DECISIVE = Set.of("type", "format");
    private static final Set<String> FOLLOWING = Set.of("enum", "pattern", "minLength", "maxLength");

    private SchemaNotes() {}

    /** Without those that only follow from another: a value of a wrong type is in no list, what is no date is too long for one. */
    static List<Error> essential(List<Error> errors) {
        Set<NodePath> wrong = errors.stream()
                .filter(error -> DECISIVE.contains(error.getKeyword()))
                .map(Error::getInstanceLocation)
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error ->
                        !FOLLOWING.contains(error.getKeyword()) || !wrong.contains(error.getInstanceLocation()))
                .toList();
    }

    static List<Note> of(List<Error> errors, Schema schema) {
        List<Note> notes = new ArrayList<>(errors.size());
        for (Error error : errors) {
            notes.add(note(error, schema));
        }
        return notes;
    }

    private static Note note(Error error, Schema schema) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode found = error.getInstanceNode();
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownField(error, pointer, known(error, schema));
            case "required" ->
                Note.error(ProblemCode.REQUIRED)
                        .at(pointer + "/" + escaped(error.getProperty()))
                        .with("field", error.getProperty());
            case "type" ->
                isDecimal(error) && found.isNumber() ? decimal(pointer, found) : type(pointer, found, wanted);
            case "enum", "const" -> notInList(pointer, found, wanted);
            case "pattern" ->
                Note.error(ProblemCode.WRONG_PATTERN)
                        .at(pointer)
                        .actual(text(found))
                        .expected(example(error, schema).orElse(wanted.asText()));
            case "format" ->
                Note.error(ProblemCode.WRONG_FORMAT)
                        .at(pointer)
                        .actual(text(found))
                        .expected(formatExample(wanted.asText()));
            case "minLength", "maxLength" ->
                bounded(ProblemCode.WRONG_LENGTH, error, pointer)
                        .actual(String.valueOf(text(found).length()));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                bounded(ProblemCode.OUT_OF_BOUNDS, error, pointer).actual(text(found));
            case "minItems", "maxItems", "minProperties", "maxProperties" ->
                bounded(ProblemCode.WRONG_SIZE, error, pointer).actual(String.valueOf(found.size()));
            case "uniqueItems" -> Note.error(ProblemCode.NOT_UNIQUE).at(pointer);
            default ->
                Note.error(ProblemCode.WRONG_FORMAT)
                        .at(pointer)
                        .actual(text(found))
                        .expected(error.getKeyword());
        };
    }

    private static Note unknownField(Error error, String pointer, Collection<String> known) {
        String name = error.getProperty();
        Note note = Note.error(ProblemCode.UNKNOWN_FIELD)
                .at(pointer + "/" + escaped(name))
                .actual(name);
        return Nearest.of(name, known).map(note::expected).orElseGet(() -> note.expected(String.join(", ", known)));
    }

    /** The fields that the object at the error may have, read from the schema that refused the field. */
    private static Collection<String> known(Error error, Schema schema) {
        List<String> names = new ArrayList<>();
        around(error, schema).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The schema of which a keyword was not met. */
    private static JsonNode around(Error error, Schema schema) {
        String location = error.getSchemaLocation().toString();
        String pointer = location.substring(location.indexOf('#') + 1);
        JsonNode root = schema.findSchemaResourceRoot().getSchemaNode();
        return root.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    private static boolean isDecimal(Error error) {
        return error.getSchemaLocation().toString().endsWith("Decimal/type");
    }

    private static Note decimal(String pointer, JsonNode found) {
        return Note.error(ProblemCode.DECIMAL_AS_STRING)
                .at(pointer)
                .actual(found.asText())
                .expected('"' + Decimals.plain(found.decimalValue()) + '"');
    }

    private static Note type(String pointer, JsonNode found, JsonNode wanted) {
        List<String> types = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(t -> types.add(t.asText()));
        } else {
            types.add(wanted.asText());
        }
        return Note.error(ProblemCode.WRONG_TYPE)
                .at(pointer)
                .actual(found.getNodeType().name().toLowerCase(Locale.ROOT))
                .expected(String.join(" | ", types));
    }

    private static Note notInList(String pointer, JsonNode found, JsonNode wanted) {
        List<String> codes = new ArrayList<>();
        wanted.forEach(code -> codes.add(code.asText()));
        return Note.error(ProblemCode.NOT_IN_LIST)
                .at(pointer)
                .actual(text(found))
                .expected(String.join(", ", codes));
    }

    private static Note bounded(ProblemCode code, Error error, String pointer) {
        String sign =
                error.getKeyword().startsWith("min") || error.getKeyword().startsWith("exclusiveMin") ? "≥ " : "≤ ";
        return Note.error(code)
                .at(pointer)
                .expected(sign + error.getSchemaNode().asText());
    }

    private static Optional<String> example(Error error, Schema schema) {
        return switch (error.getSchemaLocation().toString()) {
            case String s when s.contains("Decimal/") -> Optional.of("86.93");
            case String s when s.endsWith("/Code/pattern") -> Optional.of("a–z, 0–9, -");
            default ->
                Optional.of(around(error, schema).path("example"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue);
        };
    }

    private static String formatExample(String format) {
        return switch (format) {
            case "date" -> "2018-03-31";
            case "decimal" -> "0";
            case "date-time" -> "2018-03-23T02:15:30Z";
            default -> format;
        };
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
