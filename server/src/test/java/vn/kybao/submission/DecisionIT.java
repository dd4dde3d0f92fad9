package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;

/** The receiver approves and returns, the reporter withdraws; until in force, what stood before stands. */
class DecisionIT {
    private static final String REASON = """
            {"reason": "Nhầm đơn vị tính"}""";

    private final Scene reviewed = Scene.create();
    private final Scene automatic = Scene.autoApproved();

    private static Api reporter(Scene scene) {
        return scene.operator().with("read", "submissions:write");
    }

    private static Api reviewer(Scene scene) {
        return scene.department().with("read", "submissions:review");
    }

    private static Answer file(Scene scene, String value) {
        return SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", value)
                .file(reporter(scene))
                .is(201);
    }

    private static Answer figures(Scene scene) {
        return reporter(scene)
                .get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1")
                .is(200);
    }

    private static String path(Answer submission, String action) {
        return "/v1/submissions/" + submission.text("/id") + "/" + action;
    }

    @Test
    void aReviewedFilingComesIntoForceWithItsApproval() {
        Answer filed = file(reviewed, "10");
        assertThat(filed.text("/status")).isEqualTo("AWAITING_REVIEW");
        assertThat(figures(reviewed).at("/items")).isEmpty();
        Answer approved = reviewer(reviewed)
                .ifMatch(filed.text("/etag"))
                .post(path(filed, "approve"))
                .is(200);
        assertThat(approved.text("/status")).isEqualTo("IN_FORCE");
        assertThat(approved.text("/decision/by")).startsWith("kb_");
        assertThat(figures(reviewed).items("value")).containsExactly("10");
    }

    @Test
    void approvalNeedsThePresentVersionAndSomeoneElseThanTheReporter() {
        Answer filed = file(reviewed, "10");
        reviewer(reviewed).post(path(filed, "approve")).is(428);
        reviewer(reviewed).ifMatch("9").post(path(filed, "approve")).is(412);
        Answer own = reviewed.operator()
                .with("submissions:review")
                .ifMatch("1")
                .post(path(filed, "approve"))
                .is(403);
        assertThat(own.problem()).isEqualTo("not-owner");
        Answer twice = reviewer(reviewed)
                .ifMatch(reviewer(reviewed)
                        .ifMatch("1")
                        .post(path(filed, "approve"))
                        .is(200)
                        .text("/etag"))
                .post(path(filed, "approve"))
                .is(409);
        assertThat(twice.problem()).isEqualTo("invalid-transition");
        assertThat(twice.text("/allowed/0")).isEqualTo("return");
    }

    @Test
    void aNewFilingTakesThePlaceOfTheWaitingOneAndCarriesItsValuesOn() {
        Answer first = SubmissionBuilder.of(reviewed)
                .value(reviewed.indicator(), "ESTIMATE", "1")
                .value(reviewed.indicator(), "PLAN", "5")
                .file(reporter(reviewed))
                .is(201);
        Answer second = file(reviewed, "2");
        assertThat(second.text("/supersedes")).isEqualTo(first.text("/id"));
        assertThat(reporter(reviewed)
                        .get("/v1/submissions/" + first.text("/id"))
                        .text("/status"))
                .isEqualTo("SUPERSEDED");
        reviewer(reviewed).ifMatch("1").post(path(second, "approve")).is(200);
        assertThat(figures(reviewed).items("value")).containsExactly("2", "5");
    }

    @Test
    void aReturnedFilingIsTheBaseOfTheNextAndTheSameContentCanBeFiledAgain() {
        Answer filed = file(reviewed, "10");
        Answer returned = reviewer(reviewed)
                .ifMatch("1")
                .post(path(filed, "return"), REASON)
                .is(200);
        assertThat(returned.text("/decision/reason")).isEqualTo("Nhầm đơn vị tính");
        assertThat(file(reviewed, "10").text("/revision")).isEqualTo("2");
    }

