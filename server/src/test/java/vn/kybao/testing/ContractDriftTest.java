package vn.kybao.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check that every answer goes through does refuse what the contract does not say. */
class ContractDriftTest {
    private static final String PATH = "/v1/organizations/root";
    private static final String ORGANIZATION = """
            {"code": "root", "name": {"vi": "Gốc"}, "kind": "MINISTRY", "parent": null, "aliases": [],
             "predecessors": [{"code": "old-root", "share": "0.5"}], "createdAt": "2018-03-23T02:15:30.000000Z",
             "updatedAt": "2018-03-23T02:15:30.000000Z", "etag": "3"}""";
    private static final String PROBLEM = """
            {"type": "http://127.0.0.1/problems/not-found", "title": "Không tìm thấy", "status": 404,
             "detail": "Không có gì", "instance": "%s", "requestId": "r-1", "errors": []}""";

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "X-Request-Id", "r-1",
            "Content-Type", "application/json",
            "ETag", "\"3-5f0c3b1a9d2e4f60\"",
            "RateLimit", "\"default\";r=599;t=1",
            "RateLimit-Policy", "\"default\";q=600;w=60"));

    @Test
    void theAnswerOfTheContractPasses() {
        assertThatCode(() -> check("GET", PATH, 200, ORGANIZATION)).doesNotThrowAnyException();
    }

    @Test
    void theProblemOfTheContractPasses() {
        problemHeaders();
        assertThatCode(() -> check("GET", PATH, 404, PROBLEM.formatted(PATH))).doesNotThrowAnyException();
    }

    @Test
    void anUndeclaredStatusIsRefused() {
        refused("GET", PATH, 202, ORGANIZATION, "status 202 is not declared");
    }

    @Test
    void aMissingHeaderIsRefused() {
        headers.remove("ETag");
        refused("GET", PATH, 200, ORGANIZATION, "header ETag is missing");
    }

    @Test
    void aMalformedHeaderIsRefused() {
        headers.put("Location", "not an address");
        refused("POST", "/v1/organizations", 201, ORGANIZATION, "header Location");
    }

    @Test
    void aTellingHeaderThatIsNotAnnouncedIsRefused() {
        headers.put("Retry-After", "1");
        refused("GET", PATH, 200, ORGANIZATION, "header retry-after is not declared");
    }

    @Test
    void aMissingFieldIsRefused() {
        refused("GET", PATH, 200, ORGANIZATION.replace("\"kind\": \"MINISTRY\",", ""), "kind");
    }

    @Test
    void aFieldTooManyIsRefused() {
        refused("GET", PATH, 200, ORGANIZATION.replace("{\"code\"", "{\"secret\": 1, \"code\""), "secret");
    }

    @Test
    void aDecimalThatIsANumberIsRefused() {
        refused("GET", PATH, 200, ORGANIZATION.replace("\"0.5\"", "0.5"), "/predecessors/0/share");
    }

    @Test
    void aCodeThatTheContractDoesNotListIsRefused() {
        refused("GET", PATH, 200, ORGANIZATION.replace("MINISTRY", "EMPIRE"), "/kind");
    }

    @Test
    void aDecimalThatIsNotPlainIsRefused() {
        for (String decimal : List.of("0.50", "-0", "00.5", "5e-1", "1.", "-0.0")) {
            refused("GET", PATH, 200, ORGANIZATION.replace("\"0.5\"", "\"" + decimal + "\""), "/predecessors/0/share");
        }
    }

    @Test
    void anInstantWithoutUtcAndMicrosecondsIsRefused() {
        for (String instant : List.of("2018-03-23T02:15:30Z", "2018-03-23T09:15:30.000000+07:00", "2018-03-23")) {
            String body = ORGANIZATION.replaceFirst("2018-03-23T02:15:30.000000Z", instant);
            refused("GET", PATH, 200, body, "/createdAt");
        }
    }

    @Test
    void anotherMediaTypeIsRefused() {
        headers.put("Content-Type", "text/plain");
        refused("GET", PATH, 200, ORGANIZATION, "media type text/plain is not declared");
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        refused("GET", PATH, 200, "<html>", "the body is not JSON");
    }

    @Test
    void aBodyWhereNoneIsDeclaredIsRefused() {
        refused("GET", PATH, 304, ORGANIZATION, "no body is declared");
    }

    @Test
    void successWhereTheContractKnowsNothingIsRefused() {
        refused("GET", "/v1/secrets", 200, ORGANIZATION, "something that the contract does not know");
        refused("PUT", PATH, 200, ORGANIZATION, "something that the contract does not know");
    }

    @Test
    void anErrorWhereTheContractKnowsNothingMustBeAProblem() {
        refused("GET", "/v1/secrets", 404, "Not Found", "media type application/json is not that of a problem");
    }

    @Test
    void anErrorWhereTheContractKnowsNothingNeedsItsHeaders() {
        problemHeaders();
        headers.remove("X-Request-Id");
        refused("GET", "/v1/secrets", 404, PROBLEM.formatted("/v1/secrets"), "header X-Request-Id is missing");
        refused("PUT", PATH, 405, PROBLEM.formatted(PATH), "header Allow is missing");
    }

    @Test
    void aProblemThatContradictsItsAnswerIsRefused() {
        problemHeaders();
        refused("GET", PATH, 403, PROBLEM.formatted(PATH), "the problem says status 404");
        refused("GET", PATH, 404, PROBLEM.formatted("/v1/elsewhere"), "the problem says instance");
        headers.put("X-Request-Id", "r-2");
        refused("GET", PATH, 404, PROBLEM.formatted(PATH), "the problem says request id");
    }

    @Test
    void aMessageThatLacksAValueIsRefused() {
        problemHeaders();
        String body = PROBLEM.formatted(PATH).replace("Không có gì", "Có {count} lỗi");
        refused("GET", PATH, 404, body, "a message lacks a value");
    }

    private void problemHeaders() {
        headers.clear();
        headers.put("X-Request-Id", "r-1");
        headers.put("Content-Type", "application/problem+json");
    }

    private void refused(String method, String path, int status, String body, String because) {
        assertThatThrownBy(() -> check(method, path, status, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }

    private void check(String method, String path, int status, String body) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        HttpHeaders sent = HttpHeaders.of(lists, (_, _) -> true);
        ContractCheck.check(new Answer(method, path, status, sent, body.getBytes(StandardCharsets.UTF_8)));
    }
}
