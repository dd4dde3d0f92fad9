package vn.kybao.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.kybao.imports.Table.Line;

/** Reads CSV: once for each separator it may have, as only the header tells which one it is. */
final class CsvTables {
    private static final char[] SEPARATORS = {';', '\t', ','};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvTables() {}

    static List<Table> read(byte[] bytes) {
        String text = decoded(bytes);
        List<Table> tables = new ArrayList<>();
        for (char separator : SEPARATORS) {
            tables.add(new Table(null, lines(text, separator)));
        }
        return tables;
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusals.unreadable("not-a-table");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            throw Refusals.unreadable("not-a-table");
        }
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static List<Line> lines(String text, char separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            long before = 0;
            for (CSVRecord found : parser) {
                add(lines, (int) before + 1, found);
                // A record may span lines; the parser tells where it has come to.
                before = Math.max(before + 1, parser.getCurrentLineNumber());
            }
        } catch (IOException | UncheckedIOException e) {
            // A quotation that is never closed would swallow all lines after it.
            throw Refusals.unreadable("open-quote");
        }
        return lines;
    }

    private static void add(List<Line> lines, int number, CSVRecord found) {
        List<Cell> cells = new ArrayList<>();
        for (String value : found) {
            if (cells.size() < Refusals.MOST_COLUMNS) {
                cells.add(Cell.text(value));
            }
        }
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            lines.add(new Line(number, cells));
        }
        if (lines.size() > Refusals.MOST_KEPT) {
            throw Refusals.tooManyLines(lines.size());
        }
    }
}
