package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** A notice's tasks are filed together: all or none. */
class TaskBatchIT {
    private TestOrganization department;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
    }

    private TaskBuilder task(String title) {
        return new TaskBuilder(department).title(title);
    }

    @Test
    void theyComeBackInTheOrderSent() {
        Answer made = department
                .admin()
                .post(
                        "/v1/tasks/batch",
                        TaskBuilder.batch(task("Việc c"), task("Việc a").endless(), task("Việc b")))
                .is(200);
        assertThat(made.items("title")).containsExactly("Việc c", "Việc a", "Việc b");
        assertThat(made.items("etag")).containsOnly("1");
        assertThat(made.at("/nextCursor").isNull()).isTrue();
        for (String id : made.items("id")) {
            department.with("read").get("/v1/tasks/" + id).is(200);
        }
    }

    @Test
    void oneThatIsRefusedRefusesAllAndIsPointedAt() {
        Answer answer = department
                .admin()
                .post(
                        "/v1/tasks/batch",
                        TaskBuilder.batch(
                                task("1"),
                                task("2").without("assignedOn"),
                                task("3"),
                                task("4").dueOn("2018-01-01").withJson("partners", """
                                        [{"text": "x"}, {"organization": "khong-co"}]"""),
                                task("5").with("period", "2018-13")))
                .is(422);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/tasks/1/assignedOn", "/tasks/3/dueOn", "/tasks/3/partners/1/organization", "/tasks/4/period");
        assertThat(Api.admin()
                        .get("/v1/tasks?organization=" + department.code())
                        .items("id"))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsPointedAtToo() {
        Answer answer = department
                .admin()
                .post(
                        "/v1/tasks/batch",
                        TaskBuilder.batch(
                                task("1"),
                                task("2").without("title").without("assignedOn"),
                                task("3").dueOn("31/3")))
                .is(400);
        assertThat(answer.pointers()).contains("/tasks/1/title", "/tasks/1/assignedOn", "/tasks/2/dueOn");
        assertThat(department.admin().post("/v1/tasks/batch", """
                                {"tasks": [null, 7]}""").is(400).pointers())
                .containsExactly("/tasks/0", "/tasks/1");
    }

    @Test
    void anIdOfARegisterOccursOnce() {
        TaskBuilder twice = task("1").with("register", "ioffice").with("externalId", "NV-7");
        Answer answer = Api.admin()
                .post("/v1/tasks/batch", TaskBuilder.batch(twice, task("2"), twice))
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("duplicate-entry");
        assertThat(answer.pointers()).containsExactly("/tasks/2/externalId");
        twice.create();
        Answer taken = Api.admin()
                .post("/v1/tasks/batch", TaskBuilder.batch(task("2"), twice))
                .is(409);
        assertThat(taken.errorCodes()).containsExactly("code-taken");
        assertThat(taken.pointers()).containsExactly("/tasks/1/externalId");
    }

    @Test
    void tasksOfAnotherOrganizationRefuseAll() {
        TestOrganization other = new OrganizationBuilder().create();
        assertThat(department
                        .admin()
                        .post("/v1/tasks/batch", TaskBuilder.batch(task("1"), new TaskBuilder(other)))
                        .is(403)
                        .problem())
                .isEqualTo("not-owner");
    }

    @Test
    void twoHundredAreTakenAndNoMore() {
        TaskBuilder[] many = new TaskBuilder[201];
        for (int i = 0; i < many.length; i++) {
            many[i] = task("Việc " + i);
        }
        assertThat(Api.admin()
                        .post("/v1/tasks/batch", TaskBuilder.batch(many))
                        .is(400)
                        .pointers())
                .containsExactly("/tasks");
        TaskBuilder[] most = java.util.Arrays.copyOf(many, 200);
        List<String> titles = Api.admin()
                .post("/v1/tasks/batch", TaskBuilder.batch(most))
                .is(200)
                .items("title");
        assertThat(titles).hasSize(200).startsWith("Việc 0", "Việc 1").endsWith("Việc 199");
    }

    @Test
    void aRepeatedRequestMakesThemOnce() {
        Api caller = department.admin().idempotencyKey("thong-bao-1");
        String body = TaskBuilder.batch(task("1"), task("2"));
        List<String> first = caller.post("/v1/tasks/batch", body).is(200).items("id");
        assertThat(caller.post("/v1/tasks/batch", body).is(200).items("id")).isEqualTo(first);
        assertThat(Api.admin()
                        .get("/v1/tasks?organization=" + department.code())
                        .items("id"))
                .hasSize(2);
    }
}
