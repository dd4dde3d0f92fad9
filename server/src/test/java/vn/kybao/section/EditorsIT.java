package vn.kybao.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SectionBuilder;

/** Several people write at once: one is first, the others are told, and nobody's text is lost. */
class EditorsIT {
    private static Scene scene;
    private static Api editor;

    @BeforeAll
    static void make() {
        scene = Scene.create();
        editor = scene.operator().with("read", "sections:write");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            for (Future<Answer> future : running) {
                answers.add(future.get());
            }
        }
        return answers;
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).sorted().toList();
    }

    @Test
    void ofTwentyWritersOneIsFirstAndNineteenAreToldThePresentVersion() throws Exception {
        Answer section = SectionBuilder.of(scene).body("Bản đầu").create();
        List<Answer> answers = atOnce(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> Desk.patch(editor, section, "body", "Bản của người " + i))
                .toList());
        assertThat(statuses(answers).getFirst()).isEqualTo(200);
        assertThat(statuses(answers).subList(1, 20)).containsOnly(412);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(answers).filteredOn(answer -> answer.status() == 412).allSatisfy(answer -> {
            assertThat(answer.problem()).isEqualTo("stale-version");
            assertThat(answer.text("/etag")).isEqualTo("2");
        });
        assertThat(editor.get(Desk.path(section)).json()).isEqualTo(winner.json());
        Answer versions = editor.get(Desk.path(section) + "/versions").is(200);
        assertThat(versions.items("version")).containsExactly("2", "1");
        // Who came second reads, merges and writes over the present version.
        Answer merged = editor.ifMatch(answers.stream()
                        .filter(a -> a.status() == 412)
                        .findFirst()
                        .orElseThrow()
                        .text("/etag"))
                .patch(Desk.path(section), """
                        {"body": "Cả hai"}""")
                .is(200);
        assertThat(merged.text("/etag")).isEqualTo("3");
    }

    @Test
    void ofWritersOfOneNodeOneIsFirst() throws Exception {
        String node = Builder.uniqueCode("node");
        List<Answer> answers = atOnce(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(
                        i -> () -> SectionBuilder.of(scene).node(node).post(editor))
                .toList());
        assertThat(statuses(answers)).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(answers)
                .filteredOn(a -> a.status() == 409)
                .allSatisfy(a -> assertThat(a.problem()).isEqualTo("code-taken"));
    }

    @Test
    void twoSectionsCannotBePutBelowEachOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            Answer one = SectionBuilder.of(scene).create();
            Answer other = SectionBuilder.of(scene).create();
            List<Answer> answers = atOnce(List.of(
                    () -> Desk.patch(editor, one, "parent", other.text("/node")),
                    () -> Desk.patch(editor, other, "parent", one.text("/node"))));
            assertThat(statuses(answers)).containsExactly(200, 422);
        }
    }

    @Test
    void aSectionIsNotDeletedWhileAnotherIsPutBelowIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            Answer parent = SectionBuilder.of(scene).create();
            List<Answer> answers = atOnce(List.of(
                    () -> editor.ifMatch("1").delete(Desk.path(parent)),
                    () -> SectionBuilder.of(scene).under(parent.text("/node")).post(editor)));
            assertThat(statuses(answers)).isIn(List.of(201, 409), List.of(204, 422));
        }
    }
}
