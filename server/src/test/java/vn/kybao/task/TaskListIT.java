package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Lists of tasks: found by what they say, by whom they concern and by how they stand on a day. */
class TaskListIT {
    private TestOrganization department;
    private Api reader;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        reader = department.with("read");
    }

    private TaskBuilder task(String title) {
        return new TaskBuilder(department).title(title);
    }

    private List<String> titles(String query) {
        return reader.get("/v1/tasks?" + query).is(200).items("title");
    }

    @Test
    void wordsAreFoundWithoutAccents() {
        task("Đẩy mạnh chuyển đổi số").create();
        task("Khác").with("product", "Báo cáo Đề án").create();
        task("Nữa").withJson("lead", """
                {"text": "Công an tỉnh"}""").create();
        assertThat(titles("q=chuyen%20doi")).containsExactly("Đẩy mạnh chuyển đổi số");
        assertThat(titles("q=%C4%90%E1%BA%A8Y")).containsExactly("Đẩy mạnh chuyển đổi số");
        assertThat(titles("q=de%20an")).containsExactly("Khác");
        assertThat(titles("q=cong%20an")).containsExactly("Nữa");
        assertThat(titles("q=100%25")).isEmpty();
    }

    /** Whoever sees many is answered by another statement than whoever sees few, and told the same. */
    @Test
    void manyTasksAreListedAsFewAre() {
        TestOrganization owner = new OrganizationBuilder().under(department).create();
        TestOrganization partner = new OrganizationBuilder().create();
        Api writer = Api.admin();
        List<String> made = new ArrayList<>();
        for (int batch = 0; batch < 11; batch++) {
            ArrayNode tasks = (ArrayNode) Json.parse("[]");
            for (int i = 0; i < 185; i++) {
                TaskBuilder task = new TaskBuilder(owner)
                        .title("Việc %d".formatted(batch * 185 + i))
                        .assignedOn("2018-02-%02d".formatted(1 + i % 28))
                        .dueOn("2018-03-%02d".formatted(1 + i % 31));
                if (i == 100) {
                    task.partners(partner);
                }
                tasks.add(Json.parse(task.json()));
            }
            made.addAll(writer.post("/v1/tasks/batch", "{\"tasks\": %s}".formatted(tasks))
                    .is(200)
                    .items("id"));
        }
        assertThat(made).hasSize(2_035).doesNotHaveDuplicates();
        for (String sort : List.of("dueOn", "assignedOn", "updatedAt")) {
            List<String> seen = walk(reader, "sort=" + sort);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
            assertThat(walk(reader, "sort=" + sort + "&organization=" + owner.code()))
                    .isEqualTo(seen);
            List<String> shared = walk(partner.with("read"), "sort=" + sort);
            assertThat(shared).hasSize(11);
            assertThat(seen.stream().filter(shared::contains)).containsExactlyElementsOf(shared);
            assertThat(walk(partner.with("read"), "sort=" + sort + "&organization=" + owner.code()))
                    .isEqualTo(shared);
        }
        assertThat(walk(reader, "timeliness=OVERDUE")).hasSize(2_035);
        assertThat(walk(reader, "timeliness=OVERDUE&status=COMPLETED")).isEmpty();
        writer.post("/v1/tasks/" + made.getFirst() + "/complete", "{}").is(200);
        assertThat(walk(reader, "timeliness=OVERDUE")).hasSize(2_034).doesNotContain(made.getFirst());
        assertThat(walk(reader, "timeliness=OVERDUE&asOf=2018-06-30")).hasSize(2_035);
    }

    private static List<String> walk(Api caller, String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = caller.get("/v1/tasks?limit=200&" + query + cursor).is(200);
            ids.addAll(page.items("id"));
            cursor = page.at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void theyAreChosenByWhomTheyConcern() {
        TestOrganization other = new OrganizationBuilder().under(department).create();
        task("a").lead(other).create();
        task("b").assigner(other).create();
        new TaskBuilder(other).title("c").create();
        new RegistrationBuilder(department)
                .with("title", "d")
                .register("ioffice")
                .create();
        assertThat(titles("lead=" + other.code())).containsExactly("a");
        assertThat(titles("assigner=" + other.code())).containsExactly("b");
        assertThat(titles("organization=" + other.code())).containsExactly("c");
        assertThat(titles("register=ioffice")).containsExactly("d");
        assertThat(titles("register=e-cabinet")).isEmpty();
        assertThat(titles("status=IN_PROGRESS")).containsExactly("d");
        assertThat(titles("organization=" + department.code() + "&status=ASSIGNED"))
                .containsExactlyInAnyOrder("a", "b");
    }

    private static void cancel(String instant, String path) {
        try (var _ = TestServer.shared().clock().set(instant)) {
            Api.admin().post(path + "/cancel", """
                    {"reason": "x"}""").is(200);
        }
    }

    @Test
    void aPeriodListsWhatCameInItAndWhatWasStillOpen() {
        String carried =
                task("chuyển sang").assignedOn("2017-11-01").dueOn("2018-06-30").create();
        String doneBefore = task("xong trước").assignedOn("2017-11-01").create();
        String doneOnFirst = task("xong ngày đầu").assignedOn("2017-11-01").create();
        task("kỳ").period("2018-Q1").create();
        task("ngày cuối").assignedOn("2018-03-31").create();
        task("ngày đầu").assignedOn("2018-01-01").create();
        task("sau").assignedOn("2018-04-01").dueOn("2018-06-30").create();
        String cancelled = task("hủy trong kỳ").create();
        String cancelledBefore = task("hủy từ trước").assignedOn("2017-11-01").create();
        Api.admin().post(doneBefore + "/complete", """
                {"completedOn": "2017-12-31"}""").is(200);
        Api.admin().post(doneOnFirst + "/complete", """
                {"completedOn": "2018-01-01"}""").is(200);
        cancel("2018-03-01T01:00:00Z", cancelled);
        cancel("2017-12-01T01:00:00Z", cancelledBefore);
        assertThat(titles("period=2018-Q1"))
                .containsExactlyInAnyOrder(
                        "chuyển sang", "xong ngày đầu", "kỳ", "ngày cuối", "ngày đầu", "hủy trong kỳ");
        assertThat(titles("period=2018-Q2"))
                .containsExactlyInAnyOrder("chuyển sang", "kỳ", "ngày cuối", "ngày đầu", "sau");
        Api.admin().post(carried + "/complete", """
                {"completedOn": "2018-05-01"}""").is(200);
        assertThat(titles("period=2018-Q2")).contains("chuyển sang");
        assertThat(titles("period=2018-Q3")).doesNotContain("chuyển sang").contains("sau");
        assertThat(titles("period=2018-Q9")).isEmpty();
    }

    @Test
    void aRegimeSetsTheCalendarOfThePeriod() {
        String regime =
                new RegimeBuilder().with("calendar", "ADMINISTRATIVE_15_14").create();
        task("14/12").assignedOn("2017-12-14").create();
        task("15/12").assignedOn("2017-12-15").create();
        task("14/3").assignedOn("2018-03-14").create();
        task("15/3").assignedOn("2018-03-15").create();
        for (String path : List.of("14/12", "15/12")) {
            String id = reader.get("/v1/tasks?q=" + path).text("/items/0/id");
            Api.admin().post("/v1/tasks/" + id + "/complete", """
                    {"completedOn": "2017-12-31"}""").is(200);
        }
        assertThat(titles("period=2018-Q1")).containsExactlyInAnyOrder("14/3", "15/3");
        assertThat(titles("period=2018-Q1&regime=" + regime)).containsExactlyInAnyOrder("14/12", "15/12", "14/3");
        assertThat(titles("period=2018-Q1&regime=khong-co")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-23, ON_TRACK",
        "2018-03-24, DUE_SOON",
        "2018-03-31, DUE_SOON",
        "2018-04-01, OVERDUE",
        "2018-04-04, OVERDUE",
        "2018-04-05, COMPLETED_LATE"
    })
    void timelinessIsThatOfTheDayAskedFor(String day, String expected) {
        String path = task("x").create();
        Api.admin().post(path + "/complete", """
                {"completedOn": "2018-04-05"}""").is(200);
        assertThat(reader.get(path + "?asOf=" + day).text("/timeliness")).isEqualTo(expected);
        for (String timeliness :
                List.of("ON_TRACK", "DUE_SOON", "OVERDUE", "COMPLETED_ON_TIME", "COMPLETED_LATE", "NO_DEADLINE")) {
            Answer list = reader.get("/v1/tasks?asOf=" + day + "&timeliness=" + timeliness)
                    .is(200);
            assertThat(list.items("timeliness"))
                    .as(timeliness)
                    .isEqualTo(timeliness.equals(expected) ? List.of(expected) : List.of());
        }
    }

    @Test
    void theOtherTimelinessesAreFoundToo() {
        task("không hạn").endless().create();
        String onTime = task("đúng hạn").create();
        Api.admin().post(onTime + "/complete", """
                {"completedOn": "2018-03-31"}""").is(200);
        String cancelled = task("hủy").create();
        Api.admin().post(cancelled + "/cancel", """
                {"reason": "x"}""").is(200);
        assertThat(titles("timeliness=NO_DEADLINE")).containsExactly("không hạn");
        assertThat(titles("timeliness=COMPLETED_ON_TIME")).containsExactly("đúng hạn");
        assertThat(titles("timeliness=OVERDUE")).isEmpty();
    }

    @Test
    void anExclusiveDeadlineOnTheFirstIsTheLastDayOfTheMonthBefore() {
        task("trước ngày 01/7").dueOn("2018-07-01").with("dueExclusive", true).create();
        assertThat(titles("timeliness=DUE_SOON&asOf=2018-06-30")).hasSize(1);
        assertThat(titles("timeliness=OVERDUE&asOf=2018-06-30")).isEmpty();
        assertThat(titles("timeliness=OVERDUE&asOf=2018-07-01")).hasSize(1);
        assertThat(titles("overdueOn=2018-06-30")).isEmpty();
        assertThat(titles("overdueOn=2018-07-01")).hasSize(1);
    }

    @Test
    void overdueOnADayIsWhatWasDueBeforeItAndNotDoneOnIt() {
        String path = task("x").create();
        assertThat(titles("overdueOn=2018-03-31")).isEmpty();
        assertThat(titles("overdueOn=2018-04-01")).hasSize(1);
        Api.admin().post(path + "/complete", """
                {"completedOn": "2018-04-10"}""").is(200);
        assertThat(titles("overdueOn=2018-04-09")).hasSize(1);
        assertThat(titles("overdueOn=2018-04-10")).isEmpty();
        assertThat(titles("overdueOn=2018-05-01")).isEmpty();
        cancel("2018-05-01T01:00:00Z", task("y").create());
        assertThat(titles("overdueOn=2018-04-30")).hasSize(1);
        assertThat(titles("overdueOn=2018-05-01")).isEmpty();
    }

    @Test
    void theDayChangesAtMidnightInVietnam() {
        String path = task("x").create();
        try (var _ = TestServer.shared().clock().set("2018-03-31T16:59:59Z")) {
            assertThat(Api.admin().get(path).text("/timeliness")).isEqualTo("DUE_SOON");
            assertThat(titles("timeliness=OVERDUE")).isEmpty();
        }
        try (var _ = TestServer.shared().clock().set("2018-03-31T17:00:00Z")) {
            assertThat(Api.admin().get(path).text("/timeliness")).isEqualTo("OVERDUE");
            assertThat(titles("timeliness=OVERDUE")).hasSize(1);
        }
    }

    @Test
    void theyComeByDeadlineThoseWithoutOneLast() {
        task("không").endless().create();
        task("sau").dueOn("2018-05-01").create();
        task("trước").dueOn("2018-04-01").create();
        String extended = task("gia hạn").dueOn("2018-03-01").create();
        Api.admin().post(extended + "/extend", """
                {"extendedTo": "2018-04-15", "reason": "x"}""").is(200);
        assertThat(titles("")).containsExactly("trước", "gia hạn", "sau", "không");
        assertThat(titles("sort=dueOn")).containsExactly("trước", "gia hạn", "sau", "không");
    }

    @Test
    void orByAssignmentOrByTheLastChange() {
        String first = task("a").assignedOn("2018-02-03").create();
        task("b").assignedOn("2018-02-01").create();
        task("c").period("2018-Q1").create();
        assertThat(titles("sort=assignedOn")).containsExactly("c", "b", "a");
        assertThat(titles("sort=updatedAt")).containsExactly("c", "b", "a");
        Api.admin().ifMatch("1").patch(first, """
                {"clause": "mục 1"}""").is(200);
        assertThat(titles("sort=updatedAt")).containsExactly("a", "c", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dueOn", "assignedOn", "updatedAt"})
    void pagesWalkTheListWhereManyAreAlike(String sort) {
        TaskBuilder[] alike = new TaskBuilder[7];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = task("Việc " + i);
        }
        // Made at once: the same deadline, day and instant for all.
        Api.admin().post("/v1/tasks/batch", TaskBuilder.batch(alike)).is(200);
        task("không hạn").endless().period("2018-Q2").create();
        task("không hạn nữa").endless().period("2018-Q2").create();
        String query = "/v1/tasks?sort=" + sort;
        List<String> whole = reader.get(query + "&limit=200").is(200).items("id");
        assertThat(whole).hasSize(9);
        for (int limit : new int[] {1, 2, 4}) {
            List<String> walked = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = reader.get(query + "&limit=" + limit + cursor).is(200);
                walked.addAll(page.items("id"));
                cursor = page.at("/nextCursor").isNull() ? null : "&cursor=" + page.text("/nextCursor");
                assertThat(page.header("Link").isPresent()).isEqualTo(cursor != null);
            } while (cursor != null);
            assertThat(walked).isEqualTo(whole);
        }
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        task("a").create();
        task("b").create();
        String cursor = reader.get("/v1/tasks?limit=1").text("/nextCursor");
        reader.get("/v1/tasks?limit=1&sort=updatedAt&cursor=" + cursor).is(400);
        reader.get("/v1/tasks?limit=1&cursor=" + cursor).is(200);
    }
}
