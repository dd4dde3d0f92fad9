package vn.kybao.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two spellings are one word. */
class SpellingTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "hoá, hóa, true",
        "thuỷ, thủy, true",
        "tỷ, tỉ, true",
        "kỹ, kĩ, true",
        "quý, quí, true",
        "HỒ, hồ, true",
        "ĐẠT, đạt, true",
        "ho, hồ, true",
        "hồ, ho, true",
        "dat, đạt, true",
        "đạt, dạt, false",
        "hồ, hố, false",
        "hô, hồ, false",
        "xã, xả, false",
        "may, mai, false",
        "mây, mấy, false",
        "4G, 4g, true",
        "km2, km3, false",
        "của, cửa, false"
    })
    void aWordIsKnownByItsLettersAndAccents(String one, String other, boolean same) {
        assertThat(Spelling.of(one).agrees(Spelling.of(other))).isEqualTo(same);
        assertThat(Spelling.of(other).agrees(Spelling.of(one))).isEqualTo(same);
    }
}
