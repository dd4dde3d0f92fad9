package vn.kybao.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.api.model.Severity;
import vn.kybao.finding.Labels.Labelled;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I II III IV V VI VII VIII IX X XI",
                "1 2 3 4 5 6 7 8 9 10 11",
                "2.1 2.2 2.3",
                "2.1.1 2.1.2",
                "A B C",
                "a b c d đ e g h i k l m",
                "a b c d e f g h i j",
                "a) b) c) d)",
                "1. 2. 3.",
                "I. II. III.",
                "- - - -",
                "+ + +",
                "I",
                "a"
            })
    void whatIsNumberedWithoutABreakIsFine(String labels) {
        assertThat(check(labels)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 4,3",
        "2 3,1",
        "2.2 2.3,2.1",
        "2.1.1 2.1.3,2.1.2",
        "I II IV V,III",
        "ii iii,i",
        "a b d,c",
        "A C,B",
        "a b c d đ g,e",
        "1. 3.,2",
        "1 4,'2, 3'"
    })
    void whatIsLeftOutIsNamed(String labels, String missing) {
        List<Note> notes = check(labels);
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().code()).isEqualTo(ProblemCode.LABELS_GAP_FREE);
        assertThat(notes.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(notes.getFirst().expected()).isEqualTo(missing);
        assertThat(notes.getFirst().evidence()).hasSize(labels.split(" ", -1).length);
    }

    @Test
    void whatIsThereTwiceIsToldOnceWithBothSections() {
        List<Note> notes = check("1 2 2 2 3");
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().actual()).isEqualTo("2");
        assertThat(notes.getFirst().evidence()).containsExactly("/v1/sections/1", "/v1/sections/2", "/v1/sections/3");
    }

    @Test
    void oneLabelMayBeThereTwiceAndAnotherLeftOut() {
        assertThat(check("3.2 3.2 3.3")).extracting(Note::actual).containsExactly("3.2", "3.2, 3.3");
        assertThat(check("3.2 3.2 3.3")).extracting(Note::expected).containsExactly(null, "3.1");
    }

    @Test
    void punctuationAfterALabelDoesNotMakeItAnother() {
        assertThat(check("1. 1) 2")).extracting(Note::actual).containsExactly("1");
    }

    @Test
    void labelsOfDifferentKindsBelowOneHeadingAreNoSequence() {
        assertThat(check("I 2 c")).isEmpty();
        assertThat(check("1.1 2.2")).isEmpty();
    }

    @Test
    void theOrderOfLabelsIsNotWhatIsAsked() {
        assertThat(check("2 1 3")).isEmpty();
    }

    private static List<Note> check(String labels) {
        List<Labelled> sections = new ArrayList<>();
        for (String label : labels.split(" ", -1)) {
            sections.add(new Labelled(label, "/v1/sections/" + sections.size()));
        }
        return Labels.check(sections);
    }
}
