package vn.kybao.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.TextPosition;

/**
 * A finding before it is put into words: the code with its named values, so that it can be stored once and told in
 * either language.
 *
 * @param code the rule
 * @param severity what it does to a submission
 * @param pointer JSON Pointer into the request, or null
 * @param parameter query, path or header parameter, or null
 * @param itemRef the caller's name of the value, or null
 * @param index place of the value from 0, or null
 * @param expected what would have been right, or null
 * @param actual what was found, or null
 * @param evidence links to what it is about
 * @param values named values of the message
 */
@Serdeable
public record Note(
        ProblemCode code,
        Severity severity,
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String itemRef,
        @Nullable Integer index,
        @Nullable String expected,
        @Nullable String actual,
        List<String> evidence,
        Map<String, String> values) {

    private static final int LONGEST_ECHO = 200;
    private static final int LONGEST_POINTER = 1000;
    private static final int LONGEST_EXPECTED = 1500;

    public static Note error(ProblemCode code) {
        return of(code, Severity.ERROR);
    }

    public static Note warning(ProblemCode code) {
        return of(code, Severity.WARNING);
    }

    private static Note of(ProblemCode code, Severity severity) {
        return new Note(code, severity, null, null, null, null, null, null, List.of(), Map.of());
    }

    public Note at(@Nullable String newPointer) {
        String place = newPointer == null ? null : shortened(newPointer, LONGEST_POINTER);
        return new Note(code, severity, place, parameter, itemRef, index, expected, actual, evidence, values);
    }

    public Note parameter(String name) {
        return new Note(
                        code,
                        severity,
                        pointer,
                        shortened(name, LONGEST_ECHO),
                        itemRef,
                        index,
                        expected,
                        actual,
                        evidence,
                        values)
                .with("parameter", shortened(name, LONGEST_ECHO));
    }

    public Note item(@Nullable String newItemRef, @Nullable Integer newIndex) {
        return new Note(code, severity, pointer, parameter, newItemRef, newIndex, expected, actual, evidence, values);
    }

    /** What would have been right; also the value {@code {expected}} of the message. */
    public Note expected(String text) {
        String wanted = shortened(text, LONGEST_EXPECTED);
        return new Note(code, severity, pointer, parameter, itemRef, index, wanted, actual, evidence, values)
                .with("expected", wanted);
    }

    /** What was found, shortened; also the value {@code {actual}} of the message. */
    public Note actual(String text) {
        String echo = shortened(text, LONGEST_ECHO);
        return new Note(code, severity, pointer, parameter, itemRef, index, expected, echo, evidence, values)
                .with("actual", echo);
    }

    /** Where in the text at the pointer it is; also the value {@code {position}} of the message, counted from 1. */
    public Note position(int start, int length) {
        return with("position", String.valueOf(start + 1))
                .with("position.start", String.valueOf(start))
                .with("position.length", String.valueOf(length));
    }

    public Note evidence(List<String> links) {
        return new Note(code, severity, pointer, parameter, itemRef, index, expected, actual, links, values);
    }

    public Note with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Note(code, severity, pointer, parameter, itemRef, index, expected, actual, evidence, more);
    }

    /** Cut between characters, never within one. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Puts it into words. */
    public Finding toWire(Texts texts, Language language) {
        Finding finding = new Finding();
        finding.setCode(code.code());
        finding.setSeverity(severity);
        finding.setMessage(texts.message(code, values, language));
        finding.setPointer(pointer);
        finding.setParameter(parameter);
        finding.setItemRef(itemRef);
        finding.setIndex(index);
        finding.setExpected(expected);
        finding.setActual(actual);
        finding.setNeedsJustification(false);
        finding.setEvidence(evidence);
        if (values.containsKey("position.start")) {
            finding.setPosition(new TextPosition()
                    .start(Integer.valueOf(values.get("position.start")))
                    .length(Integer.valueOf(values.get("position.length"))));
        }
        return finding;
    }
}
