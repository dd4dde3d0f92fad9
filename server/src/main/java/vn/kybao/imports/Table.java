package vn.kybao.imports;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in a file.
 *
 * @param sheet the sheet's name, or null for CSV
 * @param lines the rows that hold anything
 */
record Table(@Nullable String sheet, List<Line> lines) {
    /**
     * One row.
     *
     * @param number its number from 1
     * @param cells its cells from the first column
     */
    record Line(int number, List<Cell> cells) {
        Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        String text(int column) {
            return cell(column).text().strip();
        }
    }

    /** {@code Biểu mẫu!I7}, or {@code line 4 column 3}. */
    String address(Line line, int column) {
        return sheet == null
                ? "line " + line.number() + " column " + (column + 1)
                : sheet + "!" + CellReference.convertNumToColString(column) + line.number();
    }
}
