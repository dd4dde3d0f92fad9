package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TestServer;

/** C14: absolute addresses come from the configuration and never from a request. */
class PublicAddressIT {
    private static final Api STRANGER = Api.admin()
            .header("Host", "evil.example")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Port", "666")
            .header("X-Forwarded-Prefix", "/evil.example")
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Original-URL", "/evil.example")
            .header("Forwarded", "for=6.6.6.6;host=evil.example;proto=https");

    @Test
    void noAddressRepeatsWhatTheRequestClaims() {
        Answer created = STRANGER.post("/v1/organizations", new OrganizationBuilder().json())
                .is(201);
        assertThat(created.header("Location").orElseThrow())
                .startsWith(TestServer.shared().address() + "/v1/organizations/org-");
        Answer list = STRANGER.get("/v1/organizations?limit=1");
        assertThat(list.header("Link").orElseThrow())
                .startsWith("<" + TestServer.shared().address() + "/v1/organizations?");
        Answer problem = STRANGER.get("/v1/organizations/nobody");
        assertThat(problem.text("/type")).isEqualTo(TestServer.shared().address() + "/problems/not-found");
        for (Answer answer : new Answer[] {created, list, problem, STRANGER.get("/nowhere")}) {
            assertThat(answer.toString()).doesNotContain("evil.example").doesNotContain("6.6.6.6");
        }
    }

    @Test
    void theConfiguredAddressIsUsed() {
        try (TestServer server = TestServer.start(Map.of("kybao.public-url", "https://bao-cao.example.vn/kybao/"))) {
            Api caller = Api.admin().on(server);
            assertThat(caller.get("/v1/organizations/nobody").text("/type"))
                    .isEqualTo("https://bao-cao.example.vn/kybao/problems/not-found");
            assertThat(caller.get("/v1/organizations?limit=1").header("Link").orElseThrow())
                    .startsWith("<https://bao-cao.example.vn/kybao/v1/organizations?limit=1&cursor=");
        }
    }
}
