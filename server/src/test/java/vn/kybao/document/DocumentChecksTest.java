package vn.kybao.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** When a number and the issuer named beside it disagree. */
class DocumentChecksTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # ---- agreeing, however abbreviated
            68/2017/NQ-HĐND  | HĐND tỉnh                                | -
            68/2017/NQ-HĐND  | Hội đồng nhân dân tỉnh Hà Tĩnh           | -
            68/2017/NQ-HĐND  | hội đồng nhân dân huyện Kỳ Anh           | -
            739/QĐ-UBND      | UBND tỉnh                                | -
            739/QĐ-UBND      | Uỷ ban nhân dân thành phố Hà Tĩnh        | -
            739/QĐ-UBND      | Chủ tịch UBND tỉnh                       | -
            1552/BTTTT-THH   | Bộ Thông tin và Truyền thông             | -
            1552/BTTTT-THH   | BTTTT                                    | -
            1552/BTTTT-THH   | Bộ TT&TT                                 | -
            1552/BTTTT-THH   | Bộ trưởng Bộ Thông tin và Truyền thông   | -
            8/SLĐTBXH-VP     | Sở Lao động - Thương binh và Xã hội      | -
            05-NQ/TU         | Ban Chấp hành Đảng bộ tỉnh               | -
            1022/TB-TU       | Thường trực Tỉnh ủy                      | -
            36-NQ/TW         | Bộ Chính trị                             | -
            36-NQ/TW         | Ban Chấp hành Trung ương Đảng khóa XIII  | -
            9/KH-BCĐCĐS      | Ban Chỉ đạo Chuyển đổi số tỉnh           | -
            24/2018/QH14     | Quốc hội                                 | -
            5/2014/TTLT-BTC-BKHCN | Bộ Khoa học và Công nghệ            | -
            # ---- what cannot be compared
            739/QĐ-UBND      | -                                        | -
            739/QĐ-UBND      | tỉnh                                     | -
            739/QĐ-UBND      | các cơ quan liên quan                    | -
            15/QĐ-XPVPHC     | UBND tỉnh                                | -
            12/VP-TH         | Văn phòng UBND tỉnh                      | -
            # ---- disagreeing
            49/2017/NĐ-CP    | Thủ tướng Chính phủ                      | document-number/issuer Chính phủ
            45/2016/QĐ-TTg   | Chính phủ                                | document-number/issuer Thủ tướng Chính phủ
            09/CT-TTg        | UBND tỉnh                                | document-number/issuer Thủ tướng Chính phủ
            68/2017/NQ-HĐND  | UBND tỉnh                                | document-number/issuer Hội đồng nhân dân
            739/QĐ-UBND      | Văn phòng UBND tỉnh                      | document-number/issuer Ủy ban nhân dân
            1552/BTTTT-THH   | Sở Thông tin và Truyền thông             | document-number/issuer Bộ Thông tin và Truyền thông
            1552/BTTTT-THH   | BKHCN                                    | document-number/issuer Bộ Thông tin và Truyền thông
            05-NQ/TU         | Huyện ủy Kỳ Anh                          | document-number/issuer Tỉnh ủy
            5/2014/TTLT-BTC-BKHCN | Bộ Công an                          | document-number/issuer Bộ Tài chính, Bộ Khoa học và Công nghệ
            # ---- the type itself says who
            49/2017/NĐ-TTg   | Thủ tướng Chính phủ                      | document-number/type Chính phủ
            5/PL-HĐND        | -                                        | document-number/type Ủy ban Thường vụ Quốc hội
            # ---- unknown symbols
            372/BHXXH-TTKT   | Bảo hiểm xã hội Việt Nam                 | symbol-unknown/ BHXH
            5/KH-QQWWZZXX    | UBND tỉnh                                | symbol-unknown/ -
            5/2014/TTLT-BTC-BKHXN | Bộ Tài chính                        | symbol-unknown/ BKHCN
            """)
    void aDoubtSaysWhatWouldBeRight(String number, String issuer, String expected) {
        List<String> found = doubts(number, issuer, SymbolCatalogue.standard()).stream()
                .map(note -> note.code().code() + "/" + note.values().getOrDefault("variant", "") + " "
                        + (note.expected() == null ? "-" : note.expected()))
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void ofManyUnknownSymbolsTheFirstHundredAreComparedWithTheKnown() {
        SymbolCatalogue symbols = SymbolCatalogue.standard().with(List::of);
        assertThat(symbols.nearest("BHXXH")).contains("BHXH");
        for (int i = 0; i < 98; i++) {
            assertThat(symbols.nearest("ZWZWZWZWZWZ" + i)).isEmpty();
        }
        assertThat(symbols.nearest("BHXHH")).contains("BHXH");
        assertThat(symbols.nearest("BXHXH")).isEmpty();
        assertThat(symbols.nearest("BHXXH")).contains("BHXH");
    }

    @Test
    void aDoubtNamesWhatWasFound() {
        Note issuer = doubts("49/2017/NĐ-CP", "Thủ tướng Chính phủ", SymbolCatalogue.standard())
                .getFirst();
        assertThat(issuer.actual()).isEqualTo("Thủ tướng Chính phủ");
        assertThat(issuer.isError()).isFalse();
        assertThat(issuer.values()).containsEntry("document", "49/2017/NĐ-CP").containsEntry("symbol", "CP");
        Note symbol = doubts("372/BHXXH-TTKT", null, SymbolCatalogue.standard()).getFirst();
        assertThat(symbol.code()).isEqualTo(ProblemCode.SYMBOL_UNKNOWN);
        assertThat(symbol.actual()).isEqualTo("BHXXH");
    }

    @Test
    void aliasesOfOrganizationsAreAskedForOnceAndOnlyWhenNeeded() {
        AtomicInteger asked = new AtomicInteger();
        SymbolCatalogue symbols = SymbolCatalogue.standard().with(() -> {
            asked.incrementAndGet();
            return List.of(
                    Issuer.of("TTCĐS", List.of("Trung tâm Chuyển đổi số Hà Tĩnh")),
                    Issuer.of("STTTTHT", List.of("Sở Thông tin và Truyền thông Hà Tĩnh")));
        });
        assertThat(doubts("739/QĐ-UBND", null, symbols)).isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(doubts("5/BC-TTCĐS", null, symbols)).isEmpty();
        assertThat(doubts("5/BC-TTCĐS", "Trung tâm Chuyển đổi số Hà Tĩnh", symbols))
                .isEmpty();
        assertThat(doubts("5/BC-TTCĐS", "UBND tỉnh", symbols)).hasSize(1);
        assertThat(doubts("5/BC-UBND", "Trung tâm Chuyển đổi số Hà Tĩnh", symbols))
                .hasSize(1);
        // Both the general name and the alias of one organization fit.
        assertThat(doubts("5/BC-STTTT", "Sở Thông tin và Truyền thông Hà Tĩnh", symbols))
                .isEmpty();
        assertThat(doubts("5/BC-STTTTHT", "Sở Thông tin và Truyền thông Hà Tĩnh", symbols))
                .isEmpty();
        assertThat(doubts("5/BC-TTCĐX", null, symbols).getFirst().expected()).isEqualTo("TTCĐS");
        assertThat(asked).hasValue(1);
    }

    @Test
    void noSymbolAndNoNameStandsForTwoBodies() {
        Set<String> symbols = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (List<String> row : ResourceTable.rows("issuers.txt")) {
            ResourceTable.entries(row, 0, ",").forEach(symbol -> {
                if (!symbols.add(symbol.replace("*", "").toUpperCase(java.util.Locale.ROOT))) {
                    twice.add(symbol);
                }
            });
            ResourceTable.entries(row, 2, ";").stream()
                    .map(IssuerNames::key)
                    .distinct()
                    .forEach(name -> {
                        if (!symbols.add(name)) {
                            twice.add(name);
                        }
                    });
        }
        assertThat(twice).isEmpty();
        assertThat(symbols).hasSizeGreaterThan(300);
    }

    @Test
    void everySymbolOfTheTableCanStandInANumber() {
        for (List<String> row : ResourceTable.rows("issuers.txt")) {
            for (String symbol : ResourceTable.entries(row, 0, ",")) {
                String raw = "5/BC-" + symbol.replace("*", "");
                assertThat(DocumentNumber.parse(raw).map(DocumentNumber::full))
                        .as(raw)
                        .contains(raw);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STTTT, true",
        "SKH&CN, true",
        "TTg, true",
        "BCĐ389, true",
        "VTHT, true",
        "Viettel, false",
        "A, false",
        "Sở TTTT, false",
        "VNPT Hà Tĩnh, false",
        "123, false",
        "stttt, false"
    })
    void anAliasMayLookLikeASymbol(String alias, boolean expected) {
        assertThat(SymbolCatalogue.looksLikeSymbol(alias)).isEqualTo(expected);
    }

    private static List<Note> doubts(String number, String issuer, SymbolCatalogue symbols) {
        return DocumentChecks.doubts(DocumentNumber.parse(number).orElseThrow(), issuer, symbols);
    }
}
