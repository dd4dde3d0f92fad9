package vn.kybao.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text folded for searching: no accents, no case, {@code đ} as {@code d}. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
    }

    /** What is stored beside a thing to find it by. */
    public static String of(Collection<@Nullable String> texts) {
        return texts.stream().filter(Objects::nonNull).map(SearchText::fold).collect(Collectors.joining("\n"));
    }

    /** A LIKE pattern for the words asked for, or null when nothing is asked. */
    public static @Nullable String pattern(@Nullable String query) {
        return query == null
                ? null
                : '%' + fold(query).replaceAll("([%_\\\\])", "\\\\$1").replaceAll("\\s+", "%") + '%';
    }
}
