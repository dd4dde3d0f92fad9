package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How running texts cite documents. */
class CitationsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", quoteCharacter = '~', textBlock = """
            text                                                                                  | number          | date       | issuer
            Thực hiện công văn số 555/SKHĐT-TH ngày 15/3/2018 của Sở Kế hoạch và Đầu tư về việc báo cáo | 555/SKHĐT-TH | 2018-03-15 | Sở Kế hoạch và Đầu tư
            Nghị quyết số 03-NQ/TU ngày 07/12/2017 của Ban Chấp hành Đảng bộ tỉnh, và             | 03-NQ/TU        | 2017-12-07 | Ban Chấp hành Đảng bộ tỉnh
            Chương trình 13/CTr-UBND ngày 10/01/2018  của UBND tỉnh triển khai nhiệm vụ           | 13/CTr-UBND     | 2018-01-10 | UBND tỉnh
            Nghị định 49/2017/NĐ-CP của Thủ tướng Chính phủ.                                      | 49/2017/NĐ-CP   | -          | Thủ tướng Chính phủ
            22/2016/NQ-HĐND ngày 24/9/2016 của HĐND tỉnh về Quy định một số chính sách            | 22/2016/NQ-HĐND | 2016-09-24 | HĐND tỉnh
            119/2023/NQ-HĐND ngày 08/12/2023 của Hội đồng nhân dân tỉnh quy định chính sách       | 119/2023/NQ-HĐND| 2023-12-08 | Hội đồng nhân dân tỉnh
            424/QĐ-UBND ngày 18/02/2022 của UBND tỉnh phê duyệt Đề án                             | 424/QĐ-UBND     | 2022-02-18 | UBND tỉnh
            372/BHXXH-TTKT ngày 07/02/2024 của Bảo hiểm xã hội Việt Nam gửi UBND tỉnh             | -               | -          | -
            Văn bản số 372/BHXXH-TTKT ngày 07/02/2024 của Bảo hiểm xã hội Việt Nam gửi UBND tỉnh  | 372/BHXXH-TTKT  | 2024-02-07 | Bảo hiểm xã hội Việt Nam
            kèm Quyết định số 3109/QĐ-UBND ngày 08/9/2021 của UBND tỉnh; Văn bản                  | 3109/QĐ-UBND    | 2021-09-08 | UBND tỉnh
            Kế hoạch số 88/KH-BCĐ ngày 22/5/2024 Ban Chỉ đạo Chuyển đổi số tỉnh về hoạt động      | 88/KH-BCĐ       | 2024-05-22 | Ban Chỉ đạo Chuyển đổi số tỉnh
            Theo Công văn 12/UBND-TH ngày 3/4/2018 Sở Tài chính báo cáo                           | 12/UBND-TH      | 2018-04-03 | -
            Theo Công văn 12/STC-TH ngày 3/4/2018, Sở Tài chính báo cáo                           | 12/STC-TH       | 2018-04-03 | -
            Thông báo số 1022/TB-TU ngày 02/5/2024 về Kết luận của Thường trực Tỉnh ủy            | 1022/TB-TU      | 2024-05-02 | -
            (Văn bản số 44/STTTT-CNTT&BCVT ngày 10/01/2024)                                       | 44/STTTT-CNTT&BCVT | 2024-01-10 | -
            theo Quyết định 473/QĐ-BTTTT ngày 03/04/2024.                                         | 473/QĐ-BTTTT    | 2024-04-03 | -
            báo cáo số   23 /BC-STTTT ngày  23  tháng 3 năm 2018 của Sở TT&TT                     | 23/BC-STTTT     | 2018-03-23 | Sở TT&TT
            Quyết định số 1/QĐ-UBND, ngày 5.6.2019 của UBND TP. Vinh ban hành Quy chế             | 1/QĐ-UBND       | 2019-06-05 | UBND TP. Vinh
            Quyết định số 1/QĐ-UBND (05-06-2019) của UBND tỉnh Bà Rịa - Vũng Tàu                  | 1/QĐ-UBND       | 2019-06-05 | UBND tỉnh Bà Rịa - Vũng Tàu
            Quyết định số 1/QĐ-UBND của UBND tỉnh - văn bản gốc                                   | 1/QĐ-UBND       | -          | UBND tỉnh
            Kế hoạch 1/KH-UBND của UBND tỉnh ngày 5/6/2019 về                                     | 1/KH-UBND       | 2019-06-05 | UBND tỉnh
            Công văn 9/BVHTTDL-VP ngày 5/6/2019 của Bộ Văn hóa, Thể thao và Du lịch, trong đó     | 9/BVHTTDL-VP    | 2019-06-05 | Bộ Văn hóa, Thể thao và Du lịch
            Công văn 9/SLĐTBXH-VP của Sở Lao động - Thương binh và Xã hội hướng dẫn               | 9/SLĐTBXH-VP    | -          | Sở Lao động - Thương binh và Xã hội
            Chỉ thị 04/CT-TTg của Thủ tướng chính phủ về việc tăng cường                          | 04/CT-TTg       | -          | Thủ tướng chính phủ
            Chỉ thị 04/CT-TTg của Thủ tướng Chính phủ và Kế hoạch của tỉnh                        | 04/CT-TTg       | -          | Thủ tướng Chính phủ
            Kế hoạch số 5/KH-STTTT của Sở                                                         | 5/KH-STTTT      | -          | Sở
            Luật An ninh mạng số 24/2018/QH14 ngày 12/6/2018 của Quốc hội                         | 24/2018/QH14    | 2018-06-12 | Quốc hội
            Thông tư 09/2024/TT-BTTTT ngày 31/02/2024 của Bộ Thông tin và Truyền thông            | 09/2024/TT-BTTTT| -          | Bộ Thông tin và Truyền thông
            Thông tư 09/2024/TT-BTTTT ngày 15 tháng 3                                             | 09/2024/TT-BTTTT| -          | -
            Nghị quyết 36ª/NQ-CP của Chính phủ                                                    | 36a/NQ-CP       | -          | Chính phủ
            """)
    void aCitationHasItsDateAndIssuer(String text, String number, LocalDate date, String issuer) {
        List<Citation> found = Citations.find(text);
        if (number == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().number().full()).isEqualTo(number);
        assertThat(found.getFirst().date()).isEqualTo(date);
        assertThat(found.getFirst().issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sở đã hoàn thành 27/27 nhiệm vụ đạt tỷ lệ 100%.",
                "giải quyết 36/38 hồ sơ, thông suốt 24/24 giờ, 24/24h và 24/7",
                "ngày 23/3/2018, Quý I/2018, giai đoạn 2017-2020, dịp Lễ 30/4, 01/5",
                "3250 trạm BTS (2G, 3G, 4G) phủ sóng 99%; 3G/4G-LTE",
                "tốc độ 60km/h, 120 thuê bao/100 dân, 2,1Gb",
                "theo TCVN 11930:2017, QCVN 125:2021/BTTTT, ISO/IEC 27001:2013, TCVN 7303-1:2009/BYT-TT",
                "điện thoại 0239.3855.555/UBND, fax (0239) 3855-555",
                "Chương trình bình chọn 5/Viettel-VNPT, gói 12/Vinaphone-MobiFone",
                "xem https://vanban.hatinh.gov.vn/23/BC-STTTT?id=23/BC-STTTT và a_23/BC-STTTT",
                "QCVN 125:2021/BTTTT-CVT",
                "1.234/UBND-TH",
                "số {{23/BC-STTTT}} và {{change: 24/BC-STTTT vs=plan}}",
                "{{{{{{ 12/2018",
                ""
            })
    void whatOnlyLooksLikeOneIsNotFound(String text) {
        assertThat(Citations.find(text)).isEmpty();
    }

    @Test
    void placesAreThoseOfTheTextAsWritten() {
        String text = "🏛️ **Văn bản số\u00A02926/UBND\u2011TH₁** ngày 24/5/2024, số 23 /BC\\-STTTT; *05-NQ/TU*.";
        assertThat(Citations.find(text))
                .extracting(c -> text.substring(c.start(), c.start() + c.length()))
                .containsExactly("2926/UBND\u2011TH₁", "23 /BC\\-STTTT", "05-NQ/TU");
        assertThat(Citations.find(text))
                .extracting(c -> c.number().full())
                .containsExactly("2926/UBND-TH1", "23/BC-STTTT", "05-NQ/TU");
    }

    @Test
    void everyCitationOfATextIsFoundInItsOrder() {
        String text = """
                - Trên cơ sở Nghị quyết số 05-NQ/TU ngày 22/10/2021 của Ban Chấp hành Đảng bộ tỉnh về tập trung lãnh đạo
                - Quyết định số 424/QĐ-UBND của UBND
                tỉnh phê duyệt
                - Công văn 12/UBND-TH của UBND tỉnh
                - Kế hoạch số:7/KH-UBND, số 8/KH-UBND và 9/KH-UBND của UBND huyện
                | 10/KH-UBND | 11-KH/HU |
                """;
        assertThat(Citations.find(text))
                .extracting(c -> c.number().full() + " " + c.issuer())
                .containsExactly(
                        "05-NQ/TU Ban Chấp hành Đảng bộ tỉnh",
                        "424/QĐ-UBND UBND tỉnh",
                        "12/UBND-TH UBND tỉnh",
                        "7/KH-UBND null",
                        "8/KH-UBND null",
                        "9/KH-UBND UBND huyện",
                        "10/KH-UBND null",
                        "11-KH/HU null");
    }

    @Test
    void aNumberEndsWhereTheTextGoesOn() {
        String text =
                "Quyết định 12/QĐ-UBND-Về việc; 13/QĐ-UBND.Đến nay; 14/CT-TTg - UBND tỉnh; 15/STTTT-VP-Sở; 16/UBND-Ban";
        assertThat(Citations.find(text))
                .extracting(c -> c.number().full())
                .containsExactly("12/QĐ-UBND", "13/QĐ-UBND", "14/CT-TTg", "15/STTTT-VP");
    }

    @Test
    void aNameWithoutEndIsNone() {
        assertThat(Citations.find("12/KH-XYZ của " + "a".repeat(400)).getFirst().issuer())
                .isNull();
        assertThat(Citations.find("12/KH-UBND của UBND " + "xã Đồng Tiến ".repeat(40))
                        .getFirst()
                        .issuer())
                .isEqualTo("UBND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{",
                "1",
                "1/",
                "1-",
                "1/A",
                "1 / ",
                "1/A&A",
                "1/AA-",
                "\n",
                "\n ",
                "số ",
                "5/KH-UBND của ",
                "5/KH-UBND của UBND tỉnh - Hà ",
                "5/KH-UBND ngày 1/1/2018 ",
                "5/KH-UBND-A.A",
                "của TP. ",
                "*",
                "(1/2017/NQ-"
            })
    void aLongTextTakesTimeInProportionToItsLength(String part) {
        String text = part.repeat(200_000 / part.length());
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(3), () -> Citations.find(text));
    }
}
