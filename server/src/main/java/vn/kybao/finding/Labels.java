package vn.kybao.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/**
 * Labels of the sections below one heading: none twice, none left out. Any alphabet that reports number with: I, A, 1,
 * 1.1, a; dashes and pluses number nothing.
 */
final class Labels {
    private static final Pattern ARABIC = Pattern.compile("((?:\\d{1,3}\\.)*)(\\d{1,3})");
    private static final Pattern ROMAN =
            Pattern.compile("(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("[).:/\\s]+$");
    private static final List<String> ALPHABETS = List.of("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz");
    private static final Map<Character, Integer> DIGITS = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);

    private Labels() {}

    /**
     * A section with its label.
     *
     * @param label as printed
     * @param link where the section is
     */
    record Labelled(String label, String link) {}

    /** What is found in the labels below one heading, given in order. */
    static List<Note> check(List<Labelled> siblings) {
        List<Note> notes = new ArrayList<>();
        Map<String, List<Labelled>> byLabel = new LinkedHashMap<>();
        siblings.forEach(section -> byLabel.computeIfAbsent(bare(section.label()), label -> new ArrayList<>())
                .add(section));
        byLabel.forEach((label, sections) -> {
            if (sections.size() > 1 && numbers(label)) {
                notes.add(Note.warning(ProblemCode.LABELS_GAP_FREE)
                        .with("variant", "repeated")
                        .actual(label)
                        .evidence(sections.stream().map(Labelled::link).toList()));
            }
        });
        List<String> labels = byLabel.keySet().stream().filter(Labels::numbers).toList();
        gap(labels)
                .ifPresent(gap -> notes.add(Note.warning(ProblemCode.LABELS_GAP_FREE)
                        .with("variant", "gap")
                        .actual(String.join(", ", labels))
                        .expected(gap)
                        .evidence(siblings.stream().map(Labelled::link).toList())));
        return notes;
    }

    private static String bare(String label) {
        return END.matcher(label.strip()).replaceAll("");
    }

    private static boolean numbers(String label) {
        return !label.isEmpty() && label.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** The labels that are left out, as they would be printed; empty when there are none, or no one way of numbering. */
    private static Optional<String> gap(List<String> labels) {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        List<Map<Integer, String>> readings = new ArrayList<>();
        for (Reading reading : readings()) {
            Map<Integer, String> missing = missing(labels, reading);
            if (missing != null) {
                readings.add(missing);
            }
        }
        return readings.stream()
                .min(java.util.Comparator.comparingInt(Map::size))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> String.join(", ", missing.values()));
    }

    /** A way to number: what place a label has, and how a place is printed beside it. */
    private record Reading(
            java.util.function.Function<String, @Nullable Integer> place,
            java.util.function.BiFunction<String, Integer, @Nullable String> print) {}

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(Labels::arabic, (like, place) -> prefix(like) + place));
        readings.add(new Reading(Labels::roman, Labels::romanPrinted));
        ALPHABETS.forEach(alphabet -> readings.add(new Reading(
                label -> letter(label, alphabet),
                (like, place) -> place > alphabet.length() ? null : letterPrinted(like, alphabet.charAt(place - 1)))));
        return readings;
    }

    /** What lies between the first place and the last label and is not there; null when a label is read otherwise. */
    private static @Nullable Map<Integer, String> missing(List<String> labels, Reading reading) {
        Map<Integer, String> there = new HashMap<>();
        String prefix = prefix(labels.getFirst());
        int last = 0;
        for (String label : labels) {
            Integer place = reading.place().apply(label);
            if (place == null || !prefix(label).equals(prefix)) {
                return null;
            }
            there.put(place, label);
            last = Math.max(last, place);
        }
        Map<Integer, String> missing = new TreeMap<>();
        for (int place = 1; place < last; place++) {
            String printed = reading.print().apply(labels.getFirst(), place);
            if (!there.containsKey(place) && printed != null) {
                missing.put(place, printed);
            }
        }
        return missing;
    }

    private static String prefix(String label) {
        Matcher form = ARABIC.matcher(label);
        return form.matches() ? form.group(1) : "";
    }

    private static @Nullable Integer arabic(String label) {
        Matcher form = ARABIC.matcher(label);
        return form.matches() ? Integer.valueOf(form.group(2)) : null;
    }

    private static @Nullable Integer roman(String label) {
        if (!ROMAN.matcher(label).matches()) {
            return null;
        }
        String upper = label.toUpperCase(java.util.Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < upper.length(); i++) {
            int digit = DIGITS.getOrDefault(upper.charAt(i), 0);
            int next = i + 1 < upper.length() ? DIGITS.getOrDefault(upper.charAt(i + 1), 0) : 0;
            sum += digit < next ? -digit : digit;
        }
        return sum;
    }

    private static String romanPrinted(String like, int place) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        String printed = "C".repeat(place / 100) + tens[place / 10 % 10] + ones[place % 10];
        return Character.isLowerCase(like.charAt(0)) ? printed.toLowerCase(java.util.Locale.ROOT) : printed;
    }

    private static @Nullable Integer letter(String label, String alphabet) {
        if (label.codePointCount(0, label.length()) != 1) {
            return null;
        }
        int place = alphabet.indexOf(label.toLowerCase(java.util.Locale.ROOT));
        return place < 0 ? null : place + 1;
    }

    private static String letterPrinted(String like, char letter) {
        return String.valueOf(Character.isUpperCase(like.charAt(0)) ? Character.toUpperCase(letter) : letter);
    }
}
