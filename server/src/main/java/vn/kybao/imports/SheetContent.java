package vn.kybao.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import vn.kybao.imports.Cell.Kind;
import vn.kybao.imports.Table.Line;

/** The cells of a sheet as they pass by: stored values only, of a formula its result. */
final class SheetContent extends DefaultHandler {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

    private final CellFormats formats;
    private final ReadOnlySharedStringsTable strings;
    private final int room;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();

    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private String type = "";
    private @Nullable String style;
    private boolean isValue;

    /**
     * @param room how many rows may still be kept of the workbook
     */
    SheetContent(CellFormats formats, ReadOnlySharedStringsTable strings, int room) {
        this.formats = formats;
        this.strings = strings;
        this.room = room;
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number != null && number.matches("[1-9]\\d{0,6}") ? Integer.parseInt(number) : row + 1;
                column = -1;
                cells = new ArrayList<>();
            }
            case "c" -> {
                column = column(attributes.getValue("r"));
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s");
                value.setLength(0);
            }
            case "v", "t" -> isValue = true;
            case "rPh" -> isValue = false;
            default -> {
                // Formulas and the rest are not read.
            }
        }
    }

    private int column(@Nullable String reference) {
        Matcher form = REFERENCE.matcher(reference == null ? "" : reference);
        return form.matches() ? CellReference.convertColStringToIndex(form.group(1)) : column + 1;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (isValue) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> isValue = false;
            case "c" -> keep();
            case "row" -> finish();
            default -> {
                // Nothing else ends a value.
            }
        }
    }

    private void keep() {
        if (value.isEmpty() || column < cells.size() || column >= Refusals.MOST_COLUMNS) {
            return;
        }
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell(value.toString()));
    }

    private Cell cell(String stored) {
        return switch (type) {
            case "n" -> formats.number(stored, style);
            case "s" -> Cell.text(normal(shared(stored)));
            case "e" -> new Cell(Kind.FAILED, stored);
            case "d" -> new Cell(Kind.DATE, stored);
            default -> Cell.text(normal(stored));
        };
    }

    private String shared(String stored) {
        int index = stored.matches("\\d{1,8}") ? Integer.parseInt(stored) : -1;
        return index >= 0 && index < strings.getUniqueCount()
                ? strings.getItemAt(index).getString()
                : "";
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void finish() {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            lines.add(new Line(row, cells));
        }
        if (lines.size() > room) {
            throw Refusals.tooManyLines(Refusals.MOST_KEPT + 1);
        }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }
}
