package vn.kybao.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.TextPosition;

/**
 * A finding before it is put into words: the code with its named values, so that it can be stored once and told in
 * either language.
 *
 * @param code the rule
 * @param severity what it does to a submission
 * @param place where it is
 * @param expected what would have been right, or null
 * @param actual what was found, or null
 * @param needsJustification whether the reporter has to answer it
 * @param evidence links to what it is about
 * @param values named values of the message; what differs by language stands under {@code en:name}, an exact number
 *     under {@code number:name}, a day under {@code date:name}
 */
@Serdeable
public record Note(
        ProblemCode code,
        Severity severity,
        Place place,
        @Nullable String expected,
        @Nullable String actual,
        boolean needsJustification,
        List<String> evidence,
        Map<String, String> values) {

    private static final String ENGLISH = "en:";
    private static final String NUMBER = "number:";
    private static final String DATE = "date:";
    private static final String RULE = "rule";
    private static final String REGIMES = "regimes";
    private static final String OBSERVATION = "/v1/observations/";
    private static final int LONGEST_ECHO = 200;
    private static final int LONGEST_POINTER = 1000;
    private static final int LONGEST_EXPECTED = 1500;
    private static final int MOST_LINKS = 100;

    /**
     * Where a finding is.
     *
     * @param pointer JSON Pointer into the request, or null
     * @param parameter query, path or header parameter, or null
     * @param itemRef the caller's name of the value, or null
     * @param index place of the value from 0, or null
     */
    @Serdeable
    public record Place(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String itemRef,
            @Nullable Integer index) {
        private static final Place NOWHERE = new Place(null, null, null, null);
    }

    public static Note error(ProblemCode code) {
        return of(code, Severity.ERROR);
    }

    public static Note warning(ProblemCode code) {
        return of(code, Severity.WARNING);
    }

    public static Note info(ProblemCode code) {
        return of(code, Severity.INFO);
    }

    public static Note of(ProblemCode code, Severity severity) {
        return new Note(code, severity, Place.NOWHERE, null, null, false, List.of(), Map.of());
    }

    public Note at(@Nullable String pointer) {
        String cut = pointer == null ? null : shortened(pointer, LONGEST_POINTER);
        return placed(new Place(cut, place.parameter, place.itemRef, place.index));
    }

    public Note parameter(String name) {
        String cut = shortened(name, LONGEST_ECHO);
        return placed(new Place(place.pointer, cut, place.itemRef, place.index)).with("parameter", cut);
    }

    public Note item(@Nullable String itemRef, @Nullable Integer index) {
        return placed(new Place(place.pointer, place.parameter, itemRef, index));
    }

    /** What would have been right; also the value {@code {expected}} of the message. */
    public Note expected(String text) {
        String wanted = shortened(text, LONGEST_EXPECTED);
        return new Note(code, severity, place, wanted, actual, needsJustification, evidence, values)
                .with("expected", wanted);
    }

    /** What was found, shortened; also the value {@code {actual}} of the message. */
    public Note actual(String text) {
        String echo = shortened(text, LONGEST_ECHO);
        return new Note(code, severity, place, expected, echo, needsJustification, evidence, values)
                .with("actual", echo);
    }

    /** Where in the text at the pointer it is; also the value {@code {position}} of the message, counted from 1. */
    public Note position(int start, int length) {
        return with("position", String.valueOf(start + 1))
                .with("position.start", String.valueOf(start))
                .with("position.length", String.valueOf(length));
    }

    public Note evidence(List<String> links) {
        List<String> first = links.stream().distinct().limit(MOST_LINKS).toList();
        return new Note(code, severity, place, expected, actual, needsJustification, first, values);
    }

    /** The reporter has to answer it before it can come into force. */
    public Note justified(boolean needed) {
        return new Note(code, severity, place, expected, actual, needed, evidence, values);
    }

    /** The same with another severity. */
    public Note as(Severity other) {
        return new Note(code, other, place, expected, actual, needsJustification, evidence, values);
    }

    /** It was found by a rule of the catalogue, whose code it bears. */
    public Note byRule(String rule) {
        return with(RULE, rule);
    }

    /** It tells of figures filed under these regimes. */
    public Note tellingOf(Collection<String> regimes) {
        return with(REGIMES, String.join(" ", new TreeSet<>(regimes)));
    }

    /** The regimes whose figures it tells of, as far as it names any. */
    public List<String> regimes() {
        String regimes = values.getOrDefault(REGIMES, "");
        return regimes.isEmpty() ? List.of() : List.of(regimes.split(" ", -1));
    }

    /** The same for a reader to whom those figures are not open: that there is a finding, and where. */
    public Note withheld() {
        List<String> links =
                evidence.stream().filter(link -> !link.startsWith(OBSERVATION)).toList();
        return new Note(
                ProblemCode.FIGURE_WITHHELD,
                severity,
                place,
                null,
                null,
                needsJustification,
                links,
                Map.of(RULE, wireCode()));
    }

    public Note with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Note(code, severity, place, expected, actual, needsJustification, evidence, more);
    }

    /** A value that has its own words in either language. */
    public Note with(String name, LocalizedText text) {
        Note note = with(name, text.getVi());
        return text.getEn() == null ? note : note.with(ENGLISH + name, text.getEn());
    }

    /** Several names, one after the other. */
    public Note with(String name, List<LocalizedText> texts) {
        return with(
                name,
                new LocalizedText()
                        .vi(texts.stream().map(LocalizedText::getVi).collect(Collectors.joining(", ")))
                        .en(texts.stream()
                                .map(text -> text.getEn() == null ? text.getVi() : text.getEn())
                                .collect(Collectors.joining(", "))));
    }

    /** An exact number, written as the reader's language has it. */
    public Note with(String name, BigDecimal number) {
        return with(NUMBER + name, number.toPlainString());
    }

    /** A day, written as the reader's language has it. */
    public Note with(String name, LocalDate day) {
        return with(DATE + name, day.toString());
    }

    /** A day among the named values; null when there is none. */
    public @Nullable LocalDate day(String name) {
        String day = values.get(DATE + name);
        return day == null ? null : LocalDate.parse(day);
    }

    private Note placed(Place newPlace) {
        return new Note(code, severity, newPlace, expected, actual, needsJustification, evidence, values);
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

    public @Nullable String pointer() {
        return place.pointer;
    }

    public @Nullable Integer index() {
        return place.index;
    }

    /** The code on the wire: the problem's, or that of the rule of the catalogue that found it. */
    public String wireCode() {
        return values.getOrDefault(RULE, code.code());
    }

    /** The named values in the words of a language. */
    Map<String, String> spoken(Language language) {
        return spoken(values, language);
    }

    static Map<String, String> spoken(Map<String, String> values, Language language) {
        Map<String, String> spoken = new LinkedHashMap<>(values);
        values.forEach((name, value) -> {
            if (name.startsWith(NUMBER)) {
                spoken.put(name.substring(NUMBER.length()), Numbers.in(language, new BigDecimal(value)));
            } else if (name.startsWith(DATE)) {
                spoken.put(name.substring(DATE.length()), Numbers.day(language, LocalDate.parse(value)));
            } else if (language == Language.EN && name.startsWith(ENGLISH)) {
                spoken.put(name.substring(ENGLISH.length()), value);
            }
        });
        return spoken;
    }

    /** Puts it into words. */
    public Finding toWire(Texts texts, Language language) {
        Finding finding = new Finding();
        finding.setCode(wireCode());
        finding.setSeverity(severity);
        finding.setMessage(texts.message(code, spoken(language), language));
        finding.setPointer(place.pointer);
        finding.setParameter(place.parameter);
        finding.setItemRef(place.itemRef);
        finding.setIndex(place.index);
        finding.setExpected(expected);
        finding.setActual(actual);
        finding.setNeedsJustification(needsJustification);
        finding.setEvidence(evidence);
        if (values.containsKey("position.start")) {
            finding.setPosition(new TextPosition()
                    .start(Integer.valueOf(values.get("position.start")))
                    .length(Integer.valueOf(values.get("position.length"))));
        }
        return finding;
    }
}
