package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    @Test
    void theyAreThoseThatLookingFromEachPlaceFinds() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 5_000; round++) {
            String text = text(random, random.nextInt(40));
            String sought = text(random, 1 + random.nextInt(5));
            List<Integer> expected = new ArrayList<>();
            for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
                expected.add(at);
            }
            assertThat(Occurrences.of(sought, text).boxed().toList())
                    .as("%s in %s", sought, text)
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(5_000);
    }

    private static String text(Random random, int length) {
        return random.ints(length, 'a', 'c')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
