package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.CredentialBuilder;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.Scene;
import vn.kybao.testing.TestOrganization;

/** C16: the scope is asked for first; what belongs to others does not exist, but for the catalogue. */
class AccessIT {
    private static Scene scene;
    private static TestOrganization stranger;

    @BeforeAll
    static void make() {
        scene = Scene.create();
        stranger = new OrganizationBuilder().create();
    }

    @Test
    void aMissingScopeIsNamedBeforeAnythingIsLookedUp() {
        Answer answer = stranger.with("read")
                .post("/v1/collections/no-regime.2018-Q1/open")
                .is(403);
        assertThat(answer.problem()).isEqualTo("insufficient-scope");
        assertThat(answer.text("/errors/0/expected")).isEqualTo("periods:manage");
        assertThat(answer.text("/detail")).contains("periods:manage");
    }

    @Test
    void aMissingScopeIsNamedBeforeTheBodyIsRead() {
        stranger.with("read").post("/v1/organizations?x=1", "{broken").is(403);
    }

    @Test
    void theCatalogueIsReadByEveryOrganization() {
        Api caller = stranger.with("read");
        caller.get("/v1/organizations/" + scene.department().code()).is(200);
        caller.get("/v1/indicators/" + scene.indicator()).is(200);
        caller.get("/v1/regimes/" + scene.regime()).is(200);
    }

    @Test
    void theCatalogueIsWrittenInTheOwnSubtreeOnly() {
        Api caller = stranger.admin().ifMatch("1");
        notOwner(caller.patch("/v1/organizations/" + scene.department().code(), "{}"));
        notOwner(caller.patch("/v1/organizations/root", "{}"));
        notOwner(caller.patch("/v1/indicators/" + scene.indicator(), "{}"));
        notOwner(caller.patch("/v1/regimes/" + scene.regime(), "{}"));
        notOwner(caller.post(
                "/v1/organizations",
                new OrganizationBuilder().under(scene.department()).json()));
        notOwner(caller.post(
                "/v1/indicators",
                new IndicatorBuilder().owner(scene.department()).json()));
        notOwner(caller.post(
                "/v1/regimes",
                new RegimeBuilder()
                        .owner(scene.department())
                        .expects(scene.indicator(), "YEAR")
                        .json()));
    }

    @Test
    void theOwnSubtreeIsWritten() {
        Api department = scene.department().admin();
        department
                .post(
                        "/v1/organizations",
                        new OrganizationBuilder().under(scene.department()).json())
                .is(201);
        department
                .ifMatch("1")
                .patch("/v1/organizations/" + scene.operator().code(), "{}")
                .is(200);
    }

    @Test
    void aCollectionIsNotThereForWhoNeitherReceivesNorReports() {
        Api caller = stranger.admin();
        assertThat(notFound(caller.get("/v1/collections/" + scene.collection())))
                .isEqualTo(notFound(caller.get("/v1/collections/no-regime.2018-Q1")));
        notFound(caller.post("/v1/collections/" + scene.collection() + "/close"));
        assertThat(caller.get("/v1/collections?regime=" + scene.regime()).items("id"))
                .isEmpty();
    }

    @Test
    void aReporterReadsTheCollectionButDoesNotMoveIt() {
        Api operator = scene.operator().admin();
        operator.get("/v1/collections/" + scene.collection()).is(200);
        notOwner(operator.post("/v1/collections/" + scene.collection() + "/close"));
    }

    @Test
    void aCredentialOfAnotherSubtreeIsNotThere() {
        Answer credential =
                new CredentialBuilder().organization(scene.department()).create();
        String path = "/v1/credentials/" + credential.text("/id");
        Api caller = stranger.admin().ifMatch("1");
        assertThat(notFound(caller.get(path))).isEqualTo(notFound(caller.get("/v1/credentials/kb_0000000000000000")));
        notFound(caller.delete(path));
        assertThat(caller.get("/v1/credentials?organization="
                                + scene.department().code())
                        .is(200)
                        .items("id"))
                .isEmpty();
        scene.department().admin().get(path).is(200);
        notFound(scene.operator().admin().get(path));
    }

    @Test
    void aCredentialIsGivenInTheOwnSubtreeAndWithinTheOwnScopesOnly() {
        String path = "/v1/credentials";
        notOwner(stranger.admin()
                .post(
                        path,
                        new CredentialBuilder().organization(scene.operator()).json()));
        Answer answer = stranger.with("admin", "read")
                .post(
                        path,
                        new CredentialBuilder()
                                .organization(stranger)
                                .scopes("read", "admin", "submissions:write")
                                .json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("scope-not-held");
        assertThat(answer.pointers()).containsExactly("/scopes/2");
    }

    @Test
    void aReferenceToWhatIsNotThereIsAFinding() {
        Answer answer = stranger.admin()
                .post(
                        "/v1/organizations",
                        new OrganizationBuilder().with("parent", "nobody").json())
                .is(422);
        assertThat(answer.errorCodes()).containsExactly("unknown-reference");
        assertThat(answer.pointers()).containsExactly("/parent");
    }

    @Test
    void aPredecessorOfAnotherSubtreeIsLikeOneThatIsNotThere() {
        OrganizationBuilder body = new OrganizationBuilder().under(stranger);
        Answer foreign = stranger.admin()
                .post("/v1/organizations", predecessor(body, scene.department().code()))
                .is(422);
        Answer absent = stranger.admin()
                .post("/v1/organizations", predecessor(body, "nobody"))
                .is(422);
        assertThat(foreign.errorCodes()).isEqualTo(absent.errorCodes()).containsExactly("unknown-reference");
        assertThat(foreign.pointers()).containsExactly("/predecessors/0/code");
    }

    private static String predecessor(OrganizationBuilder body, String code) {
        return body.withJson("predecessors", """
                [{"code": "%s", "share": "1"}]""".formatted(code)).json();
    }

    private static void notOwner(Answer answer) {
        assertThat(answer.is(403).problem()).isEqualTo("not-owner");
    }

    private static String notFound(Answer answer) {
        return answer.is(404).text("/detail");
    }
}
