package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** C13: each credential has so many requests a minute, shared out among the instances. */
class RateLimitIT {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("kybao.rate-limit.requests-per-minute", 10, "kybao.instances", 2));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theRequestsOfACredentialAreLimited() {
        Api caller = TestOrganization.root().with("read").on(server);
        for (int left = 4; left >= 0; left--) {
            Answer answer = caller.get("/v1/organizations").is(200);
            assertThat(answer.header("RateLimit-Policy")).contains("\"default\";q=5;w=60");
            assertThat(answer.header("RateLimit").orElseThrow()).startsWith("\"default\";r=" + left + ";t=");
        }
        Answer answer = caller.get("/v1/organizations").is(429);
        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(Long.parseLong(answer.header("Retry-After").orElseThrow())).isBetween(1L, 12L);
        assertThat(answer.header("RateLimit-Policy")).contains("\"default\";q=5;w=60");
        assertThat(answer.header("RateLimit").orElseThrow()).startsWith("\"default\";r=0;t=");
    }

    @Test
    void anotherCredentialOfTheSameOrganizationHasItsOwnLimit() {
        Api exhausted = TestOrganization.root().with("read").on(server);
        for (int i = 0; i < 5; i++) {
            exhausted.get("/v1/organizations").is(200);
        }
        exhausted.get("/v1/organizations").is(429);
        TestOrganization.root().with("read").on(server).get("/v1/organizations").is(200);
    }

    @Test
    void refusedRequestsCountToo() {
        Api caller = TestOrganization.root().with("read").on(server);
        for (int i = 0; i < 5; i++) {
            caller.get("/v1/organizations/nobody").is(404);
        }
        caller.get("/v1/organizations/nobody").is(429);
    }

    @Test
    void whatIsPublicIsNotLimited() {
        for (int i = 0; i < 20; i++) {
            Api.anonymous().on(server).get("/health").is(200);
        }
    }
}
