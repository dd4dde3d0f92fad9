package vn.kybao.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the paper looks. Everything is locked but what is there to be filled in. */
final class FormStyles {
    private static final String FACE = "Times New Roman";
    private static final short BODY = 11;
    private static final short TITLE = 14;
    /** Grouped and with a decimal comma, whatever the machine's own language is. */
    private static final String VIETNAMESE = "[$-42A]";

    private final XSSFWorkbook workbook;
    final XSSFCellStyle title;
    final XSSFCellStyle line;
    final XSSFCellStyle hint;
    final XSSFCellStyle header;
    final XSSFCellStyle text;
    final XSSFCellStyle again;
    final XSSFCellStyle centered;
    final XSSFCellStyle input;
    final XSSFCellStyle note;
    final XSSFCellStyle signature;
    private final XSSFCellStyle[] numbers = new XSSFCellStyle[5];

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = plain(font(TITLE, true, false), HorizontalAlignment.CENTER);
        line = plain(font(BODY, false, false), HorizontalAlignment.CENTER);
        hint = plain(font(BODY, false, true), HorizontalAlignment.LEFT);
        signature = plain(font(BODY, true, false), HorizontalAlignment.CENTER);
        header = boxed(font(BODY, true, false), HorizontalAlignment.CENTER);
        fill(header, IndexedColors.GREY_25_PERCENT);
        text = boxed(font(BODY, false, false), HorizontalAlignment.LEFT);
        again = boxed(grey(font(BODY, false, false)), HorizontalAlignment.LEFT);
        centered = boxed(font(BODY, false, false), HorizontalAlignment.CENTER);
        // Text: what is typed stays as it was typed, and no machine takes 7.2 for a day or 86,93 for 8693.
        input = boxed(font(BODY, true, false), HorizontalAlignment.RIGHT);
        input.setIndention((short) 1);
        input.setDataFormat(workbook.createDataFormat().getFormat("@"));
        input.setLocked(false);
        fill(input, IndexedColors.LEMON_CHIFFON);
        note = boxed(font(BODY, false, false), HorizontalAlignment.LEFT);
        note.setLocked(false);
        fill(note, IndexedColors.LEMON_CHIFFON);
        for (int digits = 0; digits < numbers.length; digits++) {
            numbers[digits] = boxed(font(BODY, false, false), HorizontalAlignment.RIGHT);
            numbers[digits].setIndention((short) 1);
            String fraction = digits == 0 ? "" : "." + "0".repeat(digits);
            numbers[digits].setDataFormat(workbook.createDataFormat().getFormat(VIETNAMESE + "#,##0" + fraction));
        }
    }

    /** For a number that is printed with so many fraction digits. */
    XSSFCellStyle number(int digits) {
        return numbers[Math.clamp(digits, 0, numbers.length - 1)];
    }

    private XSSFFont font(short points, boolean bold, boolean italic) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints(points);
        font.setBold(bold);
        font.setItalic(italic);
        return font;
    }

    private XSSFCellStyle plain(XSSFFont font, HorizontalAlignment alignment) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setLocked(true);
        return style;
    }

    private XSSFCellStyle boxed(XSSFFont font, HorizontalAlignment alignment) {
        XSSFCellStyle style = plain(font, alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    /** For what the row above says already. */
    private static XSSFFont grey(XSSFFont font) {
        font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        return font;
    }

    private static void fill(XSSFCellStyle style, IndexedColors color) {
        style.setFillForegroundColor(color.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
