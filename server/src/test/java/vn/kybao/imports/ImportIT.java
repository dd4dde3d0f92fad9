package vn.kybao.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Multipart;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TestOrganization;

/** Tables that operators have, read into what they would file. */
class ImportIT {
    private static final String ONE_MEASURE = """
            [{"periodType": "QUARTER", "measures": ["ESTIMATE"]}]""";
    private static final String SPLIT = """
            [{"dimension": "payment", "name": {"vi": "Hình thức thanh toán"},
              "codes": [{"code": "prepaid", "name": {"vi": "trả trước"}},
                        {"code": "postpaid", "name": {"vi": "trả sau"}}]}]""";

    private final TestOrganization department = new OrganizationBuilder().create();
    private final TestOrganization operator =
            OrganizationBuilder.operator().under(department).create();
    private final String count = new IndicatorBuilder()
            .withJson("name", """
                    {"vi": "Thuê bao điện thoại cố định", "en": "Fixed telephone subscriptions"}""")
            .withJson("aliases", """
                    ["Điện thoại cố định"]""")
            .withJson("breakdowns", SPLIT)
            .create();
    private final String ratio = new IndicatorBuilder()
            .withJson("name", """
                    {"vi": "Số thuê bao/100 dân"}""")
            .with("valueType", "RATIO")
            .with("kind", "RATIO")
            .with("organizationAggregation", "NONE")
            .create();
    private final String revenue =
            IndicatorBuilder.revenue().withJson("name", """
            {"vi": "Doanh thu toàn ngành"}""").create();
    private final String regime = new RegimeBuilder()
            .owner(department)
            .expectsJson(count, """
                    [{"periodType": "QUARTER", "measures": ["ACTUAL", "ESTIMATE"], "breakdowns": ["payment"]}]""")
            .expectsJson(ratio, ONE_MEASURE)
            .expectsJson(revenue, ONE_MEASURE)
            .create();

    ImportIT() {
        Collections.open(regime, Scene.PERIOD);
    }

    private Multipart form() {
        return new Multipart()
                .field("regime", regime)
                .field("period", Scene.PERIOD)
                .field("organization", operator.code())
                .field("compiledOn", "2018-04-10");
    }

    private Answer send(Multipart form) {
        return send(form.bytes());
    }

    private Answer send(byte[] body) {
        return operator.with("submissions:write")
                .header("Content-Type", Multipart.TYPE)
                .send("POST", "/v1/imports", body);
    }

