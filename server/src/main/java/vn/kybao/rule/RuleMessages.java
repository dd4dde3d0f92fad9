package vn.kybao.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.calculation.Condition;
import vn.kybao.problem.Language;

/** The messages of rules: texts in which {@code {left}} and other names in braces stand for values. */
public final class RuleMessages {
    /** What can be told of every rule; an indicator of the same code is not told. */
    static final List<String> NAMES = List.of("left", "right", "difference", "tolerance", "period", "organization");

    static final String NAME_OF = ".name";

    /** As long as the message of a finding may be: long names, told many times, could exceed it. */
    private static final int LONGEST = 4000;

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}|[{}]");
    private static final Pattern MAY_BE_CODE =
            Pattern.compile("[a-z0-9][a-z0-9-]{1,62}(" + Pattern.quote(NAME_OF) + ")?");

    private RuleMessages() {}

    /**
     * Something in braces, or a brace alone, that stands for no value.
     *
     * @param text as it is written
     * @param start its first character
     */
    record Unknown(String text, int start) {}

    /** The names that stand for a value in the message of a condition. */
    static Set<String> known(Condition condition) {
        Set<String> names = new LinkedHashSet<>(NAMES);
        condition.references().forEach(reference -> {
            names.add(reference.indicator());
            names.add(reference.indicator() + NAME_OF);
        });
        return names;
    }

    static List<Unknown> unknown(String template, Set<String> known) {
        List<Unknown> found = new ArrayList<>();
        Matcher braces = IN_BRACES.matcher(template);
        while (braces.find()) {
            if (braces.group(1) == null || !known.contains(braces.group(1))) {
                found.add(new Unknown(braces.group(), braces.start()));
            }
        }
        return found;
    }

    /** What stands for no value whatever the condition is; for one that cannot be read. */
    static List<Unknown> unknown(String template) {
        return unknown(template, Set.of()).stream()
                .filter(unknown -> !MAY_BE_CODE
                        .matcher(unknown.text()
                                .substring(1, Math.max(1, unknown.text().length() - 1)))
                        .matches())
                .toList();
    }

    /**
     * Puts a message into words.
     *
     * @param message the texts; where there is no English one, the Vietnamese is taken
     * @param values by name, written as the language writes them; what looks like a name in one of them stays as it is
     */
    public static String render(LocalizedText message, Language language, Map<String, String> values) {
        String template = language == Language.EN && message.getEn() != null ? message.getEn() : message.getVi();
        String text = new StringSubstitutor(values, "{", "}", Character.MIN_VALUE)
                .setDisableSubstitutionInValues(true)
                .replace(template);
        return text.length() <= LONGEST ? text : shortened(text);
    }

    /** Cut between characters, never within one. */
    private static String shortened(String text) {
        int end = LONGEST - 1;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }
}
