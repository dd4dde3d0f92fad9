package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.TaskBuilder;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** C5: a cursor is good for the list, the filters and the organization that it was made for, and for nothing else. */
class CursorIT {
    private static TestOrganization first;
    private static TestOrganization second;

    @BeforeAll
    static void make() {
        first = new OrganizationBuilder().create();
        second = new OrganizationBuilder().create();
        new IndicatorBuilder().create();
        new IndicatorBuilder().create();
        new OrganizationBuilder().create();
    }

    @Test
    void aCursorWorksForAnotherCredentialOfTheSameOrganization() {
        String cursor = cursor(first.with("read"), "/v1/organizations?limit=1");
        first.with("read", "admin")
                .get("/v1/organizations?limit=1&cursor=" + cursor)
                .is(200);
    }

    /** The key that signs it is made for the first one. */
    @Test
    void theFirstCursorOfAllIsMadeWhileAListIsRead() {
        try (TestServer server = TestServer.start(TestDatabase.empty("cursor"), Map.of())) {
            Api caller = Api.as(server.keyWithAllScopes(TestServer.ROOT)).on(server);
            for (int i = 1; i <= 2; i++) {
                caller.post("/v1/tasks", new TaskBuilder(TestOrganization.root()).json())
                        .is(201);
            }
            Answer page = caller.get("/v1/tasks?limit=1").is(200);
            assertThat(caller.get("/v1/tasks?limit=1&cursor=" + page.text("/nextCursor"))
                            .is(200)
                            .items("id"))
                    .hasSize(1)
                    .isNotEqualTo(page.items("id"));
        }
    }

    @Test
    void aCursorSurvivesAnotherLimit() {
        String cursor = cursor(first.with("read"), "/v1/organizations?limit=1");
        first.with("read").get("/v1/organizations?limit=7&cursor=" + cursor).is(200);
    }

    @Test
    void aCursorOfAnotherOrganizationIsRefused() {
        String cursor = cursor(first.with("read"), "/v1/organizations?limit=1");
        refused(second.with("read"), "/v1/organizations?limit=1&cursor=" + cursor);
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        String cursor = cursor(Api.admin(), "/v1/organizations?limit=1");
        refused(Api.admin(), "/v1/organizations?limit=1&kind=DEPARTMENT&cursor=" + cursor);
        String filtered = cursor(Api.admin(), "/v1/organizations?limit=1&parent=root");
        refused(Api.admin(), "/v1/organizations?limit=1&cursor=" + filtered);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = cursor(Api.admin(), "/v1/organizations?limit=1");
        refused(Api.admin(), "/v1/indicators?limit=1&cursor=" + cursor);
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        String cursor = cursor(Api.admin(), "/v1/organizations?limit=1");
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (int i = 0; i < bytes.length; i++) {
            byte[] other = bytes.clone();
            other[i] ^= 1;
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(other);
            refused(Api.admin(), "/v1/organizations?limit=1&cursor=" + tampered);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAA",
                "%00",
                "..%2F..",
                "%27%20OR%201=1",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%F0%9F%98%80"
            })
    void aCursorThatIsNoneIsRefused(String cursor) {
        refused(Api.admin(), "/v1/organizations?cursor=" + cursor);
    }

    private static String cursor(Api caller, String path) {
        return caller.get(path).is(200).text("/nextCursor");
    }

    private static void refused(Api caller, String path) {
        Answer answer = caller.get(path).is(400);
        assertThat(answer.errorCodes()).as(path).containsExactly("invalid-cursor");
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("cursor");
    }
}
