package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** What a task cannot be, with where and why. */
class TaskRefusalsIT {
    private TestOrganization department;

    @BeforeEach
    void make() {
        department = new OrganizationBuilder().create();
    }

    private static void refused(Answer answer, int status, String code, String pointer) {
        assertThat(answer.is(status).errorCodes()).containsExactly(code);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @Test
    void aTaskNeedsADayOrAPeriod() {
        TaskBuilder task = new TaskBuilder(department).without("assignedOn");
        Answer answer = task.post(Api.admin());
        refused(answer, 422, "date-or-period", "/assignedOn");
        assertThat(answer.text("/errors/0/message"))
                .isEqualTo("Cần có ngày hoặc kỳ báo cáo, để biết mục này thuộc kỳ nào.");
        String path = new TaskBuilder(department).create();
        refused(Api.admin().ifMatch("1").patch(path, """
                {"assignedOn": null}"""), 422, "date-or-period", "/assignedOn");
        task.period("2018-Q1").post(Api.admin()).is(201);
    }

    @Test
    void aPeriodMustBeOne() {
        refused(
                new TaskBuilder(department).with("period", "2018-Q5").post(Api.admin()),
                422,
                "unknown-period",
                "/period");
    }

    @Test
    void aDeadlineIsNotBeforeTheDayOfAssignment() {
        TaskBuilder task = new TaskBuilder(department).assignedOn("2018-03-31");
        task.dueOn("2018-03-31").post(Api.admin()).is(201);
        refused(task.dueOn("2018-03-30").post(Api.admin()), 422, "dates-reversed", "/dueOn");
        refused(task.dueOn("2018-03-31").with("dueExclusive", true).post(Api.admin()), 422, "dates-reversed", "/dueOn");
        task.dueOn("2018-04-01").post(Api.admin()).is(201);
        String path = new TaskBuilder(department).create();
        refused(Api.admin().ifMatch("1").patch(path, """
                {"dueOn": "2018-01-31"}"""), 422, "dates-reversed", "/dueOn");
    }

    @Test
    void aDoneTaskWasNotAssignedLater() {
        String path = new TaskBuilder(department).create();
        Api.admin().post(path + "/complete", """
                {"completedOn": "2018-02-20"}""").is(200);
        refused(Api.admin().ifMatch("2").patch(path, """
                {"assignedOn": "2018-02-21"}"""), 422, "dates-reversed", "/assignedOn");
        Api.admin().ifMatch("2").patch(path, """
                {"assignedOn": "2018-02-20"}""").is(200);
    }

    @Test
    void partiesAreOrganizationsOrWords() {
        Answer answer = new TaskBuilder(department)
                .withJson("assigner", """
                        {"organization": "khong-co"}""")
                .withJson("partners", """
                        [{"text": "Công an tỉnh"}, {"organization": "cung-khong-co"}]""")
                .post(Api.admin())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("unknown-reference", "unknown-reference");
        assertThat(answer.pointers()).containsExactly("/assigner/organization", "/partners/1/organization");
        String path = new TaskBuilder(department).lead(department).create();
        refused(Api.admin().ifMatch("1").patch(path, """
                {"lead": {"organization": null}}"""), 400, "required", "/lead");
    }

    @Test
    void everythingIsSaidAtOnce() {
        Answer answer = new TaskBuilder(department)
                .with("period", "2018-Q5")
                .dueOn("2018-01-01")
                .withJson("lead", """
                        {"organization": "khong-co"}""")
                .with("product", "")
                .post(Api.admin())
                .is(400);
        assertThat(answer.errorCodes())
                .containsExactlyInAnyOrder("unknown-period", "dates-reversed", "unknown-reference", "wrong-length");
    }

    @Test
    void itIsOwedByAnOrganizationOfOnesOwn() {
        TestOrganization other = new OrganizationBuilder().create();
        assertThat(new TaskBuilder(other).post(department.admin()).is(403).problem())
                .isEqualTo("not-owner");
        refused(
                new TaskBuilder(new TestOrganization("khong-co")).post(Api.admin()),
                422,
                "unknown-reference",
                "/organization");
    }

    @Test
    void anIdOfARegisterNamesOneTaskOfAnOrganization() {
        TaskBuilder task =
                new TaskBuilder(department).with("register", "ioffice").with("externalId", "NV-1");
        task.post(Api.admin()).is(201);
        Answer answer = task.post(Api.admin());
        refused(answer, 409, "code-taken", "/externalId");
        assertThat(answer.text("/errors/0/actual")).isEqualTo("NV-1");
        task.with("register", "e-cabinet").post(Api.admin()).is(201);
        task.with("organization", new OrganizationBuilder().create().code())
                .post(Api.admin())
                .is(201);
        refused(task.without("register").post(Api.admin()), 400, "required", "/register");
    }

    @Test
    void aRegisterWithoutAnIdIsNoKey() {
        TaskBuilder task = new TaskBuilder(department).with("register", "ioffice");
        task.post(Api.admin()).is(201);
        task.post(Api.admin()).is(201);
    }

    @Test
    void anEnglishReaderIsToldInEnglish() {
        Answer answer = new TaskBuilder(department)
                .without("assignedOn")
                .post(Api.admin().english());
        assertThat(answer.is(422).text("/errors/0/message")).doesNotContain("Cần");
    }
}
