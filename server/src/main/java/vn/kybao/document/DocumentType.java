package vn.kybao.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type of documents as their numbers name it.
 *
 * @param symbol as it stands in numbers, such as {@code QĐ}
 * @param names what it is called, such as {@code Quyết định}
 * @param issuers symbols of those who alone issue it; empty when many do
 */
record DocumentType(String symbol, List<String> names, List<String> issuers) {
    private static final Map<String, DocumentType> BY_SPELLING = read();
    private static final Set<String> NAMES = BY_SPELLING.values().stream()
            .flatMap(type -> type.names.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** The type of that symbol, however it is cased. */
    static @Nullable DocumentType of(String symbol) {
        return BY_SPELLING.get(symbol.toUpperCase(Locale.ROOT));
    }

    /** Several bodies issue it together, and their symbols follow each other. */
    boolean isJoint() {
        return symbol.endsWith("LT");
    }

    /** An official letter that says so. */
    boolean isLetter() {
        return symbol.equals("CV");
    }

    /** What types are called, in small letters. */
    static Set<String> allNames() {
        return NAMES;
    }

    private static Map<String, DocumentType> read() {
        Map<String, DocumentType> types = new HashMap<>();
        for (List<String> row : ResourceTable.rows("types.txt")) {
            List<String> spellings = ResourceTable.entries(row, 0, ",");
            DocumentType type = new DocumentType(
                    spellings.getFirst(), ResourceTable.entries(row, 1, ";"), ResourceTable.entries(row, 2, ","));
            spellings.forEach(spelling -> types.put(spelling.toUpperCase(Locale.ROOT), type));
        }
        return Map.copyOf(types);
    }
}
