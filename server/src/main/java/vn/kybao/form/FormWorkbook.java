package vn.kybao.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintOrientation;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import vn.kybao.api.model.Form;
import vn.kybao.api.model.FormCell;
import vn.kybao.api.model.FormRow;
import vn.kybao.calculation.Breakdowns;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Numbers;

/** Lays a form out as a workbook of one sheet: the head, the table, and where to sign. */
final class FormWorkbook {
    private static final String SHEET = "Biểu mẫu";
    private static final List<String> HEADERS = List.of(
            "STT",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Phân tổ",
            "Loại số liệu",
            "Kỳ trước",
            "Kế hoạch",
            "Đã nộp",
            "Số liệu kỳ này",
            "Ghi chú",
            "Mã chỉ tiêu",
            "Mã loại số liệu",
            "Mã phân tổ");
    private static final int[] WIDTHS = {5, 44, 14, 20, 12, 14, 14, 14, 18, 22, 10, 10, 10};
    private static final int VALUE = 8;
    private static final int NOTE = 9;
    private static final int MACHINE = 10;
    private static final int HEADER_ROW = 5;
    private static final int MOST_DIGITS = 15;
    private static final int BREAKDOWN = 3;
    private static final int LINE = 15;
    /** As many letters of a name as surely fit on a line. */
    private static final int NAME_LETTERS = 46;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Form form;
    private final String organization;
    private final CalendarPeriod period;
    private final FormWords words;

    FormWorkbook(Form form, String organization, CalendarPeriod period, FormWords words) {
        this.form = form;
        this.organization = organization;
        this.period = period;
        this.words = words;
    }

