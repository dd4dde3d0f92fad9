package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.DocumentBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** A task moves from status to status by actions. */
class TaskActionsIT {
    private static final String REASON = """
            {"reason": "Đã giao cho đơn vị khác"}""";
    private static final String LATER = """
            {"extendedTo": "2018-04-30", "reason": "Chờ hướng dẫn"}""";

    private TestOrganization department;
    private String path;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
        path = new TaskBuilder(department).create();
    }

    private Answer act(String action, String body) {
        return department.admin().post(path + "/" + action, body);
    }

    private static void refused(Answer answer, String code, String pointer) {
        assertThat(answer.is(422).errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void notesOfProgressStandInOrderAndStartTheTask() {
        Answer first = act("progress", """
                {"text": "Đã dự thảo", "on": "2018-02-10"}""").is(200);
        assertThat(first.text("/status")).isEqualTo("IN_PROGRESS");
        try (var _ = TestServer.shared().clock().set("2018-03-01T18:00:00Z")) {
            act("progress", """
                    {"text": "Đã lấy ý kiến"}""").is(200);
        }
        Answer read = Api.admin().get(path).is(200);
        assertThat(read.at("/progress").size()).isEqualTo(2);
        assertThat(read.text("/progress/0/text")).isEqualTo("Đã dự thảo");
        assertThat(read.text("/progress/0/on")).isEqualTo("2018-02-10");
        assertThat(read.text("/progress/1/text")).isEqualTo("Đã lấy ý kiến");
        // Six o'clock in the evening in Greenwich is the next day in Vietnam.
        assertThat(read.text("/progress/1/on")).isEqualTo("2018-03-02");
        assertThat(read.text("/progress/0/by")).isNotBlank();
        assertThat(read.text("/etag")).isEqualTo("3");
    }

    @Test
    void progressTellsOfNoDayToCome() {
        try (var _ = TestServer.shared().clock().set("2018-03-01T01:00:00Z")) {
            refused(act("progress", """
                    {"text": "x", "on": "2018-03-02"}"""), "date-later", "/on");
            act("progress", """
                    {"text": "x", "on": "2018-03-01"}""").is(200);
        }
    }

    @Test
    void completingKeepsTheDayTheProductAndTheNote() {
        Answer done = act("complete", """
                {"completedOn": "2018-03-15", "product": "Tờ trình 12/TTr", "note": "Đã trình"}""").is(200);
        assertThat(done.text("/status")).isEqualTo("COMPLETED");
        assertThat(done.text("/completedOn")).isEqualTo("2018-03-15");
        assertThat(done.text("/product")).isEqualTo("Tờ trình 12/TTr");
        assertThat(done.text("/progress/0/text")).isEqualTo("Đã trình");
        assertThat(done.text("/progress/0/on")).isEqualTo("2018-03-15");
        assertThat(done.text("/timeliness")).isEqualTo("COMPLETED_ON_TIME");
    }

    @Test
    void completingIsOfTodayUnlessToldOtherwise() {
        try (var _ = TestServer.shared().clock().set("2018-03-31T17:00:00Z")) {
            Answer done = act("complete", "{}").is(200);
            // It is the first of April in Vietnam.
            assertThat(done.text("/completedOn")).isEqualTo("2018-04-01");
            assertThat(done.text("/timeliness")).isEqualTo("COMPLETED_LATE");
        }
    }

    @Test
    void completingKeepsAProductThatWasThere() {
        path = new TaskBuilder(department).with("product", "Kế hoạch").create();
        assertThat(act("complete", "{}").is(200).text("/product")).isEqualTo("Kế hoạch");
    }

    @Test
    void aTaskIsDoneNeitherBeforeItWasAssignedNorInTheFuture() {
        refused(act("complete", """
                {"completedOn": "2018-01-31"}"""), "dates-reversed", "/completedOn");
        try (var _ = TestServer.shared().clock().set("2018-02-10T01:00:00Z")) {
            Answer later = act("complete", """
                    {"completedOn": "2018-02-11"}""");
            refused(later, "date-later", "/completedOn");
            assertThat(later.text("/errors/0/message")).contains("11/2/2018", "10/2/2018");
            act("complete", """
                    {"completedOn": "2018-02-10"}""").is(200);
        }
    }

    @Test
    void anExtensionKeepsTheDeadlineSetFirst() {
        String document = new DocumentBuilder(department).create();
        Answer extended = act("extend", """
                {"extendedTo": "2018-04-30", "reason": "Chờ hướng dẫn", "document": "%s"}""".formatted(document)).is(200);
        assertThat(extended.text("/dueOn")).isEqualTo("2018-03-31");
        assertThat(extended.text("/extendedTo")).isEqualTo("2018-04-30");
        assertThat(extended.text("/deadline")).isEqualTo("2018-04-30");
        assertThat(extended.text("/extensionReason")).isEqualTo("Chờ hướng dẫn");
        assertThat(extended.text("/extensionDocument")).isEqualTo(document);
        assertThat(extended.text("/status")).isEqualTo("ASSIGNED");
    }

    @Test
    void anExtensionIsLaterThanTheDeadlineSetFirst() {
        Answer answer = act("extend", """
                {"extendedTo": "2018-03-31", "reason": "x"}""");
        refused(answer, "dates-reversed", "/extendedTo");
        act("extend", LATER).is(200);
        // A slip of the pen is put right by another extension.
        assertThat(act("extend", """
                {"extendedTo": "2018-04-03", "reason": "Ghi nhầm"}""").is(200).text("/deadline")).isEqualTo("2018-04-03");
        path = new TaskBuilder(department).with("dueExclusive", true).create();
        act("extend", """
                {"extendedTo": "2018-03-31", "reason": "x"}""").is(200);
    }

    @Test
    void aTaskWithoutADeadlineGetsOneByAnExtension() {
        path = new TaskBuilder(department).endless().create();
        refused(act("extend", """
                {"extendedTo": "2018-01-31", "reason": "x"}"""), "dates-reversed", "/extendedTo");
        assertThat(act("extend", LATER).is(200).text("/deadline")).isEqualTo("2018-04-30");
    }

    @Test
    void cancellingAndReopeningKeepTheReason() {
        Answer cancelled = act("cancel", REASON).is(200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/statusReason")).isEqualTo("Đã giao cho đơn vị khác");
        assertThat(cancelled.json().has("timeliness")).isFalse();
        Answer open = act("reopen", """
                {"reason": "Giao lại"}""").is(200);
        assertThat(open.text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(open.text("/statusReason")).isEqualTo("Giao lại");
        assertThat(act("complete", "{}").is(200).json().has("statusReason")).isFalse();
    }

    @Test
    void reopeningTakesBackTheDayItWasDone() {
        act("complete", "{}").is(200);
        Answer open = act("reopen", REASON).is(200);
        assertThat(open.text("/status")).isEqualTo("IN_PROGRESS");
        assertThat(open.json().has("completedOn")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "complete, progress complete extend cancel, reopen",
        "cancel, progress complete extend cancel, reopen",
        "progress, reopen, progress complete extend cancel"
    })
    void whatTheStatusDoesNotAllowNamesWhatItDoes(String first, String refused, String allowed) {
        act(first, body(first)).is(200);
        for (String action : refused.split(" ", -1)) {
            Answer answer = act(action, body(action)).is(409);
            assertThat(answer.problem()).isEqualTo("invalid-transition");
            assertThat(answer.at("/allowed").valueStream().map(a -> a.asText()))
                    .containsExactly(allowed.split(" ", -1));
        }
    }

    private static String body(String action) {
        return switch (action) {
            case "progress" -> """
                    {"text": "Đang làm"}""";
            case "complete" -> "{}";
            case "extend" -> LATER;
            default -> REASON;
        };
    }

    @Test
    void actionsHeedTheVersionWhenItIsSent() {
        for (String action : new String[] {"progress", "complete", "extend", "cancel"}) {
            assertThat(department
                            .admin()
                            .ifMatch("7")
                            .post(path + "/" + action, body(action))
                            .is(412)
                            .text("/etag"))
                    .isEqualTo("1");
        }
        department.admin().ifMatch("1").post(path + "/complete", "{}").is(200);
        department.admin().ifMatch("1").post(path + "/reopen", REASON).is(412);
    }

    @Test
    void aRepeatedActionIsAnsweredOnce() {
        Api caller = department.admin().idempotencyKey("ghi-tien-do-1");
        String note = """
                {"text": "Đã dự thảo"}""";
        caller.post(path + "/progress", note).is(200);
        assertThat(caller.post(path + "/progress", note).is(200).header("Idempotency-Replayed"))
                .contains("true");
        assertThat(Api.admin().get(path).at("/progress").size()).isEqualTo(1);
    }

    @Test
    void listsShowTheLastTenNotes() {
        for (int i = 1; i <= 12; i++) {
            act("progress", """
                    {"text": "Lần %d"}""".formatted(i)).is(200);
        }
        Answer list = Api.admin().get("/v1/tasks?organization=" + department.code());
        assertThat(list.at("/items/0/progress").size()).isEqualTo(10);
        assertThat(list.text("/items/0/progress/0/text")).isEqualTo("Lần 3");
        assertThat(list.text("/items/0/progress/9/text")).isEqualTo("Lần 12");
        assertThat(Api.admin().get(path).at("/progress").size()).isEqualTo(12);
        String short3 = new TaskBuilder(department).dueOn("2018-04-01").create();
        for (int i = 1; i <= 3; i++) {
            Api.admin().post(short3 + "/progress", """
                    {"text": "Việc khác, lần %d"}""".formatted(i)).is(200);
        }
        new TaskBuilder(department).dueOn("2018-04-02").create();
        Answer three = Api.admin().get("/v1/tasks?organization=" + department.code());
        assertThat(three.at("/items/0/progress")).isEqualTo(list.at("/items/0/progress"));
        assertThat(three.at("/items/1/progress").findValuesAsText("text"))
                .containsExactly("Việc khác, lần 1", "Việc khác, lần 2", "Việc khác, lần 3");
        assertThat(three.at("/items/2/progress")).isEmpty();
    }
}
