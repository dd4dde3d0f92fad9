package vn.kybao.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Whoever filed holds a proof of it, for ever, that says exactly what was received. */
class ReceiptIT {
    private final Scene scene = Scene.autoApproved();
    private final Api operator = scene.operator().with("read", "submissions:write");

    private SubmissionBuilder filing(String value) {
        return SubmissionBuilder.of(scene).value(scene.indicator(), "ESTIMATE", value);
    }

    private Answer filed(String value) {
        return filing(value).file(operator).is(201);
    }

    private static JsonNode keys() {
        return Api.anonymous().get("/.well-known/jwks.json").is(200).json();
    }

    private long sequence(Answer submission) {
        return Receipts.claims(Receipts.of(operator, submission))
                .path("sequence")
                .asLong();
    }

    @Test
    void everyClaimIsWhatWasSentAndAnswered() throws Exception {
        String body = filing("412000").json();
        Answer filed = operator.post("/v1/submissions", body).is(201);
        assertThat(filed.text("/receipt")).isEqualTo("/v1/submissions/" + filed.text("/id") + "/receipt");
        Answer answer = operator.get(filed.text("/receipt")).is(200);
        assertThat(answer.header("Content-Type")).hasValue("application/jose");
        JsonNode claims = Receipts.claims(answer.text());
        assertThat(claims.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "iss",
                        "iat",
                        "submission",
                        "revision",
                        "organization",
                        "caller",
                        "receivedAt",
                        "sequence",
                        "sha256",
                        "contentSha256",
                        "ruleSet");
        for (String same : List.of("revision", "organization", "caller", "receivedAt")) {
            assertThat(claims.path(same)).as(same).isEqualTo(filed.at("/" + same));
        }
        assertThat(claims.path("submission")).isEqualTo(filed.at("/id"));
        assertThat(claims.path("iss").asText())
                .isEqualTo(TestServer.shared().address().toString());
        assertThat(claims.path("iat").asLong())
                .isBetween(
                        Instant.parse(filed.text("/receivedAt")).getEpochSecond(),
                        TestServer.shared().clock().instant().getEpochSecond());
        assertThat(claims.path("sequence").asLong()).isEqualTo(1);
        assertThat(claims.path("ruleSet")).isEqualTo(filed.at("/ruleSet"));
        assertThat(claims.path("sha256").asText()).isEqualTo(Receipts.sha256(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(Receipts.isSigned(answer.text(), keys())).isTrue();
    }

    @Test
    void theBytesAreHashedWithoutTheirCompressionAndTheContentHoweverItIsWritten() throws Exception {
        String compact = filing("5").json();
        String spread = "  " + compact.replace(",", ",\n  ").replace(":", " : ");
        byte[] bytes = spread.getBytes(StandardCharsets.UTF_8);
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        }
        Answer filed = operator.header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .send("POST", "/v1/submissions", zipped.toByteArray())
                .is(201);
        JsonNode claims = Receipts.claims(Receipts.of(operator, filed));
        assertThat(claims.path("sha256").asText()).isEqualTo(Receipts.sha256(bytes));
        String canonical = new org.erdtman.jcs.JsonCanonicalizer(compact).getEncodedString();
        assertThat(claims.path("contentSha256").asText())
                .isEqualTo(Receipts.sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theReceiptStaysTheSameWhateverBecomesOfTheSubmission() {
        Answer first = filed("1");
        String receipt = Receipts.of(operator, first);
        Answer second = filed("2");
        String secondReceipt = Receipts.of(operator, second);
        Answer returned = scene.department()
                .admin()
                .ifMatch("*")
                .post("/v1/submissions/" + second.text("/id") + "/return", """
                        {"reason": "Nhầm"}""")
                .is(200);
        assertThat(returned.text("/receipt")).isEqualTo(second.text("/receipt"));
        Answer third = filed("3");
        operator.post("/v1/submissions/" + third.text("/id") + "/withdraw", """
                        {"reason": "Nhầm"}""").is(200);
        assertThat(Receipts.of(operator, first)).isEqualTo(receipt);
        assertThat(Receipts.of(operator, second)).isEqualTo(secondReceipt);
        assertThat(operator.get("/v1/submissions?regime=" + scene.regime()).items("receipt"))
                .containsExactly(third.text("/receipt"), second.text("/receipt"), first.text("/receipt"));
    }

    @Test
    void nothingNewNamesTheOlderReceipt() {
        SubmissionBuilder filing = filing("7");
        Answer first = filing.file(operator).is(201);
        assertThat(filing.file(operator).is(200).text("/receipt")).isEqualTo(first.text("/receipt"));
        assertThat(filing("7").file(operator).is(200).text("/receipt")).isEqualTo(first.text("/receipt"));
        Api keyed = operator.idempotencyKey(Builder.uniqueCode("key"));
        String body = filing("8").json();
        Answer once = keyed.post("/v1/submissions", body).is(201);
        assertThat(keyed.post("/v1/submissions", body).is(201).bytes()).isEqualTo(once.bytes());
        assertThat(sequence(once)).isEqualTo(2);
    }

    @Test
    void theReceiptIsKeptByItsETag() {
        Answer filed = filed("1");
        Answer answer = operator.get(filed.text("/receipt")).is(200);
        operator.header("If-None-Match", answer.etag())
                .get(filed.text("/receipt"))
                .is(304);
        operator.header("Accept", "application/jose")
                .get(filed.text("/receipt"))
                .is(200);
        operator.header("Accept", "text/csv").get(filed.text("/receipt")).is(406);
    }

    @Test
    void theSequenceCountsEachReporterOverItsRegimesAndLeavesNoGap() {
        assertThat(sequence(filed("1"))).isEqualTo(1);
        filing("1.5").file(operator).is(422);
        filing("2").period("2031-Q1").file(operator).is(409);
        assertThat(sequence(filed("2"))).isEqualTo(2);
        String indicator = new IndicatorBuilder().create();
        Answer other = filed(regime(indicator), indicator);
        assertThat(sequence(other)).isEqualTo(3);
        TestOrganization second =
                OrganizationBuilder.operator().under(scene.department()).create();
        Answer secondFiled = new SubmissionBuilder(scene.regime(), second)
                .value(scene.indicator(), "ESTIMATE", "1")
                .file(second.admin())
                .is(201);
        assertThat(Receipts.claims(Receipts.of(second.admin(), secondFiled))
                        .path("sequence")
                        .asLong())
                .isEqualTo(1);
    }

    private String regime(String indicator) {
        String regime = new RegimeBuilder()
                .owner(scene.department())
                .expects(indicator, "QUARTER")
                .autoApprove()
                .create();
        Collections.open(regime, Scene.PERIOD);
        return regime;
    }

    private Answer filed(String regime, String indicator) {
        return new SubmissionBuilder(regime, scene.operator())
                .value(indicator, "ESTIMATE", "1")
                .file(operator)
                .is(201);
    }

    @Test
    void parallelFilingsOfOneReporterGetEveryNumberOnce() throws Exception {
        List<String[]> targets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String indicator = new IndicatorBuilder().create();
            targets.add(new String[] {regime(indicator), indicator});
        }
        List<Long> numbers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (String[] target : targets) {
                answers.add(threads.submit(() -> filed(target[0], target[1])));
                answers.add(threads.submit(() -> new SubmissionBuilder(target[0], scene.operator())
                        .value(target[1], "ESTIMATE", "0.5")
                        .file(operator)
                        .is(422)));
            }
            for (Future<Answer> answer : answers) {
                if (answer.get().status() == 201) {
                    numbers.add(sequence(answer.get()));
                }
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void whoSeesTheSubmissionSeesItsReceiptAndNobodyElse() {
        Scene other = Scene.create();
        String regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(other.department())
                .reporters(scene.operator().code())
                .expects(scene.indicator(), "QUARTER")
                .create();
        Collections.open(regime, Scene.PERIOD);
        Answer filed = new SubmissionBuilder(regime, scene.operator())
                .value(scene.indicator(), "ESTIMATE", "1")
                .file(operator)
                .is(201);
        List<Integer> seen = new ArrayList<>();
        for (TestOrganization reader : List.of(
                scene.operator(), scene.department(), other.department(), TestOrganization.root(), other.operator())) {
            int status = reader.with("read")
                    .get("/v1/submissions/" + filed.text("/id"))
                    .status();
            Answer receipt = reader.with("read").get(filed.text("/receipt")).is(status);
            seen.add(receipt.status());
        }
        assertThat(seen).containsExactly(200, 200, 200, 200, 404);
        scene.operator().with("submissions:write").get(filed.text("/receipt")).is(403);
        operator.get("/v1/submissions/01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f/receipt")
                .is(404);
    }

    @Test
    void whatWasStoredBeforeThereWereReceiptsHasNone() throws Exception {
        Answer filed = filed("1");
        try (var connection = TestDatabase.shared().connect();
                var drop = connection.prepareStatement("DELETE FROM receipt WHERE submission = ?");
                var mark = connection.prepareStatement("UPDATE submission SET receipted = FALSE WHERE id = ?")) {
            drop.setString(1, filed.text("/id"));
            mark.setString(1, filed.text("/id"));
            assertThat(drop.executeUpdate() + mark.executeUpdate()).isEqualTo(2);
        }
        Answer old = operator.get("/v1/submissions/" + filed.text("/id")).is(200);
        assertThat(old.json().has("receipt")).isFalse();
        assertThat(operator.get(filed.text("/receipt")).is(404).problem()).isEqualTo("not-found");
    }

    @Test
    void thePublicKeysAreForEveryoneAndShowNothingPrivate() {
        Answer answer = Api.anonymous().get("/.well-known/jwks.json").is(200);
        assertThat(answer.header("Cache-Control")).hasValue("public, max-age=300");
        assertThat(answer.at("/keys")).isNotEmpty();
        for (JsonNode key : answer.at("/keys")) {
            assertThat(key.properties().stream().map(java.util.Map.Entry::getKey))
                    .containsExactlyInAnyOrder("kty", "use", "alg", "crv", "kid", "x", "y");
        }
    }

    @Test
    void noPrivateKeyIsInTheDatabase() throws Exception {
        filed("1");
        try (var connection = TestDatabase.shared().connect();
                var statement = connection.createStatement();
                var keys = statement.executeQuery("SELECT public_jwk FROM signing_key")) {
            int found = 0;
            while (keys.next()) {
                assertThat(vn.kybao.testing.Json.parse(keys.getString(1)).has("d"))
                        .isFalse();
                found++;
            }
            assertThat(found).isPositive();
        }
    }
}
