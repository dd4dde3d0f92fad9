package vn.kybao.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.kybao.narrative.Anchors.Anchor;

/** Where a piece of a text stands after the text has changed. */
class AnchorsTest {
    private static Anchor anchor(String text, String piece, int occurrence) {
        int start = -1;
        for (int i = 0; i < occurrence; i++) {
            start = text.indexOf(piece, start + 1);
        }
        return new Anchor(start, piece);
    }

    @Test
    void whatStandsAfterAChangeMovesWithIt() {
        String before = "Có 27 nhiệm vụ; hoàn thành 27 nhiệm vụ.";
        String after = "Trong kỳ 27 đơn vị có 27 nhiệm vụ; hoàn thành 27 nhiệm vụ.";
        Map<Anchor, Integer> moved =
                Anchors.moved(before, after, List.of(anchor(before, "27", 1), anchor(before, "27", 2)));
        assertThat(moved.get(anchor(before, "27", 1))).isEqualTo(after.indexOf("27 nhiệm"));
        assertThat(moved.get(anchor(before, "27", 2))).isEqualTo(after.lastIndexOf("27"));
    }

    @Test
    void whatIsGoneIsLostAndWhatIsLeftTakesTheOccurrenceNearest() {
        String before = "36 đơn, 38 đơn, 36 đơn";
        String after = "38 đơn, 36 đơn";
        Map<Anchor, Integer> moved = Anchors.moved(
                before, after, List.of(anchor(before, "36", 1), anchor(before, "38", 1), anchor(before, "36", 2)));
        assertThat(moved)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(anchor(before, "38", 1), 0, anchor(before, "36", 2), after.indexOf("36")));
    }

    @Test
    void eachOccurrenceIsTakenOnceAndInOrder() {
        String before = "x 5 y 5";
        String after = "5 5 x y";
        assertThat(Anchors.moved(before, after, List.of(anchor(before, "5", 1), anchor(before, "5", 2))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(anchor(before, "5", 1), 0, anchor(before, "5", 2), 2));
        // Two that stand in one place stay together.
        assertThat(Anchors.moved(before, "5", List.of(anchor(before, "5", 1), anchor(before, "5", 1))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(anchor(before, "5", 1), 0));
    }

    @Test
    void anEarlierOneDoesNotTakeTheOnlyPlaceOfALaterOne() {
        String before = "a".repeat(40) + " 7 " + "b".repeat(4) + " 7";
        String after = "7 " + "c".repeat(40) + " 7";
        assertThat(Anchors.moved(before, after, List.of(anchor(before, "7", 1), anchor(before, "7", 2))))
                .hasSize(2)
                .containsEntry(anchor(before, "7", 1), 0)
                .containsEntry(anchor(before, "7", 2), after.length() - 1);
    }

    @Test
    void aNumberIsNotFoundWithinAnother() {
        String before = "Có 27 việc";
        for (String after : List.of("Có 127 việc", "Có 1.27 việc", "Có 27,5 việc", "Có 27.000 việc", "Có x27 việc")) {
            assertThat(Anchors.moved(before, after, List.of(anchor(before, "27", 1))))
                    .as(after)
                    .isEmpty();
        }
        for (String after : List.of("Có 27. Việc", "Có 27% việc", "(27)", "Có đủ, 27 việc", "27")) {
            assertThat(Anchors.moved(before, after, List.of(anchor(before, "27", 1))))
                    .as(after)
                    .hasSize(1);
        }
    }

    @Test
    void whatWasPartOfAWordMayBeAgain() {
        String before = "2,1Gb";
        assertThat(Anchors.moved(before, "là 2,1Gb", List.of(new Anchor(0, "2,1"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(new Anchor(0, "2,1"), 3));
    }

    @Test
    void aTextThatIsTheSameMovesNothing() {
        String text = "5 5 5 5";
        List<Anchor> anchors =
                IntStream.range(0, 4).mapToObj(i -> new Anchor(2 * i, "5")).toList();
        Map<Anchor, Integer> moved = Anchors.moved(text, text, anchors);
        assertThat(moved).allSatisfy((anchor, place) -> assertThat(place).isEqualTo(anchor.start()));
        assertThat(moved).hasSize(4);
    }

    @Test
    void manyLongClaimsOnATextThatRepeatsItselfTakeAMoment() {
        String before = "a".repeat(200_000);
        String after = "b" + before.substring(1);
        List<Anchor> anchors = IntStream.range(0, 1_000)
                .mapToObj(i -> new Anchor(0, "a".repeat(1_001 + i)))
                .toList();
        Map<Anchor, Integer> moved = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Anchors.moved(before, after, anchors));
        assertThat(moved).hasSize(1_000).containsEntry(anchors.getFirst(), 1);
    }

    @Test
    void manyClaimsOnALongTextTakeAMoment() {
        String before = "1 ".repeat(100_000);
        String after = "2 " + before.substring(0, 150_000);
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            anchors.add(new Anchor(i * 200, "1"));
        }
        Map<Anchor, Integer> moved = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Anchors.moved(before, after, anchors));
        assertThat(moved).hasSize(1_000);
        assertThat(moved.values()).doesNotHaveDuplicates();
    }
}