    /** The same bytes for the same form, so that it can be recognised. */
    byte[] bytes() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setCreated(Optional.empty());
            workbook.getProperties()
                    .getCoreProperties()
                    .setTitle(form.getTitle().getVi());
            XSSFSheet sheet = workbook.createSheet(SHEET);
            FormStyles styles = new FormStyles(workbook);
            head(sheet, styles);
            int end = table(sheet, styles);
            signatures(sheet, styles, end + 1);
            protect(sheet, end);
            print(workbook, sheet);
            workbook.write(bytes);
            return timeless(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(XSSFSheet sheet, FormStyles styles) {
        line(sheet, 0, styles.title, 24, form.getTitle().getVi().toUpperCase(Locale.ROOT));
        line(
                sheet,
                1,
                styles.line,
                18,
                "Kỳ báo cáo: %s (từ %s đến %s)"
                        .formatted(FormWords.period(period), day(form.getWindowStart()), day(form.getWindowEnd())));
        line(sheet, 2, styles.line, 18, "Đơn vị báo cáo: " + organization);
        line(sheet, 3, styles.hint, 34, """
                Chỉ ghi vào các ô nền vàng. Dấu phẩy là dấu thập phân (86,93), dấu chấm ngăn hàng nghìn (412.000). \
                Không phát sinh thì ghi “Không có”; chưa có số liệu thì để trống. Chỉ tiêu có dấu (*) là bắt buộc.""");
        sheet.createRow(4);
        machine(sheet, 0, "kybao:regime=" + form.getRegime());
        machine(sheet, 1, "kybao:period=" + form.getPeriod());
        machine(sheet, 2, "kybao:organization=" + form.getOrganization());
    }

    private static void line(XSSFSheet sheet, int index, XSSFCellStyle style, int height, String text) {
        XSSFRow row = sheet.createRow(index);
        row.setHeightInPoints(height);
        text(row, 0, style, text);
        sheet.addMergedRegion(new CellRangeAddress(index, index, 0, NOTE));
    }

    private static void machine(XSSFSheet sheet, int row, String text) {
        sheet.getRow(row).createCell(MACHINE).setCellValue(text);
    }

    private int table(XSSFSheet sheet, FormStyles styles) {
        XSSFRow header = sheet.createRow(HEADER_ROW);
        header.setHeightInPoints(32);
        for (int column = 0; column < HEADERS.size(); column++) {
            text(header, column, styles.header, HEADERS.get(column));
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
            sheet.setColumnHidden(column, column >= MACHINE);
        }
        Set<String> split = new HashSet<>();
        form.getRows().stream()
                .filter(row -> !row.getBreakdown().isEmpty())
                .forEach(row -> split.add(row.getIndicator()));
        sheet.setColumnHidden(BREAKDOWN, split.isEmpty());
        int index = HEADER_ROW + 1;
        int number = 0;
        String before = "";
        for (FormRow row : form.getRows()) {
            boolean first = !row.getIndicator().equals(before);
            before = row.getIndicator();
            number += first ? 1 : 0;
            row(sheet.createRow(index), styles, row, first ? String.valueOf(number) : "", split.contains(before));
            index++;
        }
        return index - 1;
    }

    private void row(XSSFRow to, FormStyles styles, FormRow row, String number, boolean isSplit) {
        String name = row.getName().getVi();
        to.setHeightInPoints(4 + LINE * (1 + name.length() / NAME_LETTERS));
        text(to, 0, styles.centered, number);
        text(to, 1, number.isEmpty() ? styles.again : styles.text, row.getRequired() ? name + " (*)" : name);
        text(to, 2, styles.centered, row.getUnit().getName().getVi());
        text(to, 3, styles.text, words.breakdown(row, isSplit));
        text(to, 4, styles.centered, words.measure(row.getMeasure()));
        figure(to, 5, styles, row.getLastPeriod());
        figure(to, 6, styles, row.getPlan());
        figure(to, 7, styles, row.getFiled());
        to.createCell(VALUE).setCellStyle(styles.input);
        to.createCell(NOTE).setCellStyle(styles.note);
        text(to, MACHINE, styles.text, row.getIndicator());
        text(to, MACHINE + 1, styles.text, row.getMeasure().getValue());
        text(to, MACHINE + 2, styles.text, Breakdowns.canonical(row.getBreakdown()));
    }

    private static void figure(XSSFRow row, int column, FormStyles styles, @Nullable FormCell figure) {
        BigDecimal value = figure == null ? null : figure.getValue();
        if (figure == null || value == null) {
            text(row, column, styles.centered, "");
            return;
        }
        BigDecimal shown = value.stripTrailingZeros();
        if (shown.precision() > MOST_DIGITS) {
            text(row, column, styles.number(0), Numbers.in(Language.VI, value));
            return;
        }
        int digits = Math.max(shown.scale(), Objects.requireNonNullElse(figure.getPrecision(), 0));
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.number(digits));
        // The decimal itself: no detour over a binary fraction.
        cell.getCTCell().setT(STCellType.N);
        cell.getCTCell().setV(shown.toPlainString());
    }

    private void signatures(XSSFSheet sheet, FormStyles styles, int from) {
        XSSFRow date = sheet.createRow(from + 1);
        XSSFRow who = sheet.createRow(from + 2);
        text(date, 5, styles.hint, "……………, ngày …… tháng …… năm ………");
        text(who, 1, styles.signature, "Người lập biểu");
        text(who, 5, styles.signature, "Thủ trưởng đơn vị");
        sheet.addMergedRegion(new CellRangeAddress(from + 1, from + 1, 5, NOTE));
        sheet.addMergedRegion(new CellRangeAddress(from + 2, from + 2, 5, NOTE));
        date.getCell(5).setCellStyle(styles.line);
    }

    private static void protect(XSSFSheet sheet, int end) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        if (end > HEADER_ROW) {
            sheet.addIgnoredErrors(
                    new CellRangeAddress(HEADER_ROW + 1, end, VALUE, VALUE), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private static void print(XSSFWorkbook workbook, XSSFSheet sheet) {
        sheet.createFreezePane(2, HEADER_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getPrintSetup().setOrientation(PrintOrientation.LANDSCAPE);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setRight("Trang &P/&N");
        workbook.setActiveSheet(0);
    }

    /** What a stranger has named cannot start a formula. */
    private static void text(XSSFRow row, int column, XSSFCellStyle style, String text) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            boolean formula = "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            cell.setCellValue(formula ? "'" + text : text);
        }
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The entries without the time they were written at. */
    private static byte[] timeless(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(SOME_DAY);
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
