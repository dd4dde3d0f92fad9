package vn.kybao.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.ContractDocument;
import vn.kybao.testing.OrganizationBuilder;

/** C11: methods and media types that the contract does not declare are refused by their own status. */
class MethodIT {
    @Test
    void aMethodThatIsNotDeclaredAnswersTheOnesThatAre() {
        for (ContractDocument.Operation operation : ContractDocument.get().operations()) {
            String path = operation.template().replaceAll("\\{[^}]+}", "root-1");
            Set<String> declared = new TreeSet<>();
            ContractDocument.get().operations().stream()
                    .filter(o -> o.template().equals(operation.template()))
                    .forEach(o -> declared.add(o.method()));
            Answer answer = Api.admin().send("PUT", path, null).is(405);
            assertThat(answer.problem()).isEqualTo("method-not-allowed");
            Set<String> allowed =
                    new TreeSet<>(Set.of(answer.header("Allow").orElseThrow().split(", ", -1)));
            allowed.remove("HEAD");
            assertThat(allowed).as(operation.template()).containsAll(declared);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "PROPFIND", "DELETE"})
    void methodsOfOtherProtocolsAreRefused(String method) {
        Api.admin().send(method, "/v1/organizations", null).is(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/merge-patch+json",
                "application/jsonx"
            })
    void anotherContentTypeIsRefused(String type) {
        Answer answer = Api.admin()
                .header("Content-Type", type)
                .post("/v1/organizations", new OrganizationBuilder().json())
                .is(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void aPatchTakesMergePatchesOnly() {
        Api.admin()
                .ifMatch("1")
                .header("Content-Type", "application/json")
                .patch("/v1/organizations/root", "{}")
                .is(415);
    }

    @Test
    void theCharsetParameterIsAccepted() {
        Api.admin()
                .header("Content-Type", "application/json; charset=utf-8")
                .post("/v1/organizations", new OrganizationBuilder().json())
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*", "text/csv"})
    void anAcceptThatIsNotServedIsRefused(String accept) {
        Answer answer =
                Api.admin().header("Accept", accept).get("/v1/organizations").is(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "text/html, application/json;q=0.5", "application/json; charset=utf-8"
            })
    void anAcceptThatIsServedIsAnswered(String accept) {
        Api.admin().header("Accept", accept).get("/v1/organizations").is(200);
    }

    @Test
    void anErrorIsAProblemWhateverIsAccepted() {
        Api.admin()
                .header("Accept", "application/json")
                .get("/v1/organizations/nobody")
                .is(404);
    }

    @Test
    void aPathThatIsNotThereIsNotFoundForEveryMethod() {
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            Api.anonymous()
                    .header("Content-Type", "application/json")
                    .send(method, "/v1/nothing", "{}".getBytes(StandardCharsets.UTF_8))
                    .is(404);
        }
    }
}
