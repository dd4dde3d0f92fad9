package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.DocumentFamily;

/** How numbers of documents are read, and what is none. */
class DocumentNumberTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            raw                  | full                 | number | year | type | issuer  | unit      | family
            # ---- as cited in reports of a province
            23 /BC-STTTT         | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            555/SKHĐT-TH         | 555/SKHĐT-TH         | 555    | -    | -    | SKHĐT   | TH        | LETTER
            03-NQ/TU             | 03-NQ/TU             | 03     | -    | NQ   | TU      | -         | PARTY
            68/2017/NQ-HĐND      | 68/2017/NQ-HĐND      | 68     | 2017 | NQ   | HĐND    | -         | STATE
            13/CTr-UBND          | 13/CTr-UBND          | 13     | -    | CTr  | UBND    | -         | STATE
            49/2017/NĐ-CP        | 49/2017/NĐ-CP        | 49     | 2017 | NĐ   | CP      | -         | STATE
            45/2016/QĐ-TTg       | 45/2016/QĐ-TTg       | 45     | 2016 | QĐ   | TTg     | -         | STATE
            739/QĐ-UBND          | 739/QĐ-UBND          | 739    | -    | QĐ   | UBND    | -         | STATE
            22/2016/NQ-HĐND      | 22/2016/NQ-HĐND      | 22     | 2016 | NQ   | HĐND    | -         | STATE
            34/2013/QĐ-UBND      | 34/2013/QĐ-UBND      | 34     | 2013 | QĐ   | UBND    | -         | STATE
            2926/UBND-TH₁        | 2926/UBND-TH1        | 2926   | -    | -    | UBND    | TH1       | LETTER
            24/CTr-UBND          | 24/CTr-UBND          | 24     | -    | CTr  | UBND    | -         | STATE
            05-NQ/TU             | 05-NQ/TU             | 05     | -    | NQ   | TU      | -         | PARTY
            424/QĐ-UBND          | 424/QĐ-UBND          | 424    | -    | QĐ   | UBND    | -         | STATE
            1267/UBND-VX1        | 1267/UBND-VX1        | 1267   | -    | -    | UBND    | VX1       | LETTER
            311/QĐ-UBND          | 311/QĐ-UBND          | 311    | -    | QĐ   | UBND    | -         | STATE
            3109/QĐ-UBND         | 3109/QĐ-UBND         | 3109   | -    | QĐ   | UBND    | -         | STATE
            1708/UBND-VX1        | 1708/UBND-VX1        | 1708   | -    | -    | UBND    | VX1       | LETTER
            09/CT-TTg            | 09/CT-TTg            | 09     | -    | CT   | TTg     | -         | STATE
            115/KH-UBND          | 115/KH-UBND          | 115    | -    | KH   | UBND    | -         | STATE
            195/KH-UBND          | 195/KH-UBND          | 195    | -    | KH   | UBND    | -         | STATE
            88/KH-BCĐ            | 88/KH-BCĐ            | 88     | -    | KH   | BCĐ     | -         | STATE
            36-NQ/TW             | 36-NQ/TW             | 36     | -    | NQ   | TW      | -         | PARTY
            553/UBND-VX1         | 553/UBND-VX1         | 553    | -    | -    | UBND    | VX1       | LETTER
            119/2023/NQ-HĐND     | 119/2023/NQ-HĐND     | 119    | 2023 | NQ   | HĐND    | -         | STATE
            1621/UBND-VX1        | 1621/UBND-VX1        | 1621   | -    | -    | UBND    | VX1       | LETTER
            1022/TB-TU           | 1022/TB-TU           | 1022   | -    | TB   | TU      | -         | PARTY
            44/STTTT-CNTT&BCVT   | 44/STTTT-CNTT&BCVT   | 44     | -    | -    | STTTT   | CNTT&BCVT | LETTER
            473/QĐ-BTTTT         | 473/QĐ-BTTTT         | 473    | -    | QĐ   | BTTTT   | -         | STATE
            1552/BTTTT-THH       | 1552/BTTTT-THH       | 1552   | -    | -    | BTTTT   | THH       | LETTER
            04/CT-TTg            | 04/CT-TTg            | 04     | -    | CT   | TTg     | -         | STATE
            372/BHXXH-TTKT       | 372/BHXXH-TTKT       | 372    | -    | -    | BHXXH   | TTKT      | LETTER
            32/KH-UBND           | 32/KH-UBND           | 32     | -    | KH   | UBND    | -         | STATE
            388/KH-UBND          | 388/KH-UBND          | 388    | -    | KH   | UBND    | -         | STATE
            383/KH-UBND          | 383/KH-UBND          | 383    | -    | KH   | UBND    | -         | STATE
            # ---- laws, joint documents, letters with a type
            24/2018/QH14         | 24/2018/QH14         | 24     | 2018 | -    | QH14    | -         | STATE
            1211/2016/UBTVQH13   | 1211/2016/UBTVQH13   | 1211   | 2016 | -    | UBTVQH13| -         | STATE
            1023/NQ-UBTVQH15     | 1023/NQ-UBTVQH15     | 1023   | -    | NQ   | UBTVQH15| -         | STATE
            05/2014/TTLT-BTC-BKHCN | 05/2014/TTLT-BTC-BKHCN | 05 | 2014 | TTLT | BTC-BKHCN | -       | STATE
            17/CV-STTTT          | 17/CV-STTTT          | 17     | -    | CV   | STTTT   | -         | LETTER
            123-CV/VPTU          | 123-CV/VPTU          | 123    | -    | CV   | VPTU    | -         | PARTY
            15/TU-VP             | 15/TU-VP             | 15     | -    | -    | TU      | VP        | PARTY
            07-KH/ĐTN            | 07-KH/ĐTN            | 07     | -    | KH   | ĐTN     | -         | PARTY
            07/KH-ĐTN            | 07/KH-ĐTN            | 07     | -    | KH   | ĐTN     | -         | STATE
            05-NQ/UBND           | 05-NQ/UBND           | 05     | -    | NQ   | UBND    | -         | STATE
            12-QĐ/ĐUK            | 12-QĐ/ĐUK            | 12     | -    | QĐ   | ĐUK     | -         | PARTY
            85-QĐi/TW            | 85-QĐi/TW            | 85     | -    | QĐi  | TW      | -         | PARTY
            15/QĐ-XPVPHC         | 15/QĐ-XPVPHC         | 15     | -    | QĐ   | XPVPHC  | -         | STATE
            # ---- units and symbols with marks in them
            1234/QĐ-UBND.ĐTCN    | 1234/QĐ-UBND.ĐTCN    | 1234   | -    | QĐ   | UBND    | ĐTCN      | STATE
            77/UBND.TH           | 77/UBND.TH           | 77     | -    | -    | UBND    | TH        | LETTER
            12/TB-TT.HĐND        | 12/TB-TT.HĐND        | 12     | -    | TB   | TT.HĐND | -         | STATE
            8/SLĐ-TBXH-VLATLĐ    | 8/SLĐ-TBXH-VLATLĐ    | 8      | -    | -    | SLĐ-TBXH| VLATLĐ    | LETTER
            88/BCĐ-TH            | 88/BCĐ-TH            | 88     | -    | -    | BCĐ     | TH        | LETTER
            9/KH-BCĐCĐS          | 9/KH-BCĐCĐS          | 9      | -    | KH   | BCĐCĐS  | -         | STATE
            123/UBND-KT-TH       | 123/UBND-KT-TH       | 123    | -    | -    | UBND    | KT-TH     | LETTER
            # ---- as typed
            36a/NQ-CP            | 36a/NQ-CP            | 36a    | -    | NQ   | CP      | -         | STATE
            36A/NQ-CP            | 36a/NQ-CP            | 36a    | -    | NQ   | CP      | -         | STATE
            36ª/NQ-CP            | 36a/NQ-CP            | 36a    | -    | NQ   | CP      | -         | STATE
            23/bc-stttt          | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            45/2016/qđ-ttg       | 45/2016/QĐ-TTg       | 45     | 2016 | QĐ   | TTg     | -         | STATE
            13/CTR-UBND          | 13/CTr-UBND          | 13     | -    | CTr  | UBND    | -         | STATE
            13/Ctr-UBND          | 13/CTr-UBND          | 13     | -    | CTr  | UBND    | -         | STATE
            311/QD-UBND          | 311/QĐ-UBND          | 311    | -    | QĐ   | UBND    | -         | STATE
            311/QÐ-UBND          | 311/QĐ-UBND          | 311    | -    | QĐ   | UBND    | -         | STATE
            23/BC–STTTT          | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            23 / BC - STTTT      | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            23／BC－STTTT        | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            03 -NQ/ TU           | 03-NQ/TU             | 03     | -    | NQ   | TU      | -         | PARTY
            68 /2017/ NQ-HĐND    | 68/2017/NQ-HĐND      | 68     | 2017 | NQ   | HĐND    | -         | STATE
            Số: 23/BC-STTTT      | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            số:23/BC-STTTT.      | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            SỐ 23/BC-STTTT       | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            (số 23/BC-STTTT)     | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            **23/BC-STTTT**      | 23/BC-STTTT          | 23     | -    | BC   | STTTT   | -         | STATE
            """)
    void numbersAreRead(
            String raw,
            String full,
            String number,
            Integer year,
            String type,
            String issuer,
            String unit,
            DocumentFamily family) {
        assertThat(DocumentNumber.parse(raw))
                .contains(new DocumentNumber(full, number, year, type, issuer, unit, family));
    }

    @Test
    void spacesThatDoNotBreakAndSignsThatDoNotShowAreNone() {
        for (String raw : new String[] {
            "23\u00A0/BC-STTTT", "23\u202F/\u2009BC-STTTT", "23/\u200BBC-STTTT", "23/BC\u00AD-STTTT", "23/BC\u2011STTTT"
        }) {
            assertThat(DocumentNumber.parse(raw).orElseThrow().full()).isEqualTo("23/BC-STTTT");
        }
    }

    @Test
    void aTextThatIsNotComposedIsReadAsTheComposedOne() {
        assertThat(DocumentNumber.parse("36-NQ/TU\u031B").orElseThrow().full()).isEqualTo("36-NQ/TƯ");
        assertThat(DocumentNumber.parse("So\u0302\u0301: 23/BC-STTTT")
                        .orElseThrow()
                        .full())
                .isEqualTo("23/BC-STTTT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "36/38",
                "27/27",
                "13/13",
                "24/24",
                "24/24h",
                "24/24 giờ",
                "23/3/2018",
                "23-3-2018",
                "3/2018",
                "Quý I/2018",
                "2017-2018",
                "2G, 3G, 4G",
                "3G/4G",
                "4G/LTE-A",
                "60km/h",
                "100m/phút",
                "thuê bao/100 dân",
                "21.000 km",
                "TCVN 5687:2010",
                "TCVN ISO/IEC 27001:2013",
                "QCVN 125:2021/BTTTT",
                "TCVN 7303-1:2009/BYT",
                "0239.3855.555",
                "(0239) 3855 555",
                "+84-912-345-678",
                "86,93%",
                "100%/năm",
                "1/2 lần",
                "5/Viettel-VNPT",
                "12/Tổ-UBND",
                "22/2016",
                "12/UBND",
                "12/2016/UBND-TH",
                "12/1066/QĐ-UBND",
                "1234567/QĐ-UBND",
                "NQ-CP",
                "BC-STTTT/23",
                "/BC-STTTT",
                "23/BC-",
                "23/-STTTT",
                "23//BC-STTTT",
                "23/BC-STTTT và 24/BC-STTTT",
                "Báo cáo số 23/BC-STTTT",
                "23/BC-STTTT ngày 23/3/2018",
                "1/1/1/1/1/1/1/1",
                "١٢/BC-STTTT"
            })
    void whatOnlyLooksLikeOneIsNone(String raw) {
        assertThat(DocumentNumber.parse(raw)).isEmpty();
    }

    @Test
    void numbersThatArePaddedOtherwiseAreTheSame() {
        assertThat(DocumentNumber.parse("9/CT-TTg").orElseThrow().key())
                .isEqualTo(DocumentNumber.parse("009/CT-TTG").orElseThrow().key())
                .isNotEqualTo(DocumentNumber.parse("90/CT-TTg").orElseThrow().key());
    }
}
