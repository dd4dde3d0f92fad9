package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;
import vn.kybao.testing.Collections;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** C7: a POST with an idempotency key can be repeated until its outcome is known. */
class IdempotencyIT {
    private final String key = Builder.uniqueCode("key");
    private final Api caller = Api.admin().idempotencyKey(key);

    @Test
    void aRepeatedRequestIsAnsweredTheFirstOutcomeByteForByte() {
        String body = new OrganizationBuilder().json();
        Answer first = caller.post("/v1/organizations", body).is(201);
        Answer again = caller.post("/v1/organizations", body).is(201);
        assertThat(again.sent()).isEqualTo(first.sent());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void theFirstOutcomeIsAnsweredEvenWhenTheThingHasChangedSince() {
        OrganizationBuilder organization = new OrganizationBuilder();
        Answer first = caller.post("/v1/organizations", organization.json()).is(201);
        Api.admin()
                .ifMatch("1")
                .patch("/v1/organizations/" + first.text("/code"), """
                {"name": {"vi": "Mới"}}""")
                .is(200);
        assertThat(caller.post("/v1/organizations", organization.json()).is(201).text())
                .isEqualTo(first.text());
    }

    @Test
    void theKeyMayBeQuoted() {
        String body = new OrganizationBuilder().json();
        caller.post("/v1/organizations", body).is(201);
        Answer again = Api.admin()
                .idempotencyKey('"' + key + '"')
                .post("/v1/organizations", body)
                .is(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        caller.post("/v1/organizations", new OrganizationBuilder().json()).is(201);
        String code = Builder.uniqueCode("org");
        Answer answer = caller.post(
                        "/v1/organizations",
                        new OrganizationBuilder().code(code).json())
                .is(422);
        assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
        Api.admin().get("/v1/organizations/" + code).is(404);
    }

    @Test
    void theSameKeyOfAnotherOrganizationIsAnotherKey() {
        TestOrganization department = new OrganizationBuilder().create();
        OrganizationBuilder child = new OrganizationBuilder().under(department);
        caller.post("/v1/organizations", child.json()).is(201);
        OrganizationBuilder other = new OrganizationBuilder().under(department);
        Answer answer = department
                .admin()
                .idempotencyKey(key)
                .post("/v1/organizations", other.json())
                .is(201);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyIsSharedByTheCredentialsOfAnOrganization() {
        String body = new OrganizationBuilder().json();
        caller.post("/v1/organizations", body).is(201);
        Answer answer = TestOrganization.root()
                .with("catalogue:write")
                .idempotencyKey(key)
                .post("/v1/organizations", body)
                .is(201);
        assertThat(answer.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void theSameKeyOnAnotherOperationIsAnotherKey() {
        caller.post("/v1/organizations", new OrganizationBuilder().json()).is(201);
        Answer answer =
                caller.post("/v1/credentials", new CredentialBuilder().json()).is(201);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void theSameKeyOnAnotherPathIsRefused() {
        String regime = new RegimeBuilder().create();
        String first = Collections.planned(regime, "2018-Q1");
        String second = Collections.planned(regime, "2018-Q2");
        caller.post("/v1/collections/" + first + "/open").is(200);
        caller.post("/v1/collections/" + second + "/open").is(422);
        Answer again = caller.post("/v1/collections/" + first + "/open").is(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aSecretIsNotToldAgain() {
        String body = new CredentialBuilder().json();
        Answer first = caller.post("/v1/credentials", body).is(201);
        Answer again = caller.post("/v1/credentials", body).is(201);
        assertThat(first.text("/secret")).startsWith("kb_");
        assertThat(again.at("/secret").isNull()).isTrue();
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aRefusalOfTheContentIsRepeated() {
        OrganizationBuilder reversed =
                new OrganizationBuilder().with("validFrom", "2018-02-01").with("validTo", "2018-01-01");
        Answer first = caller.post("/v1/organizations", reversed.json()).is(422);
        Answer again =
                caller.english().post("/v1/organizations", reversed.json()).is(422);
        assertThat(again.sent()).isEqualTo(first.sent());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void aConflictIsNotRepeatedButTriedAgain() {
        String collection = Collections.planned(new RegimeBuilder().create(), "2018-Q1");
        caller.post("/v1/collections/" + collection + "/close").is(409);
        Api.admin().post("/v1/collections/" + collection + "/open").is(200);
        Answer later = caller.post("/v1/collections/" + collection + "/close").is(200);
        assertThat(later.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void aMissingRightIsNotRepeatedButTriedAgain() {
        TestOrganization department = new OrganizationBuilder().create();
        OrganizationBuilder child = new OrganizationBuilder().under(department);
        department
                .with("read")
                .idempotencyKey(key)
                .post("/v1/organizations", child.json())
                .is(403);
        department
                .with("catalogue:write")
                .idempotencyKey(key)
                .post("/v1/organizations", child.json())
                .is(201);
    }

    @Test
    void aRequestThatCouldNotBeReadDoesNotUseUpTheKey() {
        caller.post("/v1/organizations", "{").is(400);
        caller.post("/v1/organizations", new OrganizationBuilder().json()).is(201);
    }

    @Test
    void fiftyRequestsAtOnceAreExecutedOnce() throws Exception {
        String body = new CredentialBuilder().with("name", key).json();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return caller.post("/v1/credentials", body);
                }));
            }
            start.countDown();
        }
        List<String> ids = new ArrayList<>();
        int executed = 0;
        for (Future<Answer> future : futures) {
            Answer answer = future.get();
            assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
            if (answer.status() == 409) {
                assertThat(answer.problem()).isEqualTo("request-in-progress");
                assertThat(answer.header("Retry-After")).isPresent();
            } else {
                ids.add(answer.text("/id"));
                executed += answer.header("Idempotency-Replayed").isPresent() ? 0 : 1;
            }
        }
        assertThat(executed).isEqualTo(1);
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(countOfCredentialsNamed(key)).isEqualTo(1);
        assertThat(rows("audit_entry", ids.getFirst())).isEqualTo(1);
        assertThat(rows("outbox_event", ids.getFirst())).isEqualTo(1);
    }

    @Test
    void aRefusedRequestLeavesNeitherAuditNorEvent() throws SQLException {
        OrganizationBuilder reversed = new OrganizationBuilder()
                .code(Builder.uniqueCode("org"))
                .with("validFrom", "2018-02-01")
                .with("validTo", "2018-01-01");
        String code = Json.parse(reversed.json()).path("code").asText();
        caller.post("/v1/organizations", reversed.json()).is(422);
        assertThat(rows("audit_entry", code)).isZero();
        assertThat(rows("outbox_event", code)).isZero();
    }

    private static int rows(String table, String resource) throws SQLException {
        try (var connection = TestDatabase.shared().connect();
                var statement =
                        connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE resource_id = ?")) {
            statement.setString(1, resource);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    @Test
    void aKeyOfAnotherFormIsRefused() {
        for (String malformed : List.of("a".repeat(256), "a b", "\"\"", "a\"b")) {
            Answer answer = Api.admin()
                    .header("Idempotency-Key", malformed)
                    .post("/v1/organizations", new OrganizationBuilder().json())
                    .is(400);
            assertThat(answer.errorCodes()).containsExactly("invalid-header");
            assertThat(answer.text("/errors/0/parameter")).isEqualTo("Idempotency-Key");
        }
        Api.admin()
                .header("Idempotency-Key", "a".repeat(255))
                .post("/v1/organizations", new OrganizationBuilder().json())
                .is(201);
    }

    @Test
    void aReadIgnoresTheKey() {
        caller.get("/v1/organizations/" + TestServer.ROOT).is(200);
        assertThat(caller.get("/v1/organizations/" + TestServer.ROOT).header("Idempotency-Replayed"))
                .isEmpty();
    }

    private static int countOfCredentialsNamed(String name) {
        int count = 0;
        String cursor = "";
        while (true) {
            Answer page = Api.admin().get("/v1/credentials?limit=200" + cursor);
            count += (int) page.items("name").stream().filter(name::equals).count();
            if (page.at("/nextCursor").isNull()) {
                return count;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
    }
}
