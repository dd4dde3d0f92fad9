package vn.kybao.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/**
 * Reads a JSON body: bounded, exact, in NFC, checked against the contract's schema. What the schema refuses becomes a
 * finding and is left out of the tree, so that the rest can still be checked and everything be told at once.
 */
@Singleton
public final class JsonIntake {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 1_000_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 500;
    private static final char FIRST_COMBINING = '\u0300';
    private static final int MOST_VALUES = 10_000;
    private static final Pattern VALUE = Pattern.compile("/values/(\\d{1,9})(?=/|$)");

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    // JSON is UTF-8 (RFC 8259).
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public JsonBody read(byte[] bytes, Schema schema) {
        JsonNode tree;
        try {
            tree = tree(bytes);
        } catch (JsonProcessingException e) {
            return new JsonBody(bytes, JsonNodeFactory.instance.objectNode(), List.of(unreadable(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (tree == null) {
            Note note = Note.error(ProblemCode.BODY_REQUIRED);
            return new JsonBody(bytes, JsonNodeFactory.instance.objectNode(), List.of(note));
        }
        int values = tree.path("values").size();
        if (values > MOST_VALUES) {
            throw new ProblemException(Note.error(ProblemCode.TOO_MANY_VALUES)
                    .at("/values")
                    .actual(String.valueOf(values))
                    .expected(String.valueOf(MOST_VALUES)));
        }
        JsonNode normal = normalised(tree);
        List<Error> errors = SchemaNotes.essential(schema.validate(normal));
        List<Note> notes = SchemaNotes.of(errors, schema);
        for (int i = 0; i < errors.size(); i++) {
            prune(normal, errors.get(i), notes.get(i));
        }
        List<Note> placed = notes.stream().map(note -> placed(note, normal)).toList();
        return new JsonBody(bytes, normal.isObject() ? normal : JsonNodeFactory.instance.objectNode(), placed);
    }

    /** Names the caller's own value where the finding is about one. */
    private static Note placed(Note note, JsonNode tree) {
        Matcher place = note.pointer() == null ? null : VALUE.matcher(note.pointer());
        if (place == null || !place.lookingAt()) {
            return note;
        }
        int index = Integer.parseInt(place.group(1));
        JsonNode itemRef = tree.path("values").path(index).path("itemRef");
        return note.item(itemRef.isTextual() ? itemRef.textValue() : null, index);
    }

    public byte[] write(JsonNode tree) {
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content in canonical form (RFC 8785): the same bytes, however it was written. */
    public byte[] canonical(JsonNode tree) {
        try {
            return new JsonCanonicalizer(write(tree)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A body as {@link #read} reads it, in canonical form, without a contract to check it against.
     *
     * @throws IOException when it is no JSON, or JSON beyond the limits
     */
    public byte[] canonical(byte[] bytes) throws IOException {
        JsonNode tree = tree(bytes);
        if (tree == null) {
            throw new EOFException();
        }
        return canonical(normalised(tree));
    }

    private @Nullable JsonNode tree(byte[] bytes) throws IOException {
        try (var parser = new StrictParser(mapper.getFactory().createParser(bytes))) {
            return mapper.readTree(parser);
        }
    }

    private static Note unreadable(JsonProcessingException e) {
        JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        ProblemCode code = ProblemCode.MALFORMED_JSON;
        if (e instanceof StreamConstraintsException) {
            code = ProblemCode.TOO_DEEP;
        } else if (e.getOriginalMessage().startsWith("Duplicate field")) {
            code = ProblemCode.DUPLICATE_FIELD;
        }
        return Note.error(code)
                .with("line", String.valueOf(Math.max(1, place.getLineNr())))
                .with("column", String.valueOf(Math.max(1, place.getColumnNr())));
    }

    private static JsonNode normalised(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> field.setValue(normalised(field.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, normalised(array.get(i)));
                }
            }
            case TextNode text
            when !isNormal(text.textValue()) -> {
                return TextNode.valueOf(Normalizer.normalize(text.textValue(), Normalizer.Form.NFC));
            }
            default -> {
                // Numbers, booleans and null are what they are.
            }
        }
        return node;
    }

    /** Text is mostly codes and numbers, and nothing below the first combining mark can be written in another way. */
    private static boolean isNormal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFC);
            }
        }
        return true;
    }

    /** Leaves out what was refused; a number sent for a decimal is kept as the decimal it means, to be checked on. */
    private static void prune(JsonNode root, Error error, Note note) {
        if (note.code() == ProblemCode.REQUIRED
                || note.pointer() == null
                || note.pointer().isEmpty()) {
            return;
        }
        JsonPointer place = JsonPointer.compile(note.pointer());
        JsonNode parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            String name = place.last().getMatchingProperty();
            if (note.code() == ProblemCode.DECIMAL_AS_STRING) {
                object.put(name, Decimals.plain(error.getInstanceNode().decimalValue()));
            } else {
                object.remove(name);
            }
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), JsonNodeFactory.instance.nullNode());
        }
    }
}
