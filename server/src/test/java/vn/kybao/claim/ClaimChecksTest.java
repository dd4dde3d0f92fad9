package vn.kybao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.api.model.Claim;
import vn.kybao.api.model.ClaimKind;
import vn.kybao.api.model.ClaimStatus;
import vn.kybao.api.model.ComparisonBase;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.IndicatorKind;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Qualifier;
import vn.kybao.api.model.Severity;
import vn.kybao.claim.ClaimChecks.Placed;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.problem.Language;
import vn.kybao.problem.Note;
import vn.kybao.problem.Texts;

/** Claims beside figures: what agrees, what differs, and how it is told. */
class ClaimChecksTest {
    private static final Texts TEXTS = new Texts();

    private final ClaimChecks checks = new ClaimChecks(TEXTS);
    private final Evidence evidence = new Evidence();

    /** The claims of a sentence in a report on the first quarter of 2024, confirmed. */
    private static List<Claim> claims(String text) {
        return claims(text, Catalogue.QUARTER);
    }

    private static List<Claim> claims(String text, CalendarPeriod period) {
        List<Claim> claims = new ClaimScanner().scan(text, Catalogue.ALL, period);
        claims.forEach(claim -> claim.status(ClaimStatus.CONFIRMED));
        return claims;
    }

    private List<Note> notes(String text) {
        List<Note> notes = new ArrayList<>();
        claims(text).forEach(claim -> notes.addAll(checks.check(evidence.ground(), Evidence.placed(claim))));
        return notes;
    }

    /** The codes of what is found, with their variants. */
    private String found(String text) {
        return found(notes(text));
    }

    private static String found(List<Note> notes) {
        return notes.stream()
                .map(note -> note.code().code()
                        + (note.values().containsKey("variant")
                                ? "." + note.values().get("variant")
                                : ""))
                .collect(Collectors.joining(" "));
    }

