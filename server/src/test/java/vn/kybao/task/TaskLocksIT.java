package vn.kybao.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestOrganization;

/** A closed collection keeps the days on which tasks were assigned and done as they were reported. */
class TaskLocksIT {
    private static final String REASON = """
            {"reason": "Ghi nhầm"}""";

    private Scene scene;
    private TestOrganization operator;

    @BeforeEach
    void make() {
        scene = Scene.create();
        operator = scene.operator();
    }

    private TaskBuilder task() {
        return new TaskBuilder(operator).dueOn("2018-06-30");
    }

    private void close() {
        Collections.close(scene.collection());
    }

    private static void closed(Answer answer, String... pointers) {
        assertThat(answer.is(409).problem()).isEqualTo("period-closed");
        assertThat(answer.errorCodes()).containsExactly("period-closed");
        assertThat(answer.pointers()).containsExactly(pointers);
        assertThat(answer.text("/errors/0/message")).contains("2018-Q1");
    }

    @Test
    void noTaskIsMadeInAClosedCollection() {
        close();
        closed(task().post(Api.admin()), "/assignedOn");
        closed(task().period("2018-Q1").post(Api.admin()), "/period");
        // The day counts where there is one.
        task().assignedOn("2018-04-02")
                .with("period", "2018-Q1")
                .post(Api.admin())
                .is(201);
        closed(task().with("period", "2018-Q2").post(Api.admin()), "/assignedOn");
        task().assignedOn("2018-04-01").post(Api.admin()).is(201);
        task().assignedOn("2017-12-31").post(Api.admin()).is(201);
        task().period("2018-Q2").post(Api.admin()).is(201);
        closed(
                Api.admin().post("/v1/tasks/batch", TaskBuilder.batch(task().assignedOn("2018-04-01"), task())),
                "/tasks/1/assignedOn");
    }

    /** The regime knows no months: those of the quarter are counted in it. */
    @Test
    void aPeriodWithoutACollectionIsHeldByTheShortestAroundIt() {
        String inside = task().period("2018-03").create();
        String outside = task().period("2018-04").create();
        close();
        closed(task().period("2018-03").post(Api.admin()), "/period");
        task().period("2018-04").post(Api.admin()).is(201);
        closed(Api.admin().ifMatch("1").patch(inside, """
                {"period": "2018-04"}"""), "/period");
        closed(Api.admin().ifMatch("1").patch(outside, """
                {"period": "2018-03"}"""), "/period");
        closed(Api.admin().ifMatch("1").delete(inside));
        Api.admin().ifMatch("1").delete(outside).is(204);
    }

    @Test
    void aDeadlineMovesNeitherOutNorIn() {
        String inside = task().dueOn("2018-03-20").create();
        String outside = task().dueOn("2018-04-20").create();
        String endless = task().endless().create();
        close();
        closed(Api.admin().ifMatch("1").patch(inside, "{\"dueOn\": \"2018-12-31\"}"), "/dueOn");
        closed(Api.admin().ifMatch("1").patch(inside, "{\"dueOn\": null}"), "/dueOn");
        closed(Api.admin().ifMatch("1").patch(inside, "{\"dueExclusive\": true}"), "/dueOn");
        closed(Api.admin().ifMatch("1").patch(outside, "{\"dueOn\": \"2018-03-31\"}"), "/dueOn");
        closed(Api.admin().ifMatch("1").patch(endless, "{\"dueOn\": \"2018-03-31\"}"), "/dueOn");
        Api.admin().ifMatch("1").patch(outside, "{\"dueOn\": \"2018-05-31\"}").is(200);
        Api.admin().ifMatch("1").patch(endless, "{\"dueOn\": \"2018-05-31\"}").is(200);
        Api.admin().ifMatch("1").patch(inside, "{\"title\": \"Khác\"}").is(200);
        Api.admin().post(inside + "/extend", """
                {"extendedTo": "2026-12-31", "reason": "Theo đề nghị"}""").is(200);
    }

    /** Months that were planned with the year and never opened. */
    @Test
    void aPlannedMonthLeavesItsClosedQuarterClosed() {
        String indicator = new IndicatorBuilder().create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(operator.code())
                .expects(indicator, "QUARTER", "MONTH")
                .create();
        Collections.close(Collections.open(regime, "2018-Q3"));
        Answer refused = task().assignedOn("2018-08-10")
                .dueOn("2018-12-31")
                .post(Api.admin())
                .is(409);
        assertThat(refused.text("/errors/0/evidence/0")).isEqualTo("/v1/collections/" + regime + ".2018-Q3");
        assertThat(task().period("2018-08").post(Api.admin()).is(409).pointers())
                .containsExactly("/period");
        Api.admin().post("/v1/collections/" + regime + ".2018-08/open").is(200);
        task().assignedOn("2018-08-10").dueOn("2018-12-31").post(Api.admin()).is(201);
        task().period("2018-08").post(Api.admin()).is(201);
        task().assignedOn("2018-07-10").dueOn("2018-12-31").post(Api.admin()).is(409);
    }

