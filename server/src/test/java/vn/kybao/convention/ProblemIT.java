package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestServer;

/** C8: errors are problems that list everything that is wrong, at once. */
class ProblemIT {
    @Test
    void theTypeIsAPage() {
        Answer problem = Api.admin().get("/v1/organizations/nobody").is(404);
        String type = problem.text("/type");
        assertThat(type).isEqualTo(TestServer.shared().address() + "/problems/not-found");
        Answer page = Api.anonymous().get("/problems/not-found").is(200);
        assertThat(page.text()).contains("<code>not-found</code>").contains(problem.text("/title"));
    }

    @Test
    void aProblemThatDoesNotExistHasNoPage() {
        Api.anonymous().get("/problems/no-such-problem").is(404);
    }

    @Test
    void everythingThatCannotBeReadIsToldAtOnceWithWhereItIs() {
        Answer answer = Api.admin().post("/v1/indicators?unknown=1", """
                {"code": "X", "owner": "root", "name": {"en": 5}, "unit": {"code": "u1", "name": {"vi": "u"}},
                 "valueType": "LENGTH", "kind": "STOCK", "minimum": 1.5, "decimals": 9, "extra": true,
                 "validFrom": "2018-02-30", "aliases": ["ok", ""], "a/b~c": 1}""").is(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/code",
                        "/code",
                        "/name/vi",
                        "/name/en",
                        "/valueType",
                        "/minimum",
                        "/decimals",
                        "/extra",
                        "/validFrom",
                        "/aliases/1",
                        "/a~1b~0c");
        assertThat(answer.errorCodes())
                .containsExactlyInAnyOrder(
                        "unknown-parameter",
                        "wrong-pattern",
                        "wrong-length",
                        "required",
                        "wrong-type",
                        "not-in-list",
                        "decimal-as-string",
                        "out-of-bounds",
                        "unknown-field",
                        "wrong-format",
                        "wrong-length",
                        "unknown-field");
        assertThat(answer.at("/totalErrors").asInt()).isEqualTo(12);
    }

    @Test
    void whatCannotBeReadAndWhatCannotBeAcceptedAreToldTogetherAs400() {
        Answer answer = Api.admin()
                .post(
                        "/v1/organizations",
                        new OrganizationBuilder()
                                .with("validFrom", "2018-02-01")
                                .with("validTo", "2018-01-01")
                                .with("parnet", "x")
                                .json())
                .is(400);
        assertThat(answer.errorCodes()).containsExactlyInAnyOrder("unknown-field", "dates-reversed");
    }

    @Test
    void whatCannotBeAcceptedIsToldTogetherAs422() {
        Answer answer = Api.admin()
                .post(
                        "/v1/regimes",
                        new RegimeBuilder()
                                .with("owner", "root")
                                .receiver(new vn.kybao.testing.TestOrganization("nobody"))
                                .reporters("OPERATOR", "no-operator", "OPERATORS")
                                .expects("no-indicator", "QUARTER", "QUARTER")
                                .json())
                .is(422);
        assertThat(answer.problem()).isEqualTo("unprocessable");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/receiver",
                        "/reporters/1",
                        "/reporters/2",
                        "/indicators/0/code",
                        "/indicators/0/expects/1/periodType");
    }

    @Test
    void onlyTheFirstThousandFindingsAreListedButAllAreCounted() {
        String aliases = "7,".repeat(1199) + "7";
        Answer answer = Api.admin()
                .post(
                        "/v1/indicators",
                        new IndicatorBuilder()
                                .withJson("aliases", "[" + aliases + "]")
                                .json())
                .is(400);
        assertThat(answer.at("/errors")).hasSize(1000);
        assertThat(answer.at("/totalErrors").asInt()).isEqualTo(1201);
    }

    @Test
    void aMissingBodyIsNamed() {
        for (byte[] body : new byte[][] {null, {}, {' '}}) {
            Answer answer = Api.admin()
                    .header("Content-Type", "application/json")
                    .send("POST", "/v1/organizations", body)
                    .is(400);
            assertThat(answer.errorCodes()).containsExactly("body-required");
        }
    }

    @Test
    void aPathThatCannotBeAnythingsPathIsNotFound() {
        for (String path : new String[] {
            "/v1/organizations/X",
            "/v1/organizations/a",
            "/v1/submissions/1",
            "/v1/credentials/kb_x",
            "/v1/collections/a",
            "/v1/observations/00000000-0000-0000-0000-000000000000"
        }) {
            assertThat(Api.admin().get(path).is(404).problem()).as(path).isEqualTo("not-found");
        }
    }

    @Test
    void whatStandsInTheRequestIsEchoedShortened() {
        Answer answer =
                Api.admin().get("/v1/organizations?kind=" + "x".repeat(3000)).is(400);
        assertThat(answer.text("/errors/0/actual")).hasSizeLessThan(250);
    }

    @Test
    void whatLooksLikeAPlaceholderIsEchoedAsItIs() {
        for (String name : new String[] {"{actual}", "{expected:-x}", "${actual}", "{count}"}) {
            Answer answer = Api.admin()
                    .post(
                            "/v1/organizations",
                            new OrganizationBuilder().with(name, 1).json())
                    .is(400);
            assertThat(answer.text("/errors/0/actual")).isEqualTo(name);
            assertThat(answer.text("/errors/0/message")).contains("“" + name + "”");
        }
    }

    @Test
    void aProblemThatIsOneOfSeveralFindingsNamesItsValues() {
        Scene scene = Scene.create();
        Collections.close(scene.collection());
        Answer closed = SubmissionBuilder.of(scene)
                .value(scene.indicator(), "ESTIMATE", "1.5")
                .file(scene.operator().admin())
                .is(409);
        assertThat(closed.problem()).isEqualTo("period-closed");
        assertThat(closed.errorCodes()).contains("period-closed", "count-integral");
        assertThat(closed.text("/detail")).contains(Scene.PERIOD);
    }

    @Test
    void aRequestTooLargeToBeParsedIsAProblemToo() {
        for (String path : new String[] {"/v1/organizations?q=" + "x".repeat(9000), "/" + "x".repeat(5000)}) {
            assertThat(Api.admin().get(path).is(431).problem()).isEqualTo("headers-too-large");
        }
        Answer answer = Api.admin()
                .header("X-Long", "x".repeat(20_000))
                .get("/v1/organizations")
                .is(431);
        assertThat(answer.header("X-Request-Id")).isPresent();
    }

    @Test
    void aPointerCountsAsTheSenderDidWhateverElseWasRefused() {
        Answer answer = Api.admin()
                .post(
                        "/v1/regimes",
                        new RegimeBuilder()
                                .with("owner", "root")
                                .with("receiver", "root")
                                .withJson("reporters", "[5, 6, \"no-operator\"]")
                                .expects(new IndicatorBuilder().create(), "QUARTER")
                                .json())
                .is(400);
        assertThat(answer.pointers()).containsExactlyInAnyOrder("/reporters/0", "/reporters/1", "/reporters/2");
    }
}
