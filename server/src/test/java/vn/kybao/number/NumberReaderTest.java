package vn.kybao.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.ValueState;
import vn.kybao.api.model.ValueType;

/** How each printed form is read: what is plain, what is read with a warning (w:), what is refused (e:). */
class NumberReaderTest {
    @ParameterizedTest(name = "{0} as {1} in {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "null", textBlock = """
            printed                   | type     | unit         | value          | digits | qualifier | unit found     | doubt
            # ---- whole numbers
            257                       | COUNT    | commune      | 257            | 0      | EXACT     | null           | null
            3250                      | COUNT    | station      | 3250           | 0      | EXACT     | null           | null
            03                        | COUNT    | class        | 3              | 0      | EXACT     | null           | null
            0                         | COUNT    | commune      | 0              | 0      | EXACT     | null           | null
            +5                        | COUNT    | rank         | 5              | 0      | EXACT     | null           | null
            # ---- decimal comma
            86,93                     | RATIO    | subscription | 86.93          | 2      | EXACT     | null           | null
            7,0                       | RATIO    | subscription | 7              | 1      | EXACT     | null           | null
            98,00                     | PERCENT  | percent      | 98             | 2      | EXACT     | null           | null
            1,501                     | COUNT    | dossier      | 1.501          | 3      | EXACT     | null           | null
            0,0                       | PERCENT  | percent      | 0              | 1      | EXACT     | null           | null
            # ---- one dot
            1.501                     | COUNT    | dossier      | 1501           | 0      | EXACT     | null           | null
            2.200                     | MONEY    | billion-vnd  | 2200           | 0      | EXACT     | null           | null
            412.000                   | COUNT    | subscription | 412000         | 0      | EXACT     | null           | null
            12.345                    | RATIO    | subscription | null           | null   | null      | null           | e:dot-three
            12.345                    | PERCENT  | percent      | null           | null   | null      | null           | e:dot-three
            21.000 km                 | QUANTITY | km           | null           | null   | null      | null           | e:dot-three
            1.501                     | RANK     | rank         | null           | null   | null      | null           | e:dot-three
            0.501                     | COUNT    | dossier      | null           | null   | null      | null           | e:dot-three
            1501.200                  | MONEY    | vnd          | null           | null   | null      | null           | e:dot-three
            87.9                      | RATIO    | subscription | 87.9           | 1      | EXACT     | null           | w:dot-decimal
            110.0                     | PERCENT  | percent      | 110            | 1      | EXACT     | null           | w:dot-decimal
            86.93                     | RATIO    | subscription | 86.93          | 2      | EXACT     | null           | w:dot-decimal
            12.5                      | COUNT    | commune      | 12.5           | 1      | EXACT     | null           | w:dot-decimal
            3.1416                    | QUANTITY | km           | 3.1416         | 4      | EXACT     | null           | w:dot-decimal
            3.14159                   | QUANTITY | km           | null           | null   | null      | null           | e:too-precise
            # ---- several separators
            1.238.047                 | COUNT    | subscription | 1238047        | 0      | EXACT     | null           | null
            1.238.047                 | QUANTITY | km           | 1238047        | 0      | EXACT     | null           | null
            1.238.47                  | COUNT    | subscription | null           | null   | null      | null           | e:grouping
            0.238.047                 | COUNT    | subscription | null           | null   | null      | null           | e:grouping
            1.501,5                   | QUANTITY | km           | 1501.5         | 1      | EXACT     | null           | null
            1.501,5                   | PERCENT  | percent      | 1501.5         | 1      | EXACT     | null           | null
            87.9,5                    | QUANTITY | km           | null           | null   | null      | null           | e:grouping
            1,501.5                   | QUANTITY | km           | null           | null   | null      | null           | e:comma-before-dot
            1,5.1                     | QUANTITY | km           | null           | null   | null      | null           | e:comma-before-dot
            1,234,567                 | COUNT    | subscription | 1234567        | 0      | EXACT     | null           | w:comma-groups
            1,234,56                  | COUNT    | subscription | null           | null   | null      | null           | e:grouping
            1 234 567                 | COUNT    | subscription | 1234567        | 0      | EXACT     | null           | w:spaced-groups
            1 234,5                   | QUANTITY | km           | 1234.5         | 1      | EXACT     | null           | w:spaced-groups
            1 23                      | COUNT    | subscription | null           | null   | null      | null           | e:several-numbers
            012 345                   | COUNT    | subscription | null           | null   | null      | null           | e:grouping
            1..5                      | COUNT    | subscription | null           | null   | null      | null           | e:several-numbers
            .5                        | RATIO    | subscription | null           | null   | null      | null           | e:no-number
            412.                      | COUNT    | subscription | 412            | 0      | EXACT     | null           | null
            # ---- signs
            -5                        | MONEY    | vnd          | -5             | 0      | EXACT     | null           | null
            −5,5                      | RATIO    | ratio        | -5.5           | 1      | EXACT     | null           | null
            –5                        | MONEY    | vnd          | -5             | 0      | EXACT     | null           | null
            -0                        | MONEY    | vnd          | 0              | 0      | EXACT     | null           | null
            - 5                       | MONEY    | vnd          | null           | null   | null      | null           | e:no-number
            (5)                       | MONEY    | vnd          | null           | null   | null      | null           | e:no-number
            # ---- units
            24 %                      | PERCENT  | percent      | 24             | 0      | EXACT     | %              | null
            100%.                     | PERCENT  | percent      | 100            | 0      | EXACT     | %              | null
            99% khu vực dân cư        | PERCENT  | percent      | 99             | 0      | EXACT     | % khu vực dân cư | null
            24                        | PERCENT  | percent      | 24             | 0      | EXACT     | null           | null
            24 % điểm                 | PERCENT  | percent      | null           | null   | null      | null           | e:unit-differs
            24 xã                     | PERCENT  | percent      | null           | null   | null      | null           | e:unit-differs
            24%                       | COUNT    | commune      | null           | null   | null      | null           | e:unit-differs
            2,1Gb                     | QUANTITY | gigabyte     | 2.1            | 1      | EXACT     | Gb             | null
            46 DVC                    | COUNT    | service      | 46             | 0      | EXACT     | DVC            | null
            3250 trạm (BTS)           | COUNT    | station      | 3250           | 0      | EXACT     | trạm (BTS)     | null
            45 văn bản                | COUNT    | document     | 45             | 0      | EXACT     | văn bản        | null
            87,9 thuê bao/100 dân     | RATIO    | subscription | 87.9           | 1      | EXACT     | thuê bao/100 dân | null
            5 km²                     | QUANTITY | km2          | 5              | 0      | EXACT     | km²            | null
            5 km2                     | QUANTITY | km2          | 5              | 0      | EXACT     | km2            | null
            10²                       | COUNT    | commune      | null           | null   | null      | null           | e:unusual-digits
            12₁                       | COUNT    | commune      | null           | null   | null      | null           | e:unusual-digits
            2½                        | QUANTITY | km           | null           | null   | null      | null           | e:unusual-digits
            27/27 nhiệm vụ            | COUNT    | task         | null           | null   | null      | null           | e:several-numbers
            27/100 xã                 | COUNT    | commune      | null           | null   | null      | null           | e:several-numbers
            5-7                       | COUNT    | commune      | null           | null   | null      | null           | e:several-numbers
            23/3/2018                 | COUNT    | commune      | null           | null   | null      | null           | e:several-numbers
            1e3                       | COUNT    | commune      | null           | null   | null      | null           | e:several-numbers
            # ---- money and powers of ten
            10.000.000đ               | MONEY    | vnd          | 10000000       | 0      | EXACT     | đ              | null
            10.000.000 đồng           | MONEY    | million-vnd  | 10             | 4      | EXACT     | đồng           | null
            12,5 triệu đồng           | MONEY    | vnd          | 12500000       | 0      | EXACT     | triệu đồng     | null
            12,5 triệu đồng           | MONEY    | million-vnd  | 12.5           | 1      | EXACT     | triệu đồng     | null
            12,5 tr.đ                 | MONEY    | million-vnd  | 12.5           | 1      | EXACT     | tr.đ           | null
            650 triệu đồng            | MONEY    | billion-vnd  | 0.65           | 3      | EXACT     | triệu đồng     | null
            650 tỷ                    | MONEY    | million-vnd  | 650000         | 0      | EXACT     | tỷ             | null
            2.500 tỉ đồng             | MONEY    | billion-vnd  | 2500           | 0      | EXACT     | tỉ đồng        | null
            1,2 nghìn tỷ đồng         | MONEY    | billion-vnd  | 1200           | 0      | EXACT     | nghìn tỷ đồng  | null
            650                       | MONEY    | billion-vnd  | 650            | 0      | EXACT     | null           | null
            650 triệu USD             | MONEY    | vnd          | null           | null   | null      | null           | e:unit-differs
            650 đồng                  | MONEY    | billion-vnd  | null           | null   | null      | null           | e:too-precise
            2 triệu đồng              | COUNT    | subscription | null           | null   | null      | null           | e:unit-differs
            2 triệu thuê bao          | COUNT    | subscription | 2000000        | 0      | EXACT     | triệu thuê bao | null
            21 nghìn km               | QUANTITY | km           | 21000          | 0      | EXACT     | nghìn km       | null
            31 ngàn                   | COUNT    | subscription | 31000          | 0      | EXACT     | ngàn           | null
            5 vạn                     | COUNT    | subscription | 50000          | 0      | EXACT     | vạn            | null
            31 nghìn thuê bao         | COUNT    | thousand-subscriptions | null | null   | null      | null           | e:scale-unclear
            2 triệu rưỡi              | COUNT    | subscription | null           | null   | null      | null           | e:scale-unclear
            5k                        | COUNT    | subscription | null           | null   | null      | null           | e:scale-unclear
            5 tram trieu              | COUNT    | subscription | null           | null   | null      | null           | e:scale-unclear
            1 tỷ 200 triệu            | MONEY    | vnd          | null           | null   | null      | null           | e:several-numbers
            2 triệu %                 | PERCENT  | percent      | null           | null   | null      | null           | e:unit-differs
            999999999999999           | MONEY    | vnd          | 999999999999999 | 0     | EXACT     | null           | null
            1000000 tỷ                | MONEY    | vnd          | null           | null   | null      | null           | e:too-large
            # ---- qualifiers
            trên 45 văn bản           | COUNT    | document     | 45             | 0      | AT_LEAST  | văn bản        | null
            Trên 21.000               | COUNT    | km           | 21000          | 0      | AT_LEAST  | null           | null
            hơn 2.000 tin, bài        | COUNT    | item         | 2000           | 0      | AT_LEAST  | tin, bài       | null
            ít nhất 5                 | COUNT    | commune      | 5              | 0      | AT_LEAST  | null           | null
            không dưới 5              | COUNT    | commune      | 5              | 0      | AT_LEAST  | null           | null
            ≥ 5                       | COUNT    | commune      | 5              | 0      | AT_LEAST  | null           | null
            500 xã trở lên            | COUNT    | commune      | 500            | 0      | AT_LEAST  | xã             | null
            24% trở xuống             | PERCENT  | percent      | 24             | 0      | AT_MOST   | %              | null
            không quá 5               | COUNT    | commune      | 5              | 0      | AT_MOST   | null           | null
            dưới 5                    | COUNT    | commune      | 5              | 0      | AT_MOST   | null           | null
            gần 500 gian hàng         | COUNT    | stall        | 500            | 0      | NEARLY    | gian hàng      | null
            gan 500                   | COUNT    | stall        | 500            | 0      | NEARLY    | null           | null
            khoảng 500                | COUNT    | stall        | 500            | 0      | ABOUT     | null           | null
            xấp xỉ 500                | COUNT    | stall        | 500            | 0      | ABOUT     | null           | null
            ~500                      | COUNT    | stall        | 500            | 0      | ABOUT     | null           | null
            ước đạt 650 tỷ đồng       | MONEY    | billion-vnd  | 650            | 0      | ABOUT     | tỷ đồng        | null
            số 555                    | COUNT    | stall        | null           | null   | null      | null           | e:no-number
            TH1                       | COUNT    | stall        | null           | null   | null      | null           | e:no-number
            hai triệu                 | COUNT    | stall        | null           | null   | null      | null           | e:no-number
            NaN                       | COUNT    | stall        | null           | null   | null      | null           | e:no-number
            ٤١٢                       | COUNT    | stall        | null           | null   | null      | null           | e:no-number
            """)
    void isReadAsTheTableSays(
            String printed,
            ValueType type,
            String unit,
            BigDecimal value,
            Integer digits,
            Qualifier qualifier,
            String unitFound,
            String doubt) {
        PrintedNumber number = NumberReader.read(printed, type, unit);
        assertThat(doubt(number)).isEqualTo(doubt);
        assertThat(number.value()).isEqualTo(value);
        assertThat(number.precision()).isEqualTo(digits);
        assertThat(number.unit()).isEqualTo(unitFound);
        assertThat(number.state()).isEqualTo(ValueState.REPORTED);
        assertThat(number.qualifier()).isEqualTo(qualifier == null ? Qualifier.EXACT : qualifier);
    }

    @ParameterizedTest(name = "{0} of a {1} with {2} decimals")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            21.000 km    | QUANTITY | 0 | 21000 | w:dot-thousands
            trên 21.000  | QUANTITY | 0 | 21000 | w:dot-thousands
            1.238.047    | QUANTITY | 0 | 1238047 | null
            21.000 km    | QUANTITY | 1 | null  | e:dot-three
            0.501        | QUANTITY | 0 | null  | e:dot-three
            2.12         | QUANTITY | 0 | 2.12  | w:dot-decimal
            12.345       | RATIO    | 0 | null  | e:dot-three
            12.345       | COUNT    | 0 | 12345 | null
            """)
    void ofWhatIsToldInWholeUnitsADotGroupsThousands(
            String printed, ValueType type, int decimals, BigDecimal value, String doubt) {
        PrintedNumber number = NumberReader.read(printed, type, decimals, "km");
        assertThat(number.value()).isEqualTo(value);
        assertThat(doubt(number)).isEqualTo(doubt);
    }

