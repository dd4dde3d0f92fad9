package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.kybao.api.model.EditKind;

/** What changed between two texts. */
class WordDiffTest {
    private static String told(String before, String after) {
        return WordDiff.between(before, after).stream()
                .map(piece -> switch (piece.kind()) {
                    case KEPT -> piece.text();
                    case REMOVED -> "[-" + piece.text() + "-]";
                    case ADDED -> "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining());
    }

    private static List<WordDiff.Piece> checked(String before, String after) {
        List<WordDiff.Piece> pieces =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(8), () -> WordDiff.between(before, after));
        assertThat(without(pieces, EditKind.ADDED)).isEqualTo(before);
        assertThat(without(pieces, EditKind.REMOVED)).isEqualTo(after);
        assertThat(pieces.size()).isLessThanOrEqualTo(100_000);
        assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).kind()).isNotEqualTo(pieces.get(i - 1).kind());
        }
        return pieces;
    }

    private static String without(List<WordDiff.Piece> pieces, EditKind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(WordDiff.Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void wordsAndNumbersAreWhole() {
        assertThat(told("Doanh thu đạt 989.342 tỷ đồng.", "Doanh thu đạt 989.343 tỷ đồng."))
                .isEqualTo("Doanh thu đạt [-989.342-][+989.343+] tỷ đồng.");
        assertThat(told("tăng 6,6%", "tăng nhanh 6,6%")).isEqualTo("tăng [+nhanh +]6,6%");
        assertThat(told("Số liệu năm 2018. Hết", "Số liệu. Hết")).isEqualTo("Số liệu[- năm 2018-]. Hết");
        assertThat(told("doanh thu tăng", "sản lượng tăng")).isEqualTo("[-doanh thu-][+sản lượng+] tăng");
        assertThat(told("một\nhai", "ba\nbốn")).isEqualTo("[-một-][+ba+]\n[-hai-][+bốn+]");
        assertThat(told("a🏛b", "a🏢b")).isEqualTo("a[-🏛-][+🏢+]b");
    }

    @Test
    void nothingAndEverything() {
        assertThat(WordDiff.between("", "")).isEmpty();
        assertThat(told("giống nhau", "giống nhau")).isEqualTo("giống nhau");
        assertThat(told("", "mới")).isEqualTo("[+mới+]");
        assertThat(told("cũ", "")).isEqualTo("[-cũ-]");
    }

    @Test
    void onlyWhatChangedInALongReportIsTold() {
        String report = IntStream.range(0, 2_000)
                .mapToObj(
                        i -> "Đoạn " + i + ": doanh thu tăng trưởng ổn định so với cùng kỳ năm trước, đạt kế hoạch.\n")
                .collect(Collectors.joining());
        String changed =
                report.replace("Đoạn 5: doanh thu", "Đoạn 5: sản lượng").replace("Đoạn 1990:", "Mục 1990:");
        assertThat(report.length()).isGreaterThan(150_000);
        List<WordDiff.Piece> pieces = checked(report, changed);
        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != EditKind.KEPT)
                        .map(WordDiff.Piece::text))
                .containsExactly("doanh thu", "sản lượng", "Đoạn", "Mục");
    }

    @Test
    void aLongTextThatIsAnotherOneTakesAMoment() {
        Random random = new Random(7);
        for (String separator : List.of(" ", "\n", ",", "")) {
            String before = words(random, separator);
            String after = words(random, separator);
            assertThat(checked(before, after)).isNotEmpty();
            assertThat(checked(before, before + after.substring(0, 5)).size()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void linesThatEachChangeALittleTakeAMoment() {
        Random random = new Random(11);
        String before = IntStream.range(0, 1_900)
                .mapToObj(i -> "a b c d e f g h i j k l m n o p q r s t u v w x y z " + i + "\n")
                .collect(Collectors.joining());
        String after = before.chars()
                .mapToObj(c -> c != ' ' && c != '\n' && random.nextInt(3) == 0 ? "_" : Character.toString(c))
                .collect(Collectors.joining());
        checked(before, after);
        String signs = ",.".repeat(100_000);
        checked(signs, signs.replace(",.,.", ",;.,"));
    }

    private static String words(Random random, String separator) {
        return IntStream.range(0, 40_000)
                .mapToObj(i -> Integer.toString(random.nextInt(900), 36))
                .collect(Collectors.joining(separator));
    }
}
