package vn.kybao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Multipart;
import vn.kybao.testing.Scene;

/** Workbooks: the form that comes back, other people's tables, and what is no workbook at all. */
class WorkbookImportIT {
    private static final int VALUE = 8;
    private static final int MEBIBYTE = 1024 * 1024;

    private final Scene scene = Scene.create();

    private byte[] form() {
        return scene.operator()
                .admin()
                .get("/v1/regimes/" + scene.regime() + "/form/file?period=" + Scene.PERIOD + "&organization="
                        + scene.operator().code())
                .is(200)
                .bytes();
    }

    private Answer send(byte[] file, String... more) {
        Multipart form = new Multipart()
                .field("regime", scene.regime())
                .field("organization", scene.operator().code())
                .field("compiledOn", "2018-04-10");
        for (int i = 0; i < more.length; i += 2) {
            form.field(more[i], more[i + 1]);
        }
        if (!Arrays.asList(more).contains("period")) {
            form.field("period", Scene.PERIOD);
        }
        return scene.operator()
                .with("submissions:write")
                .header("Content-Type", Multipart.TYPE)
                .send("POST", "/v1/imports", form.file("file", "a.xlsx", file).bytes());
    }

    private interface Change {
        void apply(XSSFWorkbook workbook);
    }

    private static byte[] changed(byte[] file, Change change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.apply(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] table(Change change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("Ghi chú").createRow(0).createCell(0).setCellValue("không có gì");
            XSSFRow header = workbook.createSheet("Số liệu").createRow(2);
            List<String> names = List.of("Mã chỉ tiêu", "Giá trị", "Loại số liệu");
            for (int i = 0; i < names.size(); i++) {
                header.createCell(i + 1).setCellValue(names.get(i));
            }
            change.apply(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private XSSFRow row(XSSFWorkbook workbook, int index, String measure) {
        XSSFRow row = workbook.getSheet("Số liệu").createRow(index);
        row.createCell(1).setCellValue(scene.indicator());
        row.createCell(3).setCellValue(measure);
        return row;
    }

    private static List<String> values(Answer answer) {
        return answer.at("/submission/values")
                .valueStream()
                .map(v -> v.path("itemRef").asText() + " " + v.path("measure").asText() + " "
                        + v.path("value").asText() + " " + v.path("text").asText())
                .toList();
    }

    private static List<String> findings(Answer answer) {
        return answer.at("/findings")
                .valueStream()
                .map(f -> f.path("code").asText() + " " + f.path("itemRef").asText("–"))
                .toList();
    }

    @Test
    void theFormComesBackCellByCell() throws IOException {
        Answer answer = send(changed(form(), workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    sheet.getRow(6).getCell(VALUE).setCellValue("412.000");
                    sheet.getRow(7).getCell(VALUE).setCellValue(411000);
                    sheet.getRow(8).getCell(VALUE).setCellValue("12.5");
                    sheet.getRow(9).getCell(VALUE).setCellValue("hai triệu");
                    sheet.getRow(6).getCell(VALUE + 1).setCellValue("đã chốt");
                }))
                .is(200);
        assertThat(values(answer))
                .containsExactly(
                        "Biểu mẫu!I7 ACTUAL 412000 412.000",
                        "Biểu mẫu!I8 PRELIMINARY 411000 411000",
                        "Biểu mẫu!I9 ESTIMATE 12.5 12.5");
        assertThat(findings(answer))
                .containsExactly(
                        "number-unreadable Biểu mẫu!I10",
                        "count-integral Biểu mẫu!I9",
                        "separator-ambiguous Biểu mẫu!I9");
        assertThat(answer.text("/submission/values/0/note")).isEqualTo("đã chốt");
        assertThat(answer.at("/cells").toString())
                .isEqualTo("{\"proposed\":3,\"refused\":1,\"empty\":1,\"sheet\":\"Biểu mẫu\",\"header\":6}");
    }

    @Test
    void theFormOfAnotherPeriodIsTold() {
        Answer answer = send(form(), "period", "2018-Q2").is(200);
        assertThat(findings(answer)).contains("form-differs Biểu mẫu!K2");
    }

    @Test
    void aStoredNumberIsWhatTheSheetShows() throws IOException {
        Answer answer = send(table(workbook -> {
                    XSSFRow exact = row(workbook, 3, "ACTUAL");
                    exact.createCell(2).setCellValue(1);
                    exact.getCell(2).getCTCell().setV("86.930000000000007");
                    row(workbook, 4, "ESTIMATE").createCell(2).setCellFormula("40+2");
                    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                    CellStyle day = workbook.createCellStyle();
                    day.setDataFormat(workbook.createDataFormat().getFormat("d-mmm"));
                    XSSFRow date = row(workbook, 5, "PRELIMINARY");
                    date.createCell(2).setCellValue(43138);
                    date.getCell(2).setCellStyle(day);
                    CellStyle two = workbook.createCellStyle();
                    two.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
                    XSSFRow printed = row(workbook, 6, "PLAN");
                    printed.createCell(2).setCellValue(98);
                    printed.getCell(2).setCellStyle(two);
                    row(workbook, 7, "TARGET").createCell(2).setCellFormula("1/0");
                    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                }))
                .is(200);
        assertThat(values(answer))
                .containsExactly(
                        "Số liệu!C4 ACTUAL 86.93 86,93", "Số liệu!C5 ESTIMATE 42 42", "Số liệu!C7 PLAN 98 98,00");
        assertThat(findings(answer))
                .containsExactly(
                        "number-unreadable Số liệu!C6", "number-unreadable Số liệu!C8", "count-integral Số liệu!C4");
    }

    @Test
    void aSheetIsReadByName() throws IOException {
        byte[] file = table(workbook -> row(workbook, 3, "ACTUAL").createCell(2).setCellValue(5));
        assertThat(values(send(file, "sheet", "Số liệu").is(200))).hasSize(1);
        Answer other = send(file, "sheet", "So lieu").is(200);
        assertThat(other.text("/findings/0/code")).isEqualTo("unknown-reference");
        assertThat(other.text("/findings/0/pointer")).isEqualTo("/sheet");
        assertThat(send(file, "sheet", "Ghi chú").is(200).text("/findings/0/code"))
                .isEqualTo("header-not-found");
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() throws Exception {
        unreadable("broken", "PK not a zip".getBytes(StandardCharsets.UTF_8));
        unreadable("broken", Arrays.copyOf(form(), 2000));
        unreadable("broken", zip("a.txt", "x".getBytes(StandardCharsets.UTF_8)));
        unreadable("not-a-table", new byte[] {1, 2, 3, 0});
        unreadable("not-a-table", new byte[] {(byte) 0xC3, (byte) 0x28});
        unreadable("open-quote", "Chỉ tiêu;Giá trị\n\"a;1\nb;2".getBytes(StandardCharsets.UTF_8));
        unreadable("old-workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        unreadable("encrypted", encrypted(form()));
    }

    private void unreadable(String variant, byte[] file) {
        Answer answer = send(file).is(422);
        assertThat(answer.errorCodes()).as(variant).containsExactly("file-unreadable");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/file");
        String message = answer.text("/errors/0/message");
        assertThat(message)
                .contains(
                        switch (variant) {
                            case "broken" -> "bị hỏng";
                            case "encrypted" -> "mật khẩu";
                            case "old-workbook" -> "dạng cũ";
                            case "open-quote" -> "dấu nháy kép";
                            default -> "không phải bảng tính";
                        });
    }

    @Test
    void bombsAreRefusedBeforeTheyUnfold() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[40 * MEBIBYTE]);
        assertThat(bomb.length).isLessThan(MEBIBYTE);
        assertThat(send(bomb).is(413).problem()).isEqualTo("too-large");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 1_001; i++) {
                zip.putNextEntry(new ZipEntry("a" + i));
                zip.closeEntry();
            }
        }
        send(many.toByteArray()).is(413);
    }

    @Test
    void aFileOfMoreThanFourMebibytesIsRefused() {
        assertThat(send(new byte[4 * MEBIBYTE]).is(413).problem()).isEqualTo("too-large");
    }

    @Test
    void documentTypesAreNotRead() throws IOException {
        byte[] file = replaced(form(), "xl/worksheets/sheet1.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>""");
        Answer answer = send(file);
        assertThat(answer.status()).isIn(200, 422);
        assertThat(answer.text()).doesNotContain("root:");
    }

    @Test
    void noBytesBreakIt() throws IOException {
        byte[] good = form();
        Random random = new Random(20180323);
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            for (int n = 0; n < 1 + i / 4; n++) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            }
            assertThat(send(bad).status()).isIn(200, 413, 422);
        }
        for (String part : List.of("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml")) {
            for (String content : List.of("", "<a/>", "<a>", "\0", "<!DOCTYPE a><a/>")) {
                assertThat(send(replaced(good, part, content)).status())
                        .as(part + content)
                        .isIn(200, 422);
            }
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] file, String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(part) ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] encrypted(byte[] file) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(file);
            }
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