    @ParameterizedTest(name = "“{0}” says {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Không có                     | NONE_DECLARED  |
            không                        | NONE_DECLARED  |
            khong co                     | NONE_DECLARED  |
            KHÔNG PHÁT SINH.             | NONE_DECLARED  |
            không có đơn thư             | NONE_DECLARED  |
            -                            | NONE_DECLARED  | w:dash
            –                            | NONE_DECLARED  | w:dash
            ''                           | NOT_REPORTED   |
            ' '                          | NOT_REPORTED   |
            …                            | NOT_REPORTED   |
            ...                          | NOT_REPORTED   |
            không có số liệu             | NOT_REPORTED   |
            chưa có                      | NOT_REPORTED   |
            Không áp dụng                | NOT_APPLICABLE |
            không rõ                     | REPORTED       | e:no-number
            --                           | REPORTED       | e:no-number
            """)
    void wordsSayThatThereIsNoFigure(String printed, ValueState state, String doubt) {
        PrintedNumber number = NumberReader.read(printed, ValueType.COUNT, "commune");
        assertThat(number.state()).isEqualTo(state);
        assertThat(doubt(number)).isEqualTo(doubt);
        assertThat(number.value()).isEqualTo(state == ValueState.NONE_DECLARED ? BigDecimal.ZERO : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ước 5|true", "Dự kiến 5|true", "ước đạt 5|true", "khoảng 5|false", "5|false"})
    void someWordsSayThatItIsAnEstimate(String printed, boolean estimate) {
        assertThat(NumberReader.read(printed, ValueType.COUNT, "commune").estimate())
                .isEqualTo(estimate);
    }

    @Test
    void howTheTextIsEncodedDoesNotMatter() {
        String plain = "khoảng 12,5 triệu đồng";
        String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFD);
        String spaced = "\u200bkhoảng\u00a012,5\u202ftriệu\u2009đồng\n";
        for (String printed : new String[] {plain, decomposed, spaced, "'" + plain}) {
            PrintedNumber number = NumberReader.read(printed, ValueType.MONEY, "vnd");
            assertThat(number.value()).isEqualTo(new BigDecimal("12500000"));
            assertThat(number.qualifier()).isEqualTo(Qualifier.ABOUT);
            assertThat(number.text()).isEqualTo(plain);
        }
    }

    @Test
    void nothingAtAllIsNotReported() {
        assertThat(NumberReader.read(null, ValueType.COUNT, "commune").state()).isEqualTo(ValueState.NOT_REPORTED);
    }

    @Test
    void whatIsLongIsNoNumber() {
        assertThat(doubt(NumberReader.read("5 " + "x".repeat(198), ValueType.COUNT, "commune")))
                .isNull();
        assertThat(doubt(NumberReader.read("5 " + "x".repeat(199), ValueType.COUNT, "commune")))
                .isEqualTo("e:too-long");
        assertThat(doubt(NumberReader.read("1".repeat(16), ValueType.COUNT, "commune")))
                .isEqualTo("e:too-large");
    }

    @Test
    void theFindingSaysWhatToWriteInstead() {
        var asked = NumberReader.read("12.345", ValueType.RATIO, "x").note().orElseThrow();
        assertThat(asked.severity()).isEqualTo(Severity.ERROR);
        assertThat(asked.code().code()).isEqualTo("separator-ambiguous");
        assertThat(asked.actual()).isEqualTo("12.345");
        assertThat(asked.expected()).isEqualTo("12,345 / 12345");
        var warned = NumberReader.read("87.9", ValueType.RATIO, "x").note().orElseThrow();
        assertThat(warned.severity()).isEqualTo(Severity.WARNING);
        assertThat(warned.expected()).isEqualTo("87,9");
        assertThat(NumberReader.read("0.501", ValueType.COUNT, "x").suggestion())
                .isEqualTo("0,501");
        assertThat(NumberReader.read("1,234.5", ValueType.COUNT, "x").suggestion())
                .isEqualTo("1.234,5");
    }

    private static String doubt(PrintedNumber number) {
        return number.reason() == null
                ? null
                : (number.isRefused() ? "e:" : "w:") + number.reason().key();
    }
}
