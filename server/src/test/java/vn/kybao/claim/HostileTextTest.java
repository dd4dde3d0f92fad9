package vn.kybao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.Indicator;
import vn.kybao.api.model.ValueType;

/** Texts that nobody would write: they are read too, in time that grows with their length. */
class HostileTextTest {
    private static final String[] PIECES = {
        "Số hồ sơ tiếp nhận",
        "hồ sơ",
        "tiếp nhận",
        "doanh thu bưu chính",
        "tỷ lệ hộ nghèo",
        "phủ sóng",
        "khu dân cư",
        "nhiệm vụ được giao",
        "hoàn thành",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "412",
        "1.250",
        "73,5",
        "0",
        "007",
        "2024",
        "1 234",
        "25/27",
        "15/3/2024",
        "%",
        " %",
        "tỷ đồng",
        "triệu",
        "đồng",
        "đ",
        "người",
        "phần trăm",
        "điểm phần trăm",
        "đạt",
        "là",
        "tăng",
        "giảm",
        "vượt",
        "so với",
        "cùng kỳ",
        "năm 2023",
        "kế hoạch",
        "quý I/2023",
        "6 tháng đầu năm",
        "cả năm",
        "trên tổng số",
        "chiếm",
        "trong đó",
        "phấn đấu",
        "từ",
        "đến",
        "ngày",
        "tháng 3",
        ",",
        ".",
        ". ",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "](",
        "{{",
        "}}",
        "{{sector-revenue}}",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "|",
        "#",
        "- ",
        "1. ",
        "2.2. ",
        "-",
        "–",
        "/",
        "\\",
        "https://a.vn/1",
        "77/QĐ-UBND",
        "Nghị định số",
        "của Chính phủ",
        "📈",
        "\ud83d",
        "\u0301",
        "\u200b",
        "²",
        "½",
        "ª",
        "trở lên",
        "gần",
        "khoảng",
        "KH",
        "\u0000"
    };

    private final ClaimScanner scanner = new ClaimScanner();

    @Test
    void anyTextIsReadAndEveryClaimStandsWhereItSays() {
        Random random = new Random(20240315);
        int claims = 0;
        for (int round = 0; round < 4000; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                if (random.nextInt(3) > 0) {
                    text.append(' ');
                }
            }
            claims += checked(text.toString());
        }
        assertThat(claims).as("not all of it is nonsense").isGreaterThan(500);
    }

    @Test
    void anyCharactersAreReadToo() {
        Random random = new Random(42);
        for (int round = 0; round < 2000; round++) {
            char[] text = new char[random.nextInt(80)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(96));
            }
            checked(new String(text));
        }
    }

    @Test
    void aTextMayEndBehindAnyWordAndBeginWithIt() {
        List<String> words = Lexicon.WORDS
                .lines()
                .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(",", -1)))
                .map(String::strip)
                .toList();
        assertThat(words).hasSizeGreaterThan(300);
        for (String word : words) {
            for (String numeral : List.of("95%", "412 hồ sơ", "25/27 nhiệm vụ", "73 tỷ đồng")) {
                checked("Số hồ sơ tiếp nhận đạt " + numeral + " " + word);
                checked("đạt " + numeral + " của " + word);
                checked(word + " " + numeral);
                checked(word + " " + word + " " + numeral + " " + word + " " + word);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u200b", "\u00a0"})
    void aNumberFarFromItsUnitIsNoClaimLongerThanOneMayBe(String blank) {
        checked("Tỷ lệ hộ nghèo là 95" + blank.repeat(3_000) + "%");
        checked("Số hồ sơ tiếp nhận là 412" + blank.repeat(3_000) + "hồ sơ");
        checked("Quyết định số 77" + blank.repeat(3_000) + "/QĐ-UBND");
    }

    private int checked(String text) {
        List<Claim> claims = scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER);
        int before = 0;
        for (Claim claim : claims) {
            assertThat(claim.getStart()).as(text).isGreaterThanOrEqualTo(before);
            assertThat(text.substring(claim.getStart(), claim.getStart() + claim.getLength()))
                    .as(text)
                    .isEqualTo(claim.getText())
                    .isNotBlank();
            assertThat(claim.getLength()).isLessThanOrEqualTo(2000);
            before = claim.getStart();
        }
        return claims.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Số hồ sơ tiếp nhận là 412 hồ sơ, tăng 4% so với cùng kỳ; đạt 95% kế hoạch. ",
                "Số hồ sơ tiếp nhận 412 hồ sơ ",
                "hồ sơ tiếp nhận ",
                "hồ sơ 5 ",
                "5% ",
                "tăng 5% ",
                "tăng so với ",
                "kế hoạch ",
                "(hồ sơ) ",
                "trên tổng số 5% ",
                "25/27 nhiệm vụ ",
                "{{x}} ",
                ", "
            })
    void theWorkGrowsWithTheLength(String piece) {
        List<Indicator> indicators = new ArrayList<>(Catalogue.ALL);
        for (int i = 1; i <= 100; i++) {
            indicators.add(Catalogue.indicator("deep-" + i, "hồ sơ ".repeat(i) + "cũ", "box", "Hộp", ValueType.COUNT));
        }
        long once = steps(piece.repeat(500), indicators);
        long fourTimes = steps(piece.repeat(2000), indicators);

        assertThat(fourTimes).as("sixteen times as many would be too many").isLessThanOrEqualTo(5 * once);
        assertThat(once).isLessThanOrEqualTo(500L * piece.length() * 110);
    }

    private long steps(String text, List<Indicator> indicators) {
        Effort effort = new Effort();
        scanner.scan(text, indicators, Catalogue.QUARTER, effort);
        return effort.steps();
    }

    @Test
    void atMostAThousandClaimsAreProposedTheFirstOfTheText() {
        List<Claim> claims = scanner.scan(
                "Số hồ sơ tiếp nhận: 412. Quyết định số 77/QĐ-UBND. ".repeat(900), Catalogue.ALL, Catalogue.QUARTER);

        assertThat(claims).hasSize(1000);
        assertThat(claims).extracting(Claim::getStart).isSorted();
        assertThat(claims.getLast().getStart()).isLessThan(501 * 52);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "](", "[](", "`", "`~``", "{{", "1.1.1.", "((((", "- \n", "a", "\u0301", "|", "~~~\n"})
    void whatHasNoEndIsReadToTheEnd(String piece) {
        String text = piece.repeat(200_000 / piece.length());

        assertThat(scanner.scan(text, Catalogue.ALL, Catalogue.QUARTER)).isEmpty();
    }
}
