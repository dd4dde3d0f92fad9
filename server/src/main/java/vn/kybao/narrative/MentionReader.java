package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.calculation.Formula.UnreadableException;
import vn.kybao.calculation.Reference;
import vn.kybao.narrative.Reading.Misread;
import vn.kybao.narrative.Reading.Read;
import vn.kybao.problem.Nearest;

/** Reads one reference: a code with arguments, or a word and what it is about. */
final class MentionReader {
    static final String CHANGE = "change";
    static final String PERCENT_OF_PLAN = "percent-of-plan";
    static final Map<String, ComparisonBase> BASES = bases();

    private static final String FORMS =
            "{{code}}, {{change: code}}, {{percent-of-plan: code}}, {{tasks: completed}}, {{inspections: count}},"
                    + " {{petitions: received}}";
    private static final int LONGEST = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private MentionReader() {}

    private static Map<String, ComparisonBase> bases() {
        Map<String, ComparisonBase> bases = new LinkedHashMap<>();
        bases.put("same-period-last-year", ComparisonBase.SAME_PERIOD_LAST_YEAR);
        bases.put("previous", ComparisonBase.PREVIOUS_PERIOD);
        bases.put("previous-year", ComparisonBase.PREVIOUS_YEAR);
        bases.put("plan", ComparisonBase.PLAN);
        return bases;
    }

    /**
     * Reads a reference with its braces.
     *
     * @param downwards whether the word before it says that something fell
     */
    static Reading read(String source, boolean downwards) {
        String text = tidy(source.substring(2, source.length() - 2));
        if (source.length() > LONGEST) {
            return new Misread(false, source, FORMS);
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? figure(text, source)
                : worded(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip(),
                        source,
                        downwards);
    }

    /** What is said of braces that are not closed. */
    static Misread unclosed(String excerpt) {
        String text = tidy(excerpt.substring(2).replace("}", ""));
        String closed = "{{" + text + "}}";
        return new Misread(false, excerpt, read(closed, false) instanceof Read ? closed : FORMS);
    }

    private static Reading figure(String text, String source) {
        Optional<Reference> reference = reference(text).filter(read -> !repeats(text));
        if (reference.isPresent()) {
            return new Read(new Query.Figure(reference.get()));
        }
        return new Misread(false, source, Corrections.figure(text).orElse(FORMS));
    }

    private static Reading worded(String word, String rest, String source, boolean downwards) {
        Optional<Subject> subject = Subject.find(word);
        if (subject.isPresent()) {
            return total(subject.get(), rest, source);
        }
        return switch (word) {
            case CHANGE -> change(rest, source, downwards);
            case PERCENT_OF_PLAN ->
                isCode(rest)
                        ? new Read(new Query.PercentOfPlan(rest))
                        : new Misread(false, source, "{{percent-of-plan: " + Corrections.code(rest) + "}}");
            default -> new Misread(false, source, nearest(word, rest));
        };
    }

    private static Reading change(String rest, String source, boolean downwards) {
        List<String> words = Arrays.asList(rest.split(" ", -1));
        boolean based = words.size() == 2 && words.getLast().startsWith("vs=");
        String name = based ? words.getLast().substring("vs=".length()) : "same-period-last-year";
        ComparisonBase base = BASES.get(name);
        if (base != null && isCode(words.getFirst()) && (based || words.size() == 1)) {
            return new Read(new Query.Change(words.getFirst(), base, downwards));
        }
        return new Misread(false, source, Corrections.change(words));
    }

    private static Reading total(Subject subject, String name, String source) {
        if (subject.names().contains(name)) {
            return new Read(new Query.Total(subject, name));
        }
        String first = name.replaceFirst(" .*", "");
        String near = Nearest.of(first, subject.names()).orElseGet(() -> String.join(", ", subject.names()));
        return first.equals(name) && !name.isEmpty()
                ? new Misread(true, name, near)
                : new Misread(
                        false,
                        source,
                        "{{%s: %s}}"
                                .formatted(
                                        subject.word(),
                                        Nearest.of(first, subject.names())
                                                .orElse(subject.names().getFirst())));
    }

    /** The form with the word that was most likely meant. */
    private static String nearest(String word, String rest) {
        List<String> words = new ArrayList<>(List.of(CHANGE, PERCENT_OF_PLAN));
        Arrays.stream(Subject.values()).map(Subject::word).forEach(words::add);
        Optional<String> near = Nearest.of(word, words);
        if (near.isEmpty()) {
            return FORMS;
        }
        String put = "{{" + near.get() + ": " + rest + "}}";
        return switch (worded(near.get(), rest, put, false)) {
            case Read _ -> put;
            case Misread misread ->
                misread.unknown()
                        ? "{{" + near.get() + ": " + misread.expected().replaceFirst(",.*", "") + "}}"
                        : misread.expected();
        };
    }

    static boolean isCode(String text) {
        return reference(text).filter(Reference::isPlain).isPresent();
    }

    /** The figure a text names; empty when it cannot be read. */
    static Optional<Reference> reference(String text) {
        try {
            return Optional.of(Reference.read(text));
        } catch (UnreadableException unreadable) {
            return Optional.empty();
        }
    }

    /** True when an argument stands there twice. */
    private static boolean repeats(String text) {
        List<String> names = Arrays.stream(text.split(" ", -1))
                .map(argument -> argument.replaceFirst("=.*", ""))
                .toList();
        return names.stream().distinct().count() < names.size();
    }

    private static String tidy(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