    private Finding finding(String text, Language language) {
        List<Note> notes = notes(text);
        assertThat(notes).hasSize(1);
        return notes.getFirst().toWire(TEXTS, language);
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # the printed precision: 61,8 is not 61,80
            Số máy điện thoại/100 dân đạt 61,75 máy       | density | 61.75    | -
            Số máy điện thoại/100 dân đạt 61,8 máy        | density | 61.75    | -
            Số máy điện thoại/100 dân đạt 62 máy          | density | 61.75    | -
            Số máy điện thoại/100 dân đạt 61,7 máy        | density | 61.75    | claim-differs
            Số máy điện thoại/100 dân đạt 61,80 máy       | density | 61.75    | claim-differs
            Số máy điện thoại/100 dân đạt 61,80 máy       | density | 61.8     | -
            Số máy điện thoại/100 dân đạt 61 máy          | density | 61.5     | claim-differs
            # units of money
            Doanh thu bưu chính đạt 73 tỷ đồng            | post-revenue | 73      | -
            Doanh thu bưu chính đạt 73.000 triệu đồng     | post-revenue | 73      | -
            Doanh thu bưu chính đạt 73.400 triệu đồng     | post-revenue | 73      | claim-differs
            Doanh thu bưu chính đạt 73.000.000.000 đồng   | post-revenue | 73      | -
            Doanh thu bưu chính đạt 2,4 nghìn tỷ đồng     | post-revenue | 2438.2  | -
            Doanh thu bưu chính đạt 2,4 nghìn tỷ đồng     | post-revenue | 2451    | claim-differs
            Doanh thu bưu chính đạt 74 tỷ đồng            | post-revenue | 73      | claim-differs
            1,3 triệu thuê bao di động                    | mobile  | 1318204  | -
            1,3 triệu thuê bao di động                    | mobile  | 1371000  | claim-differs
            # about a thousand or a million times another
            Doanh thu bưu chính đạt 73 triệu đồng         | post-revenue | 73      | magnitude-jump.claim-smaller
            Doanh thu bưu chính đạt 73 triệu đồng         | post-revenue | 69      | magnitude-jump.claim-smaller
            Doanh thu bưu chính đạt 73.000 tỷ đồng        | post-revenue | 73      | magnitude-jump.claim-larger
            Doanh thu bưu chính đạt 730 tỷ đồng           | post-revenue | 73      | claim-differs
            Số hồ sơ tiếp nhận là 31.600 hồ sơ            | dossiers-in | 100      | magnitude-jump.claim-larger
            Số hồ sơ tiếp nhận là 31.500 hồ sơ            | dossiers-in | 100      | claim-differs
            Số hồ sơ tiếp nhận trên 5 hồ sơ               | dossiers-in | 412000   | magnitude-jump.claim-smaller
            Số hồ sơ tiếp nhận là 0 hồ sơ                 | dossiers-in | 0        | -
            Số hồ sơ tiếp nhận là 0 hồ sơ                 | dossiers-in | 3        | claim-differs
            # qualifiers
            Số hồ sơ tiếp nhận trên 400 hồ sơ             | dossiers-in | 412      | -
            Số hồ sơ tiếp nhận trên 400 hồ sơ             | dossiers-in | 400      | -
            Số hồ sơ tiếp nhận trên 400 hồ sơ             | dossiers-in | 399      | claim-differs
            Số hồ sơ tiếp nhận không quá 400 hồ sơ        | dossiers-in | 400      | -
            Số hồ sơ tiếp nhận không quá 400 hồ sơ        | dossiers-in | 401      | claim-differs
            Số hồ sơ tiếp nhận gần 400 hồ sơ              | dossiers-in | 360      | -
            Số hồ sơ tiếp nhận gần 400 hồ sơ              | dossiers-in | 359      | claim-differs
            Số hồ sơ tiếp nhận gần 400 hồ sơ              | dossiers-in | 401      | claim-differs
            Số hồ sơ tiếp nhận khoảng 400 hồ sơ           | dossiers-in | 440      | -
            Số hồ sơ tiếp nhận khoảng 400 hồ sơ           | dossiers-in | 441      | claim-differs
            Số hồ sơ tiếp nhận khoảng 420 hồ sơ           | dossiers-in | 428      | -
            Số hồ sơ tiếp nhận khoảng 420 hồ sơ           | dossiers-in | 429      | claim-differs
            # shares and indices
            Tỷ lệ hộ nghèo của tỉnh còn 3,1% số hộ        | poverty | 3.1      | -
            Tỷ lệ hộ nghèo của tỉnh còn 3,1% số hộ        | poverty | 3.06     | -
            Tỷ lệ hộ nghèo của tỉnh còn 3,1% số hộ        | poverty | 3.2      | claim-differs
            Chỉ số sản xuất công nghiệp đạt 104,6%        | production | 104.6  | -
            Chỉ số sản xuất công nghiệp đạt 104,6%        | production | 104.5  | claim-differs
            Tỷ lệ hộ nghèo của tỉnh còn 0,01% số hộ       | poverty | 9.5      | claim-differs
            """)
    void aFigureInTheTextIsHeldAgainstTheFigureInForce(String text, String indicator, String value, String expected) {
        evidence.figure(indicator, "2024-Q1", value);

        assertThat(found(text)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aFindingTellsWhatTheTextSaysAndWhatTheFigureIs() {
        evidence.figure("post-revenue", "2024-Q1", "73.5");

        Finding finding = finding("Trong quý, doanh thu bưu chính đạt 1.250 tỷ đồng.", Language.VI);

        assertThat(finding.getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(finding.getActual()).isEqualTo("1.250 tỷ đồng");
        assertThat(finding.getExpected()).isEqualTo("73,5 Tỷ đồng");
        assertThat(finding.getMessage())
                .isEqualTo(
                        "Lời văn nêu “1.250 tỷ đồng” cho “Doanh thu bưu chính”; số liệu kỳ 2024-Q1 là 73,5 Tỷ đồng.");
        assertThat(finding.getPosition().getStart()).isEqualTo(35);
        assertThat(finding.getPosition().getLength()).isEqualTo(13);
        assertThat(finding.getEvidence())
                .containsExactly(Evidence.SECTION, "/v1/indicators/post-revenue", "/v1/observations/id-0");
        assertThat(notes("Doanh thu bưu chính đạt 1.250 tỷ đồng").getFirst().regimes())
                .containsExactly("regime-post-revenue");
        assertThat(finding("Doanh thu bưu chính đạt 1.250 tỷ đồng", Language.EN).getMessage())
                .contains("the figure of 2024-Q1 is 73.5");
    }

    @Test
    void aWrongUnitIsTold() {
        evidence.figure("post-revenue", "2024-Q1", "70");

        Finding finding = finding("Doanh thu bưu chính đạt 73 triệu đồng", Language.VI);

        assertThat(finding.getNeedsJustification()).isFalse();
        assertThat(finding.getMessage())
                .startsWith(
                        "Lời văn nêu “73 triệu đồng” cho “Doanh thu bưu chính”, nhỏ hơn khoảng 959 lần so với số liệu 70");
    }

    @Test
    void aFigureThatWasFiledLooselyDoesNotContradictAnExactOne() {
        evidence.figure("dossiers-in", "2024-Q1", Measure.ESTIMATE, "400", Qualifier.AT_LEAST);

        assertThat(found("Số hồ sơ tiếp nhận là 412 hồ sơ")).isEmpty();
        assertThat(found("Số hồ sơ tiếp nhận là 399 hồ sơ")).isEqualTo("claim-differs");
    }

    @Test
    void aClaimAboutAnotherPeriodIsHeldAgainstThat() {
        evidence.figure("budget", "2024-Q1", "950").figure("budget", "2023", "3800");

        assertThat(found("Tổng thu ngân sách năm 2023 đạt 3.800 tỷ đồng")).isEmpty();
        assertThat(found("Tổng thu ngân sách năm 2023 đạt 950 tỷ đồng")).isEqualTo("claim-differs");
    }

    @Test
    void withoutAFigureNothingIsSaid() {
        assertThat(found("Số hồ sơ tiếp nhận là 412 hồ sơ, tăng 4% so với cùng kỳ, đạt 24% kế hoạch"))
                .isEmpty();
    }

    @Test
    void aClaimOfAnUnknownIndicatorOrPeriodIsLeft() {
        evidence.figure("dossiers-in", "2024-Q1", "400");
        Claim claim = claims("Số hồ sơ tiếp nhận là 412 hồ sơ").getFirst();

        assertThat(check(claim)).isEqualTo("claim-differs");
        assertThat(check(claim.indicator("gone"))).isEmpty();
        assertThat(check(claim.indicator("dossiers-in").period("adhoc-flood"))).isEmpty();
        assertThat(check(claim.period(null).unit("box"))).isEqualTo("claim-differs.unit");
        assertThat(check(claim.unit(null))).isEqualTo("claim-differs");
        assertThat(check(claim.value(null))).isEmpty();
    }

    private String check(Claim claim) {
        return found(checks.check(evidence.ground(), Evidence.placed(claim)));
    }

    @Test
    void whatWasDismissedIsNotLookedAtAndAProposalIs() {
        evidence.figure("dossiers-in", "2024-Q1", "400");
        Claim claim = claims("Số hồ sơ tiếp nhận là 412 hồ sơ").getFirst();

        assertThat(check(claim.status(ClaimStatus.PROPOSED))).isEqualTo("claim-differs");
        assertThat(check(claim.status(ClaimStatus.DISMISSED))).isEmpty();
    }

    // ---- changes

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # 73 after 70 in the same quarter (+4,2857), 290 in the whole year before, 75 the quarter before, 300 planned
            Doanh thu bưu chính tăng 4,3% so với cùng kỳ        | -
            Doanh thu bưu chính tăng 4% so với cùng kỳ          | -
            Doanh thu bưu chính tăng 4,29% so với cùng kỳ       | -
            Doanh thu bưu chính tăng 4,2% so với cùng kỳ        | claim-differs.rise
            Doanh thu bưu chính tăng 10% so với cùng kỳ         | claim-differs.rise
            Doanh thu bưu chính giảm 4,3% so với cùng kỳ        | claim-differs.rise
            Doanh thu bưu chính tăng hơn 4% so với cùng kỳ      | -
            Doanh thu bưu chính tăng hơn 5% so với cùng kỳ      | claim-differs.rise
            Doanh thu bưu chính giảm 2,7% so với quý trước      | -
            Doanh thu bưu chính tăng 2,7% so với quý trước      | claim-differs.fall
            Doanh thu bưu chính giảm hơn 2% so với quý trước    | -
            Doanh thu bưu chính giảm hơn 5% so với quý trước    | claim-differs.fall
            Doanh thu bưu chính giảm 75,7% so với kế hoạch      | -
            Doanh thu bưu chính tăng 4,3% so với năm 2023       | base-explicit.whole-year
            Doanh thu bưu chính tăng 10% so với năm 2023        | base-explicit.whole-year claim-differs.rise
            Doanh thu bưu chính giảm 74,8% so với năm 2023      | base-explicit.whole-year
            Doanh thu bưu chính tăng 4,3%                       | base-explicit.unnamed
            Doanh thu bưu chính tăng 10%                        | base-explicit.unnamed claim-differs.rise
            Doanh thu bưu chính đạt 24,3% kế hoạch              | -
            Doanh thu bưu chính đạt 24% kế hoạch                | -
            Doanh thu bưu chính đạt 26% kế hoạch                | claim-differs.part
            Doanh thu bưu chính bằng 104,3% so với cùng kỳ      | -
            Doanh thu bưu chính bằng 106% so với cùng kỳ        | claim-differs.part
            """)
    void aChangeOfAFlowIsHeldAgainstItsBase(String text, String expected) {
        evidence.figure("post-revenue", "2024-Q1", "73")
                .figure("post-revenue", "2023-Q1", "70")
                .figure("post-revenue", "2023", "290")
                .figure("post-revenue", "2023-Q4", "75")
                .figure("post-revenue", "2024", Measure.PLAN, "300", Qualifier.EXACT);

        assertThat(found(text)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aChangeToldWithOneDecimalIsThatOfTheAnnex() {
        // 100 · 10645 / 10000 is 106,45: the annex says 106,5, and 6,5 rounds to 7, although 6,45 rounds to 6.
        evidence.figure("post-revenue", "2024-Q1", "10645").figure("post-revenue", "2023-Q1", "10000");

        assertThat(found("Doanh thu bưu chính tăng 6,5% so với cùng kỳ")).isEmpty();
        assertThat(found("Doanh thu bưu chính tăng 7% so với cùng kỳ")).isEmpty();
        assertThat(found("Doanh thu bưu chính tăng 6% so với cùng kỳ")).isEmpty();
        assertThat(found("Doanh thu bưu chính tăng 6,4% so với cùng kỳ")).isEqualTo("claim-differs.rise");
    }

    @Test
    void aChangeThatDiffersIsToldWithItsBase() {
        evidence.figure("post-revenue", "2024-Q1", "73").figure("post-revenue", "2023-Q1", "70");

        Finding finding = finding("Doanh thu bưu chính tăng 10% so với cùng kỳ", Language.VI);

        assertThat(finding.getMessage())
                .isEqualTo(
                        "Lời văn nêu “tăng 10%” cho “Doanh thu bưu chính”; theo số liệu, kỳ 2024-Q1 tăng 4,3 % so với cùng kỳ năm trước.");
        assertThat(finding.getExpected()).isEqualTo("tăng 4,3 %");
        assertThat(finding.getEvidence()).contains(Evidence.SECTION, "/v1/observations/id-0", "/v1/observations/id-1");
        assertThat(finding("Doanh thu bưu chính giảm 10% so với cùng kỳ", Language.EN)
                        .getMessage())
                .endsWith("by the figures it rose by 4.3 % in 2024-Q1, against the same period of last year.");
    }

    @Test
    void aStockMayBeComparedWithTheEndOfAYear() {
        evidence.define("mobile", IndicatorKind.STOCK, false)
                .figure("mobile", "2024-Q1", "1050")
                .figure("mobile", "2023-Q1", "1000")
                .figure("mobile", "2023", "1040");

        assertThat(found("Số thuê bao di động tăng 1% so với năm 2023")).isEmpty();
        assertThat(found("Số thuê bao di động tăng 3% so với năm 2023")).isEqualTo("claim-differs.rise");
        assertThat(found("Số thuê bao di động tăng 5% so với năm 2023"))
                .as("true of the same period, which it does not name")
                .isEqualTo("base-explicit.same-period");
        assertThat(found("Số thuê bao di động tăng 3%"))
                .as("no telling against what")
                .isEmpty();
    }

    @Test
    void aWholeYearHasOneNaturalBase() {
        evidence.figure("post-revenue", "2023", "303").figure("post-revenue", "2022", "290");
        CalendarPeriod year = CalendarPeriod.parse("2023").orElseThrow();

        assertThat(yearly("Doanh thu bưu chính tăng 4,5%", year)).isEmpty();
        assertThat(yearly("Doanh thu bưu chính tăng 4,5% so với năm 2022", year))
                .isEmpty();
        assertThat(yearly("Doanh thu bưu chính tăng 5,5%", year)).isEqualTo("claim-differs.rise");
    }

    private String yearly(String text, CalendarPeriod year) {
        return claims(text, year).stream()
                .map(claim -> found(checks.check(evidence.ground(), Evidence.placed(claim, year, Evidence.SECTION))))
                .collect(Collectors.joining());
    }

    @Test
    void aPercentageMayFallByPointsAndAnIndexTellsItsOwnRise() {
        evidence.figure("poverty", "2024-Q1", "3")
                .figure("poverty", "2023-Q1", "4")
                .figure("production", "2024-Q1", "104.6")
                .figure("production", "2023-Q1", "102");

        assertThat(found("Tỷ lệ hộ nghèo giảm 25% so với cùng kỳ")).isEmpty();
        assertThat(found("Tỷ lệ hộ nghèo giảm 1% so với cùng kỳ")).isEmpty();
        assertThat(found("Tỷ lệ hộ nghèo giảm 2% so với cùng kỳ")).isEqualTo("claim-differs.fall-points");
        assertThat(found("Tỷ lệ hộ nghèo tăng 2% so với cùng kỳ")).isEqualTo("claim-differs.fall-points");
        assertThat(found("Chỉ số sản xuất công nghiệp tăng 4,6% so với cùng kỳ"))
                .isEmpty();
        assertThat(found("Chỉ số sản xuất công nghiệp tăng 4,8% so với cùng kỳ"))
                .isEqualTo("claim-differs.rise-points");
    }

    @Test
    void aBaseOfZeroOrNoneIsNotCompared() {
        evidence.figure("post-revenue", "2024-Q1", "73").figure("post-revenue", "2023-Q1", "0");

        assertThat(found("Doanh thu bưu chính tăng 10% so với cùng kỳ")).isEmpty();
        assertThat(found("Doanh thu bưu chính tăng 10% so với quý trước")).isEmpty();
        assertThat(found("Doanh thu bưu chính tăng 10% so với năm 2023")).isEqualTo("base-explicit.whole-year");
    }

    // ---- shares

    @Test
    void aRateSaysOfWhat() {
        assertThat(found("Tỷ lệ hồ sơ đúng hạn đạt 98,5%")).isEqualTo("denominator-named.text");
        assertThat(found("Tỷ lệ hồ sơ đúng hạn đạt 98,5% trên tổng số hồ sơ tiếp nhận"))
                .isEmpty();
        assertThat(found("Đạt tỷ lệ hoàn thành kịp thời 100%")).isEqualTo("denominator-named.text");
        assertThat(found("Đạt 24% kế hoạch")).isEmpty();
        evidence.define("on-time", IndicatorKind.RATIO, true);
        assertThat(found("Tỷ lệ hồ sơ đúng hạn đạt 98,5%"))
                .as("the catalogue says of what")
                .isEmpty();
        evidence.figure("on-time", "2024-Q1", "97");
        assertThat(found("Tỷ lệ hồ sơ đúng hạn đạt 98,5%")).isEqualTo("claim-differs");
    }

    @Test
    void aRateOfNothingKnownIsToldWithoutAName() {
        Finding finding = finding("Đạt tỷ lệ hoàn thành kịp thời 97%", Language.VI);

        assertThat(finding.getMessage()).startsWith("Lời văn nêu tỷ lệ “97%” nhưng không cho biết tính trên tổng nào");
        assertThat(finding.getEvidence()).containsExactly(Evidence.SECTION);
    }

    // ---- documents

    @Test
    void aCitedDocumentIsHeldAgainstTheIssuerThatTheTextNames() {
        assertThat(found("Nghị định số 99/2023/NĐ-CP của Thủ tướng Chính phủ")).isEqualTo("document-number.issuer");
        assertThat(found("Nghị định số 99/2023/NĐ-CP của Chính phủ")).isEmpty();
        assertThat(found("Văn bản số 15/XYZQ-TH ngày 02/3/2024")).isEqualTo("symbol-unknown");

        Claim claim = claims("Nghị định số 99/2023/NĐ-CP").getFirst();
        assertThat(check(claim.issuer(new Party().organization("government")))).isEmpty();
        assertThat(check(claim.text("công văn nọ"))).isEqualTo("document-number");
        Note note = notes("Nghị định số 99/2023/NĐ-CP của Thủ tướng Chính phủ").getFirst();
        assertThat(note.evidence()).containsExactly(Evidence.SECTION);
        assertThat(note.values()).containsEntry("position.start", "13").containsEntry("position.length", "13");
    }

    @Test
    void aClaimStatesWhatItsTextPrints() {
        evidence.figure("post-revenue", "2024-Q1", "73");
        Claim claim = claims("Doanh thu bưu chính đạt 99 tỷ đồng").getFirst();
        assertThat(check(claim.value(new BigDecimal("73")))).isEqualTo("claim-differs.text");
        assertThat(check(claim.value(new BigDecimal("99")))).isEqualTo("claim-differs");
        assertThat(check(claim.text("từ 70 đến 99 tỷ đồng").value(new BigDecimal("73"))))
                .as("several numbers, nobody knows which is meant")
                .isEmpty();
    }

    @Test
    void aClaimInAnotherUnitCannotBeCompared() {
        evidence.figure("post-revenue", "2024-Q1", "73");
        Claim claim = claims("Doanh thu bưu chính đạt 99 tỷ đồng").getFirst();
        claim.text("99%").unit("percent").value(new BigDecimal("99"));
        assertThat(check(claim)).isEqualTo("claim-differs.unit");
        claim.text("73.000 triệu đồng").unit("million-vnd").value(new BigDecimal("73000"));
        assertThat(check(claim)).isEmpty();
    }

    // ---- all claims of a report

    private List<Placed> report(String... sections) {
        List<Placed> report = new ArrayList<>();
        for (int i = 0; i < sections.length; i++) {
            for (Claim claim : claims(sections[i])) {
                report.add(Evidence.placed(claim, Catalogue.QUARTER, "/v1/sections/" + i));
            }
        }
        return report;
    }

    private List<Note> audited(String... sections) {
        return checks.checkAll(evidence.ground(), report(sections));
    }

    @Test
    void twoValuesOfOneThingContradictEachOther() {
        List<Note> notes = audited("Số hồ sơ tiếp nhận là 412 hồ sơ", "Đã tiếp nhận 421 hồ sơ", "Tiếp nhận 421 hồ sơ");

        assertThat(found(notes)).isEqualTo("contradiction.claims");
        assertThat(notes.getFirst().evidence())
                .containsExactly("/v1/sections/1", "/v1/sections/0", "/v1/indicators/dossiers-in");
        assertThat(notes.getFirst().toWire(TEXTS, Language.VI).getMessage())
                .isEqualTo(
                        "Cùng báo cáo, “Số hồ sơ tiếp nhận” kỳ 2024-Q1 nơi này viết là “421 hồ sơ”, nơi khác viết là “412 hồ sơ”.");
    }

    @Test
    void ofOneFigureTwentyContradictionsAreToldAtMost() {
        String[] sections = IntStream.range(0, 30)
                .mapToObj(i -> "Đã tiếp nhận %d hồ sơ".formatted(100 + i))
                .toArray(String[]::new);

        assertThat(audited(sections)).hasSize(20);
    }

    @Test
    void valuesThatMayBeOneDoNot() {
        assertThat(audited("Doanh thu bưu chính đạt 73,4 tỷ đồng", "Doanh thu bưu chính đạt 73.400 triệu đồng"))
                .isEmpty();
        assertThat(audited("Doanh thu bưu chính đạt 73,4 tỷ đồng", "Doanh thu bưu chính đạt trên 70 tỷ đồng"))
                .isEmpty();
        assertThat(audited("Doanh thu bưu chính đạt 73,4 tỷ đồng", "Doanh thu bưu chính đạt 73 tỷ đồng"))
                .isEmpty();
        assertThat(audited("Doanh thu bưu chính đạt 73 tỷ đồng", "Doanh thu bưu chính năm 2023 đạt 290 tỷ đồng"))
                .as("of another period")
                .isEmpty();
        assertThat(found(audited("Doanh thu bưu chính đạt 73,4 tỷ đồng", "Doanh thu bưu chính đạt 73,4 triệu đồng")))
                .isEqualTo("contradiction.claims");
    }

    @Test
    void oneMistakeIsToldOnce() {
        evidence.figure("dossiers-in", "2024-Q1", "412");

        assertThat(found(audited("Số hồ sơ tiếp nhận là 412 hồ sơ", "Đã tiếp nhận 421 hồ sơ")))
                .as("the figure says which of the two is wrong")
                .isEqualTo("claim-differs");
        assertThat(
                        found(
                                audited(
                                        "Nghị định số 99/2023/NĐ-CP của Thủ tướng Chính phủ và Nghị định 99/2023/NĐ-CP của Thủ tướng Chính phủ")))
                .isEqualTo("document-number.issuer");
    }

    @Test
    void whatWasDismissedContradictsNothing() {
        List<Placed> report = report("Số hồ sơ tiếp nhận là 412 hồ sơ", "Đã tiếp nhận 421 hồ sơ");
        report.getFirst().claim().status(ClaimStatus.DISMISSED);

        assertThat(checks.checkAll(evidence.ground(), report)).isEmpty();
        assertThat(checks.contradictions(evidence.ground(), report)).isEmpty();
    }

    @Test
    void theIndicatorsOfClaimsAreAskedForOnce() {
        Claim of = new Claim().kind(ClaimKind.VALUE).indicator("b");
        Claim none = new Claim().kind(ClaimKind.SHARE).base(ComparisonBase.PLAN);

        assertThat(ClaimChecks.indicators(List.of(of, none, of, new Claim().indicator("a"))))
                .containsExactly("a", "b");
    }
}