    @Test
    void publishedIsClosedToo() {
        close();
        Api.admin().post("/v1/collections/" + scene.collection() + "/publish").is(200);
        closed(task().post(Api.admin()), "/assignedOn");
    }

    @Test
    void aDayOfAssignmentMovesNeitherOutNorIn() {
        String inside = task().create();
        String outside = task().assignedOn("2018-04-02").create();
        close();
        closed(Api.admin().ifMatch("1").patch(inside, """
                {"assignedOn": "2018-04-02"}"""), "/assignedOn");
        closed(Api.admin().ifMatch("1").patch(inside, """
                {"assignedOn": "2018-02-02"}"""), "/assignedOn");
        closed(Api.admin().ifMatch("1").patch(outside, """
                {"assignedOn": "2018-02-02"}"""), "/assignedOn");
        closed(Api.admin().ifMatch("1").patch(outside, """
                {"assignedOn": null, "period": "2018-Q1"}"""), "/period");
        Api.admin().ifMatch("1").patch(outside, """
                {"assignedOn": "2018-04-03"}""").is(200);
        // All else may change, and so may a period that does not count.
        Api.admin().ifMatch("1").patch(inside, """
                {"title": "Tên khác", "dueOn": "2018-05-31", "period": "2018-Q2"}""").is(200);
    }

    @Test
    void aTaskOfAClosedCollectionIsNotDeleted() {
        String assigned = task().create();
        String placed = task().period("2018-Q1").create();
        String done = task().assignedOn("2017-12-20").create();
        Api.admin().post(done + "/complete", """
                {"completedOn": "2018-01-05"}""").is(200);
        String later = task().assignedOn("2018-04-02").create();
        close();
        closed(Api.admin().ifMatch("1").delete(assigned));
        closed(Api.admin().ifMatch("1").delete(placed));
        closed(Api.admin().ifMatch("2").delete(done));
        Api.admin().ifMatch("1").delete(later).is(204);
    }

    @Test
    void nothingIsCompletedOnADayOfAClosedCollection() {
        String path = task().create();
        close();
        closed(Api.admin().post(path + "/complete", """
                {"completedOn": "2018-03-31"}"""), "/completedOn");
        // It was assigned in the closed quarter and is done in the next one.
        Api.admin().post(path + "/complete", """
                {"completedOn": "2018-04-01"}""").is(200);
    }

    @Test
    void whatWasDoneInAClosedCollectionStaysDone() {
        String before = task().create();
        Api.admin().post(before + "/complete", """
                {"completedOn": "2018-03-20"}""").is(200);
        String after = task().create();
        Api.admin().post(after + "/complete", """
                {"completedOn": "2018-04-20"}""").is(200);
        close();
        closed(Api.admin().post(before + "/reopen", REASON));
        Api.admin().post(after + "/reopen", REASON).is(200);
    }

    @Test
    void cancellingMovesNoDayAndCanBeUndone() {
        String path = task().create();
        close();
        Api.admin().post(path + "/cancel", REASON).is(200);
        Api.admin().post(path + "/reopen", REASON).is(200);
        Api.admin().post(path + "/extend", """
                {"extendedTo": "2018-09-30", "reason": "x"}""").is(200);
        Api.admin().post(path + "/progress", """
                {"text": "x", "on": "2018-02-10"}""").is(200);
    }

    @Test
    void othersAreNotLocked() {
        close();
        new TaskBuilder(scene.department()).post(Api.admin()).is(201);
    }

    @Test
    void aReopenedCollectionTakesThemAgain() {
        close();
        Api.admin()
                .post("/v1/collections/" + scene.collection() + "/reopen", REASON)
                .is(200);
        task().post(Api.admin()).is(201);
    }

    @Test
    void itIsSaidBesideEverythingElse() {
        close();
        Answer answer = task().dueOn("2018-01-01").post(Api.admin()).is(409);
        assertThat(answer.errorCodes()).containsExactlyInAnyOrder("period-closed", "dates-reversed");
    }
}