    private Answer csv(String text) {
        return send(form().file("file", "số liệu.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> values(Answer answer) {
        return answer.at("/submission/values")
                .valueStream()
                .map(v -> v.path("itemRef").asText() + " " + v.path("measure").asText() + " "
                        + v.path("value").asText())
                .toList();
    }

    private static List<String> findings(Answer answer) {
        return answer.at("/findings")
                .valueStream()
                .map(f -> f.path("severity").asText() + " " + f.path("code").asText() + " "
                        + f.path("itemRef").asText("–"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void aCsvTableIsReadWhateverSeparatesIt(String separator) {
        String table = Stream.of(
                        "Chỉ tiêu|Đơn vị tính|Số liệu kỳ này|Loại số liệu|Ghi chú",
                        "\"Điện thoại cố định\"|thuê bao|\"412.000\"|Ước|theo hệ thống",
                        "\"Số thuê bao/100 dân\"||\"86,93\"|Ước|")
                .reduce((a, b) -> a + "\r\n" + b)
                .orElseThrow()
                .replace("|", separator);
        Answer answer = csv("\ufeff" + table).is(200);
        assertThat(values(answer)).containsExactly("line 2 column 3 ESTIMATE 412000", "line 3 column 3 ESTIMATE 86.93");
        assertThat(answer.text("/submission/values/0/text")).isEqualTo("412.000");
        assertThat(answer.text("/submission/values/0/note")).isEqualTo("theo hệ thống");
        assertThat(answer.text("/wouldBe")).isEqualTo("AWAITING_REVIEW");
        assertThat(findings(answer)).isEmpty();
        assertThat(answer.at("/cells/header").asInt()).isEqualTo(1);
    }

    @Test
    void theProposalCanBeFiledAsItIs() {
        Answer answer = csv("Mã chỉ tiêu;Giá trị\n" + ratio + ";trên 86,93\n").is(200);
        assertThat(answer.text("/submission/values/0/qualifier")).isEqualTo("AT_LEAST");
        String body = answer.at("/submission").toString();
        operator.admin().get("/v1/submissions?regime=" + regime).is(200);
        JsonNode validated =
                operator.admin().post("/v1/submissions/validate", body).is(200).json();
        assertThat(validated.path("wouldBe")).isEqualTo(answer.at("/wouldBe"));
        operator.admin().idempotencyKey("import").post("/v1/submissions", body).is(201);
    }

    @Test
    void nothingIsStored() {
        csv("Mã chỉ tiêu;Giá trị\n" + ratio + ";86,93\n").is(200);
        assertThat(operator.admin()
                        .get("/v1/submissions?regime=" + regime)
                        .is(200)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadForCertainIsLeftOutAndToldAtItsCell() {
        Answer answer = csv("""
                Báo cáo quý I
                Chỉ tiêu;Số liệu;Loại số liệu;Phân tổ
                (1);(2);(3);(4)
                Số thuê bao/100 dân;12.345;;
                Thue bao dien thoai co dinh;27/27;Ước;
                Thuê bao điện thoại cố định;31.618;;
                Thuê bao điện thoại cố định;31.618;Thực hiện;trả trước
                Thuê bao điện thoại cố định;31.618;Thực hiện;Hình thức thanh toán: trả trước
                Thuê bao điện thoại cố định;ước 5;Thực hiện;trả sau
                Thuê bao điện thoại cố định;5;Thực hiện;trả dần
                Doanh thu toàn ngàn;5;;
                Doanh thu toàn ngành;610.5;;
                ;7;;
                Người lập biểu;;;
                """).is(200);
        assertThat(values(answer)).containsExactly("line 7 column 2 ACTUAL 31618", "line 12 column 2 ESTIMATE 610.5");
        assertThat(findings(answer))
                .containsExactly(
                        "ERROR separator-ambiguous line 4 column 2",
                        "ERROR number-unreadable line 5 column 2",
                        "ERROR measure-unclear line 6 column 2",
                        "ERROR duplicate-observation line 8 column 2",
                        "ERROR estimate-flagged line 9 column 2",
                        "ERROR unknown-breakdown line 10 column 2",
                        "ERROR unknown-reference line 11 column 2",
                        "ERROR unknown-reference line 13 column 2",
                        "WARNING separator-ambiguous line 12 column 2");
        assertThat(answer.text("/findings/0/expected")).isEqualTo("12,345 / 12345");
        assertThat(answer.text("/findings/3/expected")).isEqualTo("line 7 column 2");
        assertThat(answer.text("/findings/6/expected")).isEqualTo("Doanh thu toàn ngành");
        assertThat(answer.text("/findings/8/pointer")).isEqualTo("/values/1/text");
        assertThat(answer.at("/findings/8/index").asInt()).isEqualTo(1);
        assertThat(answer.text("/wouldBe")).isEqualTo("REJECTED");
        assertThat(answer.at("/cells").toString()).isEqualTo("{\"proposed\":2,\"refused\":8,\"empty\":0,\"header\":2}");
    }

    @Test
    void theChecksOfFilingPointAtTheCell() {
        Answer answer = csv("Mã chỉ tiêu;Giá trị;Loại số liệu\n" + count + ";86,93;Thực hiện\n")
                .is(200);
        assertThat(findings(answer)).containsExactly("ERROR count-integral line 2 column 2");
        assertThat(answer.text("/findings/0/pointer")).isEqualTo("/values/0/value");
    }

    @Test
    void emptyCellsAreLeftOut() {
        Answer answer =
                csv("Mã chỉ tiêu;Giá trị\n" + ratio + ";\n" + revenue + ";…\n").is(200);
        assertThat(answer.json().has("submission")).isFalse();
        assertThat(answer.text("/wouldBe")).isEqualTo("UNCHANGED");
        assertThat(answer.at("/cells/empty").asInt()).isEqualTo(2);
    }

    @Test
    void theUnitBesideANumberCounts() {
        Answer answer =
                csv("Mã chỉ tiêu;Giá trị;ĐVT\n" + revenue + ";2,5;Tỷ đồng\n").is(200);
        assertThat(values(answer)).containsExactly("line 2 column 2 ESTIMATE 2500");
        assertThat(values(csv("Mã chỉ tiêu;Giá trị;ĐVT\n" + revenue + ";2,5;Triệu đồng\n")
                        .is(200)))
                .containsExactly("line 2 column 2 ESTIMATE 2.5");
        assertThat(findings(
                        csv("Mã chỉ tiêu;Giá trị;ĐVT\n" + ratio + ";2,5;%\n").is(200)))
                .containsExactly("ERROR number-unreadable line 2 column 2");
    }

    @Test
    void linesThatARecordSpansAreCounted() {
        Answer answer = csv("Mã chỉ tiêu;Giá trị;Ghi chú\n" + ratio + ";1,5;\"hai\ndòng\"\n\n" + revenue + ";2,5;\n")
                .is(200);
        assertThat(values(answer)).containsExactly("line 2 column 2 ESTIMATE 1.5", "line 5 column 2 ESTIMATE 2.5");
    }

    @Test
    void aTableWithoutHeaderIsTold() {
        Answer answer = csv("a;b\n1;2\n").is(200);
        assertThat(answer.at("/findings/0/code").asText()).isEqualTo("header-not-found");
        assertThat(findings(csv("Mã chỉ tiêu;Giá trị;Số liệu\n" + ratio + ";1,5;2,5\n")
                        .is(200)))
                .containsExactly("ERROR header-not-found line 1 column 3");
    }

    @Test
    void filingErrorsAreToldToo() {
        Answer answer = send(new Multipart()
                        .field("regime", "no-such-regime")
                        .field("period", Scene.PERIOD)
                        .field("organization", operator.code())
                        .file("file", "x.csv", "Mã chỉ tiêu;Giá trị\nx;1\n".getBytes(StandardCharsets.UTF_8)))
                .is(200);
        assertThat(findings(answer)).contains("ERROR unknown-reference –");
        TestOrganization rival =
                OrganizationBuilder.operator().under(department).create();
        byte[] body = form().file("file", "x.csv", "Mã chỉ tiêu;Giá trị\n".getBytes(StandardCharsets.UTF_8))
                .bytes();
        Answer refused = rival.with("submissions:write")
                .header("Content-Type", Multipart.TYPE)
                .send("POST", "/v1/imports", body)
                .is(200);
        assertThat(findings(refused)).contains("ERROR unknown-reference –");
    }

    @Test
    void partsAreCheckedAgainstTheContract() {
        Answer missing = send(new Multipart().field("regime", regime)).is(400);
        assertThat(missing.pointers()).containsExactlyInAnyOrder("/file", "/period", "/organization");
        assertThat(missing.errorCodes()).containsOnly("required");
        Answer unknown = send(form().field("sheets", "x").file("file", "x.csv", new byte[0]))
                .is(400);
        assertThat(unknown.errorCodes()).containsExactly("unknown-field");
        assertThat(unknown.text("/errors/0/expected")).isEqualTo("sheet");
        Answer twice = send(form().field("regime", regime).file("file", "x.csv", new byte[0]))
                .is(400);
        assertThat(twice.errorCodes()).containsExactly("repeated-parameter");
        Answer day = send(new Multipart()
                        .field("regime", regime)
                        .field("period", Scene.PERIOD)
                        .field("organization", operator.code())
                        .field("compiledOn", "23/3/2018")
                        .file("file", "x.csv", new byte[0]))
                .is(400);
        assertThat(day.pointers()).containsExactly("/compiledOn");
    }

    @Test
    void aFormThatIsCutOffIsRefused() {
        byte[] whole = form().file("file", "x.csv", new byte[100]).bytes();
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 4}) {
            Answer answer = send(Arrays.copyOf(whole, length)).is(400);
            assertThat(answer.errorCodes()).containsExactly("malformed-body");
        }
    }

    @Test
    void moreThanTenThousandFiguresAreRefused() {
        String table = "Mã chỉ tiêu;Giá trị\n" + (ratio + ";1,5\n").repeat(10_001);
        assertThat(csv(table).is(413).problem()).isEqualTo("too-many-values");
    }
}
