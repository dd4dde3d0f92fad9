package vn.kybao.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.kybao.imports.Table.Line;
import vn.kybao.search.SearchText;

/**
 * The row that names the columns: the first one that names an indicator and a value.
 *
 * @param table the table
 * @param line the row
 * @param columns where each kind of column is, from 0
 */
record Header(Table table, Line line, Map<Column, Integer> columns) {
    private static final int LAST_PLACE = 40;
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|[*:.]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NUMBERING = Pattern.compile("\\(?[0-9A-Z]{1,2}\\)?(?: ?= ?.*)?");

    /** The kinds of columns. */
    enum Column {
        CODE,
        NAME,
        VALUE,
        MEASURE_CODE,
        MEASURE,
        BREAKDOWN_CODE,
        BREAKDOWN,
        UNIT,
        NOTE
    }

    /** The names that columns go by, without accents. */
    private static final Map<Column, Set<String>> NAMES = Map.of(
            Column.CODE, Set.of("ma chi tieu", "ma so chi tieu", "indicator code", "code"),
            Column.NAME,
                    Set.of(
                            "chi tieu",
                            "ten chi tieu",
                            "noi dung",
                            "danh muc chi tieu",
                            "indicator",
                            "indicator name",
                            "name"),
            Column.VALUE,
                    Set.of(
                            "so lieu ky nay",
                            "so lieu",
                            "so lieu bao cao",
                            "gia tri",
                            "gia tri ky nay",
                            "ket qua",
                            "so luong",
                            "thuc hien",
                            "uoc thuc hien",
                            "value",
                            "figure"),
            Column.MEASURE_CODE, Set.of("ma loai so lieu", "measure code"),
            Column.MEASURE, Set.of("loai so lieu", "measure"),
            Column.BREAKDOWN_CODE, Set.of("ma phan to", "breakdown code"),
            Column.BREAKDOWN, Set.of("phan to", "breakdown"),
            Column.UNIT, Set.of("don vi tinh", "don vi", "dvt", "unit"),
            Column.NOTE, Set.of("ghi chu", "note", "notes", "remark", "remarks"));

    private static boolean isNamed(Column column, String name) {
        return NAMES.getOrDefault(column, Set.of()).contains(name);
    }

    /** The header of a table; empty when no row near its beginning is one. */
    static Optional<Header> of(Table table) {
        return table.lines().stream()
                .limit(LAST_PLACE)
                .map(line -> new Header(table, line, columns(line)))
                .filter(Header::isComplete)
                .findFirst();
    }

    private boolean isComplete() {
        return columns.containsKey(Column.VALUE)
                && (columns.containsKey(Column.CODE) || columns.containsKey(Column.NAME));
    }

    private static Map<Column, Integer> columns(Line line) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < line.cells().size(); i++) {
            String name = name(line.text(i));
            for (Column column : Column.values()) {
                if (isNamed(column, name)) {
                    found.putIfAbsent(column, i);
                }
            }
        }
        return found;
    }

    private static String name(String printed) {
        String bare = ASIDE.matcher(SearchText.fold(printed)).replaceAll(" ");
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }

    /** Columns that bear the same name: which of them is meant nobody can tell. */
    List<Integer> doubled(Column column) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            if (isNamed(column, name(line.text(i)))) {
                places.add(i);
            }
        }
        return places;
    }

    /** The rows below, without the one that numbers the columns. */
    List<Line> below() {
        List<Line> lines = table.lines()
                .subList(table.lines().indexOf(line) + 1, table.lines().size());
        boolean numbered = !lines.isEmpty()
                && lines.getFirst().cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .allMatch(cell -> NUMBERING.matcher(cell.text().strip()).matches());
        return numbered ? lines.subList(1, lines.size()) : lines;
    }

    /** The rows above, where a form says whose it is. */
    List<Line> above() {
        return table.lines().subList(0, table.lines().indexOf(line));
    }

    String text(Line row, Column column) {
        Integer place = columns.get(column);
        return place == null ? "" : row.text(place);
    }

    int place(Column column) {
        return columns.getOrDefault(column, -1);
    }

    String address(Line row, Column column) {
        return table.address(row, place(column));
    }
}