    @Test
    void withdrawingPutsBackWhatStoodBefore() {
        file(automatic, "1");
        Answer second = file(automatic, "2");
        reporter(automatic).post(path(second, "withdraw"), REASON).is(200);
        assertThat(figures(automatic).items("value")).containsExactly("1");
    }

    @Test
    void withdrawingTheFirstFilingLeavesNoFigure() {
        Answer first = file(automatic, "1");
        reporter(automatic).post(path(first, "withdraw"), REASON).is(200);
        assertThat(figures(automatic).at("/items")).isEmpty();
        assertThat(file(automatic, "1").text("/revision")).isEqualTo("2");
        assertThat(figures(automatic).items("value")).containsExactly("1");
    }

    @Test
    void whatALaterFilingStandsOnIsNotTakenBack() {
        Answer first = SubmissionBuilder.of(automatic)
                .value(automatic.indicator(), "ESTIMATE", "1")
                .value(automatic.indicator(), "PLAN", "5")
                .file(reporter(automatic))
                .is(201);
        Answer second = file(automatic, "2");
        Answer refused =
                reporter(automatic).post(path(first, "withdraw"), REASON).is(409);
        assertThat(refused.problem()).isEqualTo("later-submission");
        assertThat(refused.text("/link")).endsWith(second.text("/id"));
        assertThat(figures(automatic).items("value")).containsExactly("2", "5");
    }

    @Test
    void returningAFilingTakesBackWhatItCarriedOnToo() {
        file(reviewed, "1");
        Answer second = SubmissionBuilder.of(reviewed)
                .value(reviewed.indicator(), "PLAN", "5")
                .file(reporter(reviewed))
                .is(201);
        reviewer(reviewed).ifMatch("1").post(path(second, "approve")).is(200);
        assertThat(figures(reviewed).items("value")).containsExactly("1", "5");
        reviewer(reviewed).ifMatch("2").post(path(second, "return"), REASON).is(200);
        assertThat(figures(reviewed).at("/items")).isEmpty();
    }

    @Test
    void whatStandsAgainBelongsToASubmissionInForceAgain() {
        Answer first = file(automatic, "1");
        Answer second = file(automatic, "2");
        reporter(automatic).post(path(second, "withdraw"), REASON).is(200);
        Answer again = reporter(automatic).get("/v1/submissions/" + first.text("/id"));
        assertThat(again.text("/status")).isEqualTo("IN_FORCE");
        assertThat(SubmissionBuilder.of(automatic)
                        .value(automatic.indicator(), "ESTIMATE", "1")
                        .file(reporter(automatic))
                        .is(200)
                        .text("/id"))
                .isEqualTo(first.text("/id"));
        reporter(automatic).post(path(first, "withdraw"), REASON).is(200);
        assertThat(figures(automatic).at("/items")).isEmpty();
    }

    @Test
    void approvingWhileAnotherFilingArrivesLosesNothing() throws Exception {
        for (int i = 0; i < 6; i++) {
            Scene scene = Scene.create();
            Answer first = file(scene, "1");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var approving =
                        threads.submit(() -> reviewer(scene).ifMatch("1").post(path(first, "approve")));
                var filing = threads.submit(() -> SubmissionBuilder.of(scene)
                        .value(scene.indicator(), "ESTIMATE", "2")
                        .file(reporter(scene)));
                boolean approved = approving.get().status() == 200;
                filing.get().is(201);
                String status = reporter(scene)
                        .get("/v1/submissions/" + first.text("/id"))
                        .text("/status");
                assertThat(status).isEqualTo(approved ? "IN_FORCE" : "SUPERSEDED");
                assertThat(figures(scene).items("value")).isEqualTo(approved ? List.of("1") : List.of());
            }
        }
    }

    @Test
    void aClosedPeriodCanBeDecidedByTheReceiverButNotWithdrawn() {
        Answer filed = file(reviewed, "10");
        Collections.close(reviewed.collection());
        reporter(reviewed).post(path(filed, "withdraw"), REASON).is(409);
        reviewer(reviewed).ifMatch("1").post(path(filed, "approve")).is(200);
        assertThat(figures(reviewed).items("value")).containsExactly("10");
    }
}
