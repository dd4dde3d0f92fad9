package vn.kybao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/** The workbook that goes out. */
class FormWorkbookIT {
    private static final int VALUE = 8;

    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator = OrganizationBuilder.operator()
            .under(department)
            .withJson("name", """
                    {"vi": "=HYPERLINK(\\"http://x\\")"}""")
            .create();

    private XSSFWorkbook workbook(String regime) throws IOException {
        byte[] bytes = operator.admin()
                .get("/v1/regimes/" + regime + "/form/file?period=" + Scene.PERIOD + "&organization=" + operator.code())
                .is(200)
                .bytes();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void onlyWhatIsThereToBeFilledInIsUnlocked() throws IOException {
        String regime = new RegimeBuilder()
                .owner(department)
                .expectsJson(new IndicatorBuilder().create(), """
                        [{"periodType": "QUARTER", "measures": ["ACTUAL"], "required": true}]""")
                .create();
        try (XSSFWorkbook workbook = workbook(regime)) {
            XSSFSheet sheet = workbook.getSheet("Biểu mẫu");
            assertThat(sheet.getProtect()).isTrue();
            sheet.forEach(row -> row.forEach(cell -> assertThat(
                            cell.getCellStyle().getLocked())
                    .as(cell.getAddress().formatAsString())
                    .isEqualTo(!(row.getRowNum() == 6 && (cell.getColumnIndex() == 8 || cell.getColumnIndex() == 9)))));
            assertThat(sheet.getRow(5).getCell(VALUE).getStringCellValue()).isEqualTo("Số liệu kỳ này");
            assertThat(sheet.getRow(6).getCell(VALUE).getCellType()).isEqualTo(CellType.BLANK);
            assertThat(sheet.getRow(6).getCell(1).getStringCellValue()).endsWith(" (*)");
            assertThat(sheet.getRow(6).getCell(4).getStringCellValue()).isEqualTo("Thực hiện");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Kỳ báo cáo: Quý I năm 2018 (từ 01/01/2018 đến 31/03/2018)");
            assertThat(sheet.isColumnHidden(9)).isFalse();
            assertThat(sheet.isColumnHidden(10)).isTrue();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void figuresAreExactNumbersAndWhatHasMoreThan15DigitsIsText() throws IOException {
        String money = IndicatorBuilder.revenue().create();
        String large = IndicatorBuilder.revenue().create();
        String regime = new RegimeBuilder()
                .owner(department)
                .autoApprove()
                .expects(money, "QUARTER")
                .expects(large, "QUARTER")
                .create();
        Collections.open(regime, Scene.PERIOD);
        new SubmissionBuilder(regime, operator)
                .value(money, "ACTUAL", "1234567890.1")
                .value(large, "ACTUAL", "999999999999999.9999")
                .file(operator.admin())
                .is(201);
        try (XSSFWorkbook workbook = workbook(regime)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            XSSFCell exact = sheet.getRow(6).getCell(7);
            assertThat(exact.getCTCell().getV()).isEqualTo("1234567890.1");
            assertThat(exact.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(exact.getCellStyle().getDataFormatString()).isEqualTo("[$-42A]#,##0.0");
            assertThat(sheet.getRow(11).getCell(7).getStringCellValue()).isEqualTo("999.999.999.999.999,9999");
        }
    }

    @Test
    void nothingThatAStrangerNamedIsAFormula() throws IOException {
        String indicator = new IndicatorBuilder()
                .withJson("name", """
                {"vi": "=1+1"}""")
                .withJson("unit", """
                {"code": "unit", "name": {"vi": "@SUM(A1)"}}""")
                .create();
        String regime = new RegimeBuilder()
                .owner(department)
                .withJson("title", """
                {"vi": "+84"}""")
                .expects(indicator, "QUARTER")
                .create();
        try (XSSFWorkbook workbook = workbook(regime)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("'+84");
            assertThat(sheet.getRow(6).getCell(1).getStringCellValue()).isEqualTo("'=1+1");
            assertThat(sheet.getRow(6).getCell(2).getStringCellValue()).isEqualTo("'@SUM(A1)");
            sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
    }
}
