package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.InspectionBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RecommendationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** A page of long texts ends before it is too much, and the list goes on where it ended. */
class PageWeightIT {
    private final TestOrganization department = new OrganizationBuilder().create();

    private static List<Map<String, String>> partners() {
        List<Map<String, String>> partners = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            partners.add(Map.of("text", "x".repeat(500)));
        }
        return partners;
    }

    /** How many items each page has, of a list that is read as long as it goes on. */
    private List<Integer> pages(String path) {
        List<Integer> sizes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = Api.admin()
                    .get(path + "?limit=200&organization=" + department.code() + cursor)
                    .is(200);
            sizes.add(page.at("/items").size());
            ids.addAll(page.items("id"));
            assertThat(ids).doesNotHaveDuplicates();
            if (page.at("/nextCursor").isNull()) {
                return sizes;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }

    @Test
    void inspectionsAreAsLongAsTheirFindingsAndPartners() {
        for (int i = 0; i < 30; i++) {
            new InspectionBuilder()
                    .of(department)
                    .with("findings", "y".repeat(20_000))
                    .with("partners", partners())
                    .create();
        }
        // Each is some 71,000 characters; two million go on a page.
        assertThat(pages("/v1/inspections")).containsExactly(28, 2);
    }

    @Test
    void tasksAreAsLongAsTheirTextsAndTheNotesThatTheListShows() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            paths.add(new TaskBuilder(department)
                    .title("x".repeat(1_900))
                    .with("partners", partners())
                    .create());
        }
        // Each is some 53,200 characters.
        assertThat(pages("/v1/tasks")).containsExactly(37);
        String note = """
                {"text": "%s"}""".formatted("z".repeat(4_000));
        for (int i = 0; i < 12; i++) {
            Api.admin().post(paths.getFirst() + "/progress", note).is(200);
        }
        // Ten notes of the first one are shown.
        assertThat(pages("/v1/tasks")).containsExactly(36, 1);
    }

    @Test
    void recommendationsAreAsLongAsTheirTextReasonAndAnswer() {
        String text = "x".repeat(4_000);
        for (int i = 0; i < 170; i++) {
            String id = new RecommendationBuilder(department)
                    .to(department)
                    .text(text)
                    .with("reason", text)
                    .create();
            Api.admin()
                    .post("/v1/recommendations/" + id + "/respond", """
                    {"answer": "ACCEPTED", "text": "%s"}""".formatted(text))
                    .is(200);
        }
        assertThat(pages("/v1/recommendations")).containsExactly(166, 4);
    }
}
