package vn.kybao.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.kybao.problem.Nearest;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Checks query and path parameters against the contract. */
public final class ParameterChecks {
    private ParameterChecks() {}

    /** A query with its values as text is kept, to be checked and searched by: composed, in NFC. */
    public static Map<String, List<String>> composed(Map<String, List<String>> query) {
        Map<String, List<String>> composed = new TreeMap<>();
        query.forEach((name, values) -> composed.put(
                name, values.stream().map(ParameterChecks::composed).toList()));
        return composed;
    }

    private static String composed(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /** Everything that is wrong with the query. */
    public static List<Note> query(Operation operation, Map<String, List<String>> query) {
        List<Note> notes = new ArrayList<>();
        query.forEach((name, values) -> {
            Schema schema = operation.queryParameters().get(name);
            if (schema == null) {
                notes.add(unknown(operation, name));
            } else if (values.size() > 1) {
                notes.add(Note.error(ProblemCode.REPEATED_PARAMETER).parameter(name));
            } else {
                notes.addAll(check(schema, name, values.getFirst()));
            }
        });
        for (String required : operation.requiredParameters()) {
            if (!query.containsKey(required)) {
                notes.add(Note.error(ProblemCode.REQUIRED).parameter(required).with("field", required));
            }
        }
        return notes;
    }

    /** True when every path parameter, composed, has the form the contract gives it; otherwise nothing can be there. */
    public static boolean pathFits(Operation operation, Map<String, Object> variables) {
        return operation.pathParameters().entrySet().stream().allMatch(parameter -> {
            Object value = variables.get(parameter.getKey());
            Schema schema = parameter.getValue();
            return value != null
                    && schema.validate(node(schema, composed(value.toString()))).isEmpty();
        });
    }

    private static List<Note> check(Schema schema, String name, String value) {
        return SchemaNotes.of(schema.validate(node(schema, value)), schema).stream()
                .map(note -> note.at(null).parameter(name))
                .toList();
    }

    private static JsonNode node(Schema schema, String value) {
        boolean integer = schema.getSchemaNode().path("type").asText().equals("integer");
        if (integer && value.matches("-?\\d{1,9}")) {
            return IntNode.valueOf(Integer.parseInt(value));
        }
        return TextNode.valueOf(value);
    }

    private static Note unknown(Operation operation, String name) {
        Note note = Note.error(ProblemCode.UNKNOWN_PARAMETER).parameter(name).actual(name);
        var known = operation.queryParameters().keySet().stream().sorted().toList();
        return Nearest.of(name, known).map(note::expected).orElseGet(() -> note.expected(String.join(", ", known)));
    }
}
