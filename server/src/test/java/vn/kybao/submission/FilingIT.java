package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestDatabase;

/** Filing is an upsert onto what stands: recognisable, revision by revision, with nothing lost. */
class FilingIT {
    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private SubmissionBuilder filing(String value) {
        return SubmissionBuilder.of(scene).value(scene.indicator(), "ESTIMATE", value);
    }

    private String inForce() {
        return operator.get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1")
                .is(200)
                .text("/items/0/value");
    }

    @Test
    void theSameRequestTwiceUnderOneKeyIsOneRevisionWithIdenticalBytes() {
        String body = filing("412000").without("clientReference").json();
        Api keyed = operator.idempotencyKey(Builder.uniqueCode("key"));
        Answer first = keyed.post("/v1/submissions", body).is(201);
        Answer second = keyed.post("/v1/submissions", body).is(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("Idempotency-Replayed")).hasValue("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
        assertThat(operator.get("/v1/submissions?regime=" + scene.regime()).items("revision"))
                .containsExactly("1");
    }

    @Test
    void theSameReferenceUnderANewKeyAnswersTheStoredOutcomeAndFilesNothing() {
        SubmissionBuilder filing = filing("412000");
        Answer first = operator.idempotencyKey("a")
                .post("/v1/submissions", filing.json())
                .is(201);
        Answer again = operator.idempotencyKey("b")
                .post("/v1/submissions", filing.json())
                .is(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(operator.get("/v1/submissions?regime=" + scene.regime()).items("id"))
                .hasSize(1);
    }

    @Test
    void theStoredOutcomeIsAnsweredEvenAfterThePeriodHasClosed() {
        SubmissionBuilder filing = filing("412000");
        Answer first = filing.file(operator).is(201);
        vn.kybao.testing.Collections.close(scene.collection());
        assertThat(filing.file(operator).is(200).text("/id")).isEqualTo(first.text("/id"));
        Answer refused = filing("412001").file(operator).is(409);
        assertThat(refused.problem()).isEqualTo("period-closed");
    }

    @Test
    void otherContentUnderAReferenceIsRefusedWithALinkToWhatItNames() {
        Answer first = filing("1").reference("r-1").file(operator).is(201);
        Answer refused = filing("2").reference("r-1").file(operator).is(409);
        assertThat(refused.problem()).isEqualTo("client-reference-reused");
        assertThat(refused.text("/link")).isEqualTo("/v1/submissions/" + first.text("/id"));
        assertThat(inForce()).isEqualTo("1");
    }

    @Test
    void aThenBThenAAgainIsThreeRevisionsWithAInForce() {
        assertThat(filing("200000").file(operator).is(201).text("/revision")).isEqualTo("1");
        assertThat(filing("210000").file(operator).is(201).text("/revision")).isEqualTo("2");
        assertThat(filing("200000").file(operator).is(201).text("/revision")).isEqualTo("3");
        assertThat(inForce()).isEqualTo("200000");
        Answer list = operator.get("/v1/submissions?regime=" + scene.regime());
        assertThat(list.items("status")).containsExactly("IN_FORCE", "SUPERSEDED", "SUPERSEDED");
    }

    @Test
    void nothingNewAnswersTheSubmissionThatStandsAndTakesTheReference() {
        Answer first = filing("5").file(operator).is(201);
        Answer same = filing("5").reference("same-again").file(operator).is(200);
        assertThat(same.text("/id")).isEqualTo(first.text("/id"));
        assertThat(operator.get("/v1/submissions?clientReference=same-again").items("id"))
                .containsExactly(first.text("/id"));
    }

    @Test
    void whatIsNotSentStaysAndNotReportedClears() {
        filing("5").value(scene.indicator(), "PLAN", "9").file(operator).is(201);
        Answer cleared = SubmissionBuilder.of(scene)
                .valueJson("""
                        {"indicator": "%s", "measure": "ESTIMATE", "value": null, "state": "NOT_REPORTED"}""".formatted(scene.indicator()))
                .file(operator)
                .is(201);
        assertThat(cleared.text("/counts/updated")).isEqualTo("1");
        Answer left =
                operator.get("/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1");
        assertThat(left.items("measure")).containsExactly("PLAN");
        assertThat(left.items("value")).containsExactly("9");
    }

    @Test
    void everyVersionOfAFigureIsKept() {
        filing("1").file(operator).is(201);
        filing("2").file(operator).is(201);
        String id = operator.get(
                        "/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1")
                .text("/items/0/id");
        Answer history = operator.get("/v1/observations/" + id + "/history").is(200);
        assertThat(history.items("value")).containsExactly("2", "1");
        assertThat(history.items("inForceTo").getFirst()).isEmpty();
        assertThat(history.items("inForceTo").getLast()).isNotEmpty();
        String then = history.items("inForceFrom").getLast();
        Answer known = operator.get(
                "/v1/observations?organization=" + scene.operator().code() + "&period=2018-Q1&knownAt=" + then);
        assertThat(known.items("value")).containsExactly("1");
    }

    @Test
    void valuesArePagedBesideWhatStoodBefore() {
        filing("1").file(operator).is(201);
        Answer second =
                filing("2").value(scene.indicator(), "PLAN", "3").file(operator).is(201);
        Answer values = operator.get("/v1/submissions/" + second.text("/id") + "/values?limit=1");
        assertThat(values.text("/items/0/outcome")).isEqualTo("UPDATED");
        assertThat(values.text("/items/0/before/value")).isEqualTo("1");
        Answer next = operator.get(
                "/v1/submissions/" + second.text("/id") + "/values?limit=1&cursor=" + values.text("/nextCursor"));
        assertThat(next.text("/items/0/outcome")).isEqualTo("CREATED");
        assertThat(next.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aFigureHeldByOneRegimeIsNotFiledUnderAnother() {
        filing("1").file(operator).is(201);
        String other = new RegimeBuilder()
                .owner(scene.department())
                .expects(scene.indicator(), "QUARTER")
                .autoApprove()
                .create();
        vn.kybao.testing.Collections.open(other, "2018-Q1");
        Answer refused = new SubmissionBuilder(other, scene.operator())
                .value(scene.indicator(), "ESTIMATE", "2")
                .file(operator)
                .is(422);
        assertThat(refused.errorCodes()).containsExactly("held-by-regime");
        assertThat(refused.text("/errors/0/expected")).isEqualTo(scene.regime());
    }

    @Test
    void plansAreTakenWhilePlannedAndFiguresOnlyWhileOpen() {
        SubmissionBuilder year = SubmissionBuilder.of(scene).period("2018");
        Answer refused = year.value(scene.indicator(), "PLAN", "10")
                .value(scene.indicator(), "ESTIMATE", "10")
                .file(operator)
                .is(409);
        assertThat(refused.errorCodes()).containsExactly("period-closed");
        assertThat(refused.pointers()).containsExactly("/values/1/measure");
        SubmissionBuilder.of(scene)
                .period("2018")
                .value(scene.indicator(), "PLAN", "10")
                .file(operator)
                .is(201);
        Answer nowhere = filing("1").period("2031-Q1").file(operator).is(409);
        assertThat(nowhere.problem()).isEqualTo("period-closed");
    }

    @Test
    void neitherKeyNorReferenceIsRefused() {
        Answer refused = filing("1").without("clientReference").file(operator).is(400);
        assertThat(refused.errorCodes()).containsExactly("idempotency-key-required");
    }

    @Test
    void aFilingThatIsRefusedStoresNothing() {
        filing("1").file(operator).is(201);
        filing("2").value(scene.indicator(), "ACTUAL", "1.5").file(operator).is(422);
        assertThat(inForce()).isEqualTo("1");
        assertThat(operator.get("/v1/submissions?regime=" + scene.regime()).items("revision"))
                .containsExactly("1");
    }

    @Test
    void theAuditAndTheEventsAreWrittenWithTheFiling() throws Exception {
        String id = filing("1").file(operator).is(201).text("/id");
        for (String table : List.of("audit_entry", "outbox_event")) {
            try (var connection = TestDatabase.shared().connect();
                    var statement = connection.prepareStatement("SELECT COUNT(*) FROM " + table
                            + " WHERE resource = 'submission' AND resource_id = ? AND change_type = 'CREATED'")) {
                statement.setString(1, id);
                var result = statement.executeQuery();
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).as(table).isEqualTo(1);
            }
        }
    }

    @Test
    void decimalsAreExactFromWireToDiskAndBack() {
        String indicator = IndicatorBuilder.revenue().create();
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        vn.kybao.testing.Collections.open(regime, "2018-Q1");
        new SubmissionBuilder(regime, scene.operator())
                .value(indicator, "ESTIMATE", "123456789012345.6789")
                .file(operator)
                .is(201);
        assertThat(operator.get("/v1/observations?indicator=" + indicator).text("/items/0/value"))
                .isEqualTo("123456789012345.6789");
    }
}
