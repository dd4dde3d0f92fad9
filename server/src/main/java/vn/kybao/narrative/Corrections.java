package vn.kybao.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kybao.api.model.Measure;
import vn.kybao.calculation.PeriodArgument;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Nearest;
import vn.kybao.search.SearchText;

/** What was most likely meant by a reference that cannot be read. */
final class Corrections {
    private static final Pattern NO_CODE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern AROUND_SIGN = Pattern.compile(" ?= ?");
    private static final Map<String, String> EXAMPLES =
            Map.of("measure", "measure=PLAN", "period", "period=previous-year");
    private static final String BREAKDOWN = "breakdown.";

    private Corrections() {}

    /** A figure with each argument put right; empty when one of them tells nothing. */
    static Optional<String> figure(String text) {
        String[] words = AROUND_SIGN.matcher(text).replaceAll("=").split(" ", -1);
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            Optional<String> argument = argument(words[i]);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.putIfAbsent(argument.get().replaceFirst("=.*", ""), argument.get());
        }
        List<String> parts = new ArrayList<>(List.of(code(words[0])));
        parts.addAll(arguments.values());
        String corrected = String.join(" ", parts);
        return MentionReader.reference(corrected).map(read -> "{{" + corrected + "}}");
    }

    /** A change with the code and base that were most likely meant. */
    static String change(List<String> words) {
        String base = words.stream()
                .skip(1)
                .map(word -> word.replaceFirst("^[^=]*=", ""))
                .flatMap(word -> Nearest.of(word, MentionReader.BASES.keySet()).stream())
                .findFirst()
                .map(name -> " vs=" + name)
                .orElse("");
        return "{{change: " + code(words.getFirst()) + base + "}}";
    }

    /** The first word as a code, or the word {@code code} itself. */
    static String code(String text) {
        String first = text.strip().replaceFirst(" .*", "");
        String folded = NO_CODE.matcher(SearchText.fold(first))
                .replaceAll("-")
                .replaceFirst("^-", "")
                .replaceFirst("-$", "");
        return MentionReader.isCode(folded) ? folded : "code";
    }

    private static Optional<String> argument(String word) {
        int sign = word.indexOf('=');
        if (sign < 0) {
            return value("measure", word).or(() -> value("period", word));
        }
        String name = word.substring(0, sign);
        String value = word.substring(sign + 1);
        if (name.startsWith(BREAKDOWN)) {
            return Optional.of(word);
        }
        return Nearest.of(name, EXAMPLES.keySet())
                .map(near -> value(near, value).or(() -> Optional.ofNullable(EXAMPLES.get(near))))
                .orElseGet(() -> Optional.of(BREAKDOWN + word));
    }

    private static Optional<String> value(String name, String value) {
        Optional<String> near = name.equals("measure")
                ? Nearest.of(value, Measure.VALUE_MAPPING.keySet())
                : CalendarPeriod.parse(value)
                        .map(CalendarPeriod::code)
                        .or(() -> Nearest.of(value, PeriodArgument.shifts()));
        return near.map(found -> name + "=" + found);
    }
}
