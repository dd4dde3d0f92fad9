package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegistrationBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** What is done with a task later does not change how it stood before. */
class TaskHistoryIT {
    private TestOrganization department;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
    }

    private static Answer on(String day, String path, String body) {
        try (var _ = TestServer.shared().clock().set(day + "T03:00:00Z")) {
            return Api.admin().post(path, body).is(200);
        }
    }

    private static Answer extend(String day, String path, String to) {
        return on(day, path + "/extend", """
                {"extendedTo": "%s", "reason": "x"}""".formatted(to));
    }

    private static Answer cancel(String day, String path) {
        return on(day, path + "/cancel", """
                {"reason": "x"}""");
    }

    private String timeliness(String path, String day) {
        Answer answer = Api.admin().get(path + "?asOf=" + day).is(200);
        String one = answer.json().has("timeliness") ? answer.text("/timeliness") : "";
        for (String each :
                List.of("ON_TRACK", "DUE_SOON", "OVERDUE", "COMPLETED_ON_TIME", "COMPLETED_LATE", "NO_DEADLINE")) {
            assertThat(listed("asOf=" + day + "&timeliness=" + each))
                    .as(each + " on " + day)
                    .isEqualTo(each.equals(one) ? 1 : 0);
        }
        return one;
    }

    private int listed(String query) {
        return Api.admin()
                .get("/v1/tasks?organization=" + department.code() + "&" + query)
                .is(200)
                .items("id")
                .size();
    }

    private String counted(String query, String... names) {
        Answer answer = Api.admin()
                .get("/v1/tasks/statistics?organization=" + department.code() + "&" + query)
                .is(200);
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append('=').append(answer.at("/counted/" + name)).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void anExtensionCountsFromTheDayItWasMade() {
        String path = new TaskBuilder(department).dueOn("2018-06-20").create();
        Answer extended = extend("2018-07-15", path, "2018-08-31");
        assertThat(extended.text("/extendedOn")).isEqualTo("2018-07-15");
        assertThat(extended.text("/deadline")).isEqualTo("2018-08-31");
        assertThat(timeliness(path, "2018-06-20")).isEqualTo("DUE_SOON");
        assertThat(timeliness(path, "2018-07-14")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-07-15")).isEqualTo("ON_TRACK");
        assertThat(timeliness(path, "2018-09-01")).isEqualTo("OVERDUE");
        assertThat(listed("overdueOn=2018-06-30")).isEqualTo(1);
        assertThat(listed("overdueOn=2018-07-15")).isZero();
        assertThat(counted("period=2018-H1", "overdue")).isEqualTo("overdue=1");
        assertThat(counted("period=2018-Q3&asOf=2018-07-15", "overdue")).isEqualTo("overdue=0");
        assertThat(counted("period=2018-Q3", "overdue")).isEqualTo("overdue=1");
    }

    @Test
    void soDoesEachOfSeveral() {
        String path = new TaskBuilder(department).create();
        extend("2018-04-10", path, "2018-04-30");
        extend("2018-05-10", path, "2018-05-31");
        assertThat(extend("2018-05-10", path, "2018-06-10").text("/extendedOn")).isEqualTo("2018-05-10");
        assertThat(timeliness(path, "2018-04-09")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-04-10")).isEqualTo("ON_TRACK");
        assertThat(timeliness(path, "2018-04-23")).isEqualTo("DUE_SOON");
        assertThat(timeliness(path, "2018-05-09")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-06-02")).isEqualTo("ON_TRACK");
        assertThat(timeliness(path, "2018-06-11")).isEqualTo("OVERDUE");
        // One that puts a mistake right takes nothing back of what was.
        extend("2018-06-01", path, "2018-04-15");
        assertThat(timeliness(path, "2018-05-31")).isEqualTo("ON_TRACK");
        assertThat(timeliness(path, "2018-06-01")).isEqualTo("OVERDUE");
    }

    @Test
    void whatHadNoDeadlineHadNone() {
        String path = new TaskBuilder(department).endless().create();
        extend("2018-04-10", path, "2018-04-30");
        assertThat(timeliness(path, "2018-04-09")).isEqualTo("NO_DEADLINE");
        assertThat(timeliness(path, "2018-04-10")).isEqualTo("ON_TRACK");
    }

    @Test
    void aDeadlineThatIsPutRightWasSoOnEveryDay() {
        String path = new TaskBuilder(department).create();
        extend("2018-04-10", path, "2018-04-30");
        extend("2018-05-10", path, "2018-06-30");
        Api.admin().ifMatch("3").patch(path, """
                {"dueOn": "2018-04-08", "dueExclusive": true}""").is(200);
        assertThat(timeliness(path, "2018-04-07")).isEqualTo("DUE_SOON");
        assertThat(timeliness(path, "2018-04-08")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-04-10")).isEqualTo("ON_TRACK");
        assertThat(timeliness(path, "2018-05-09")).isEqualTo("OVERDUE");
        Api.admin().ifMatch("4").patch(path, """
                {"dueOn": null}""").is(200);
        assertThat(timeliness(path, "2018-04-09")).isEqualTo("NO_DEADLINE");
        assertThat(timeliness(path, "2018-05-09")).isEqualTo("OVERDUE");
    }

    @Test
    void whatIsDoneIsJudgedByTheDeadlineOfTheDayAskedFor() {
        String path = new TaskBuilder(department).create();
        extend("2018-04-10", path, "2018-04-30");
        on("2018-04-12", path + "/complete", """
                {"completedOn": "2018-04-05"}""");
        assertThat(timeliness(path, "2018-04-04")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-04-09")).isEqualTo("COMPLETED_LATE");
        assertThat(timeliness(path, "2018-04-10")).isEqualTo("COMPLETED_ON_TIME");
    }

    @Test
    void whatIsCancelledLeavesOnTheDayItIs() {
        String path = new TaskBuilder(department).create();
        assertThat(cancel("2018-07-15", path).text("/cancelledOn")).isEqualTo("2018-07-15");
        assertThat(timeliness(path, "2018-07-14")).isEqualTo("OVERDUE");
        assertThat(timeliness(path, "2018-07-15")).isEmpty();
        String[] names = {"carriedOver", "received", "open", "cancelled"};
        assertThat(counted("period=2018-Q1", names)).isEqualTo("carriedOver=0 received=1 open=1 cancelled=0");
        assertThat(counted("period=2018-Q2", names)).isEqualTo("carriedOver=1 received=1 open=1 cancelled=0");
        assertThat(counted("period=2018-Q3&asOf=2018-07-14", names))
                .isEqualTo("carriedOver=1 received=1 open=1 cancelled=0");
        assertThat(counted("period=2018-Q3", names)).isEqualTo("carriedOver=0 received=0 open=0 cancelled=1");
        assertThat(counted("period=2018-Q4", names)).isEqualTo("carriedOver=0 received=0 open=0 cancelled=0");
        assertThat(listed("period=2018-Q3")).isEqualTo(1);
        assertThat(listed("period=2018-Q4")).isZero();
        Answer reopened = on("2018-08-01", path + "/reopen", """
                {"reason": "x"}""");
        assertThat(reopened.json().has("cancelledOn")).isFalse();
    }

    @Test
    void aTaskStandsNowhereBeforeItIsAssigned() {
        String path = new TaskBuilder(department)
                .assignedOn("2018-06-01")
                .dueOn("2018-09-30")
                .create();
        assertThat(timeliness(path, "2018-05-31")).isEmpty();
        assertThat(timeliness(path, "2018-06-01")).isEqualTo("ON_TRACK");
    }

    @Test
    void whatARegisterCancelsLeavesOnTheDayItSaysSo() {
        RegistrationBuilder registration = new RegistrationBuilder(department);
        String path = registration.create();
        try (var _ = TestServer.shared().clock().set("2018-07-15T03:00:00Z")) {
            Answer cancelled = registration.status("CANCELLED").put(Api.admin()).is(200);
            assertThat(cancelled.text("/cancelledOn")).isEqualTo("2018-07-15");
        }
        Answer later = registration.with("title", "Khác").put(Api.admin()).is(200);
        assertThat(later.text("/cancelledOn")).isEqualTo("2018-07-15");
        assertThat(counted("period=2018-Q1", "received")).isEqualTo("received=1");
        assertThat(timeliness(path, "2018-07-14")).isEqualTo("OVERDUE");
    }

    /** When that was, nobody knows: it was never owed here. */
    @Test
    void whatARegisterSendsAsCancelledWasNeverReceived() {
        String path = new RegistrationBuilder(department).status("CANCELLED").create();
        assertThat(Api.admin().get(path).json().has("cancelledOn")).isFalse();
        assertThat(counted("period=2018-Q1", "received", "cancelled")).isEqualTo("received=0 cancelled=1");
        assertThat(timeliness(path, "2018-02-01")).isEmpty();
    }

    @Test
    void whatWasCancelledInAClosedCollectionStaysSo() {
        Scene scene = Scene.create();
        String path = new TaskBuilder(scene.operator()).assignedOn("2017-12-01").create();
        cancel("2018-02-10", path);
        Collections.close(scene.collection());
        assertThat(Api.admin().post(path + "/reopen", """
                {"reason": "x"}""").is(409).problem()).isEqualTo("period-closed");
        assertThat(Api.admin().ifMatch("2").delete(path).is(409).problem()).isEqualTo("period-closed");
    }

    @Test
    void aGroupInWordsIsOpenedAsAList() {
        new TaskBuilder(department)
                .withJson("lead", """
                        {"text": "Phòng Bưu chính"}""")
                .withJson("assigner", """
                        {"organization": "root", "text": "Phó Chủ tịch"}""")
                .create();
        new TaskBuilder(department).withJson("assigner", """
                        {"organization": "root"}""").create();
        assertThat(listed("leadText=Ph%C3%B2ng%20B%C6%B0u%20ch%C3%ADnh")).isEqualTo(1);
        // Composed or not, it is the same word.
        assertThat(listed("leadText=Pho%CC%80ng%20B%C6%B0u%20chi%CC%81nh")).isEqualTo(1);
        assertThat(listed("leadText=Ph%C3%B2ng")).isZero();
        assertThat(listed("assigner=root&assignerText=Ph%C3%B3%20Ch%E1%BB%A7%20t%E1%BB%8Bch"))
                .isEqualTo(1);
        assertThat(listed("assignerText=Ph%C3%B3%20Ch%E1%BB%A7%20t%E1%BB%8Bch")).isZero();
        assertThat(listed("assigner=root")).isEqualTo(2);
    }
}
