package vn.kybao.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tables beside the classes: a row a line, columns between {@code |}, the first one a list; {@code #} begins a remark. */
final class ResourceTable {
    private ResourceTable() {}

    /** The rows of a table, each with all its columns as lists of what stands between the separators. */
    static List<List<String>> rows(String name) {
        try (var stream = ResourceTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parts(line, "\\|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a column that is there. */
    static List<String> entries(List<String> row, int column, String separator) {
        return column < row.size() ? parts(row.get(column), separator) : List.of();
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
