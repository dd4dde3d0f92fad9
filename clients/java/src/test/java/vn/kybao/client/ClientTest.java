package vn.kybao.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kybao.client.api.ObservationsApi.APIListObservationsRequest;
import vn.kybao.client.api.OrganizationsApi.APICreateOrganizationRequest;
import vn.kybao.client.api.OrganizationsApi.APIGetOrganizationRequest;
import vn.kybao.client.api.OrganizationsApi.APIUpdateOrganizationRequest;
import vn.kybao.client.api.PeriodsApi.APIGetPeriodRequest;
import vn.kybao.client.api.RegimesApi.APIUpdateRegimeRequest;
import vn.kybao.client.api.SubmissionsApi.APICreateSubmissionRequest;
import vn.kybao.client.invoker.ApiClient;
import vn.kybao.client.invoker.ApiException;
import vn.kybao.client.model.LocalizedText;
import vn.kybao.client.model.LocalizedTextPatch;
import vn.kybao.client.model.Measure;
import vn.kybao.client.model.Observation;
import vn.kybao.client.model.Organization;
import vn.kybao.client.model.OrganizationCreate;
import vn.kybao.client.model.OrganizationKind;
import vn.kybao.client.model.OrganizationPatch;
import vn.kybao.client.model.Predecessor;
import vn.kybao.client.model.Problem;
import vn.kybao.client.model.RegimePatch;
import vn.kybao.client.model.SubmissionCreate;
import vn.kybao.client.model.SubmissionValue;
import vn.kybao.client.model.ValueState;

class ClientTest {

    private static final String KEY = "kb_4f7q2m9x1c8v5b3n_secret";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KybaoClient client;
    private volatile int status = 200;
    private volatile String answer = "{}";

    private record Received(String method, URI uri, String protocol, Headers headers, int port, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
        client = new KybaoClient(address(), KEY);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getProtocol(),
                exchange.getRequestHeaders(),
                exchange.getRemoteAddress().getPort(),
                body));
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Received request() {
        return received.get(received.size() - 1);
    }

    @Test
    void decimalsAreSentAsPlainStrings() {
        SubmissionCreate submission = new SubmissionCreate()
                .regime("operator-quarterly")
                .period("2018-Q1")
                .organization("viettel-ha-tinh")
                .addValuesItem(figure(new BigDecimal("123456789012345.6789")))
                .addValuesItem(figure(new BigDecimal("1E+3")))
                .addValuesItem(figure(null).state(ValueState.NOT_REPORTED));
        client.submissions()
                .createSubmission(APICreateSubmissionRequest.newBuilder()
                        .submissionCreate(submission)
                        .idempotencyKey("8e03978e")
                        .build());
        assertThat(request().body()).isEqualTo(oneLine("""
                {"regime":"operator-quarterly","period":"2018-Q1","organization":"viettel-ha-tinh","values":[
                {"indicator":"subscriptions","measure":"ACTUAL","value":"123456789012345.6789"},
                {"indicator":"subscriptions","measure":"ACTUAL","value":"1000"},
                {"indicator":"subscriptions","measure":"ACTUAL","value":null,"state":"NOT_REPORTED"}]}
                """));
        assertThat(request().headers()).containsEntry("Idempotency-key", List.of("8e03978e"));

        client.organizations()
                .createOrganization(APICreateOrganizationRequest.newBuilder()
                        .organizationCreate(new OrganizationCreate()
                                .addPredecessorsItem(
                                        new Predecessor().code("ha-tinh").share(new BigDecimal("1E-1"))))
                        .build());
        assertThat(request().body()).contains("\"predecessors\":[{\"code\":\"ha-tinh\",\"share\":\"0.1\"}]");
    }

    private static SubmissionValue figure(BigDecimal value) {
        return new SubmissionValue()
                .indicator("subscriptions")
                .measure(Measure.ACTUAL)
                .value(value);
    }

    @Test
    void decimalsAreReadWithoutLoss() {
        answer = "{\"items\":[{\"value\":\"123456789012345.6789\"},{\"value\":null}],\"nextCursor\":null}";
        List<Observation> items = client.observations()
                .listObservations(APIListObservationsRequest.newBuilder()
                        .organization("viettel-ha-tinh")
                        .limit(2)
                        .build())
                .getItems();
        assertThat(items)
                .extracting(Observation::getValue)
                .containsExactly(new BigDecimal("123456789012345.6789"), null);
        assertThat(request().uri()).hasToString("/v1/observations?organization=viettel-ha-tinh&limit=2");
    }

    @Test
    void mergePatchSendsNullAndNothingThatWasNotSet() {
        client.organizations()
                .updateOrganization(APIUpdateOrganizationRequest.newBuilder()
                        .code("viettel-ha-tinh")
                        .ifMatch("3")
                        .organizationPatch(new OrganizationPatch()
                                .name(new LocalizedTextPatch().en(null))
                                .electronicId(null)
                                .aliases(null))
                        .build());
        assertThat(request().method()).isEqualTo("PATCH");
        assertThat(request().headers())
                .containsEntry("Content-type", List.of("application/merge-patch+json"))
                .containsEntry("If-match", List.of("3"));
        assertThat(request().body()).isEqualTo("{\"name\":{\"en\":null},\"electronicId\":null,\"aliases\":null}");

        client.regimes()
                .updateRegime(APIUpdateRegimeRequest.newBuilder()
                        .code("operator-quarterly")
                        .ifMatch("3")
                        .regimePatch(new RegimePatch().autoApprove(true))
                        .build());
        assertThat(request().body()).isEqualTo("{\"autoApprove\":true}");
    }

    @Test
    void unknownEnumValuesAndFieldsSurvive() {
        answer = "{\"code\":\"vnpt\",\"kind\":\"SATELLITE\",\"orbit\":{\"height\":550},\"etag\":\"1\"}";
        Organization organization = getOrganization();
        assertThat(organization.getKind()).isEqualTo(OrganizationKind.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(organization.getEtag()).isEqualTo("1");
    }

    @Test
    void textIsUtf8WhateverThePlatformSays() throws IOException {
        answer = "{\"name\":{\"vi\":\"Sở Thông tin và Truyền thông Hà Tĩnh\"}}";
        assertThat(getOrganization().getName())
                .isEqualTo(new LocalizedText().vi("Sở Thông tin và Truyền thông Hà Tĩnh"));

        status = 404;
        answer = "{\"title\":\"Không tìm thấy\",\"status\":404,\"errors\":[]}";
        assertThatThrownBy(this::getOrganization).isInstanceOfSatisfying(ApiException.class, thrown -> {
            assertThat(thrown.getCode()).isEqualTo(404);
            assertThat(thrown.getResponseBody()).isEqualTo(answer);
        });
        assertThat(ApiClient.createDefaultObjectMapper()
                        .readValue(answer, Problem.class)
                        .getTitle())
                .isEqualTo("Không tìm thấy");
    }

    @Test
    void everyRequestSaysWhoSendsIt() {
        getOrganization();
        client.periods()
                .getPeriod(APIGetPeriodRequest.newBuilder().code("2018-Q1").build());
        assertThat(received).allSatisfy(each -> {
            assertThat(each.protocol()).isEqualTo("HTTP/1.1");
            assertThat(each.headers())
                    .doesNotContainKey("Upgrade")
                    .containsEntry("Authorization", List.of("Bearer " + KEY));
            assertThat(each.headers().getFirst("User-Agent")).matches("kybao-java/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        });
        assertThat(received)
                .extracting(Received::port)
                .as("one connection for both")
                .containsOnly(request().port());
    }

    @Test
    void theServiceMayLiveUnderAPath() {
        client = new KybaoClient(address() + "/lgsp/kybao/", KEY);
        getOrganization();
        assertThat(request().uri()).hasToString("/lgsp/kybao/v1/organizations/vnpt");
    }

    @Test
    void anAddressOrKeyThatCannotWorkIsRefusedAtOnce() {
        for (String address : List.of("kybao.vn", "localhost:8080", "ftp://kybao.vn", "http://kybao_server:8080")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KybaoClient(address, KEY))
                    .withMessageContaining(address);
        }
        for (String key : List.of("", KEY + "\n", KEY + " ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KybaoClient(address(), key))
                    .withMessageNotContaining("secret");
        }
    }

    private Organization getOrganization() {
        return client.organizations()
                .getOrganization(
                        APIGetOrganizationRequest.newBuilder().code("vnpt").build());
    }

    private static String oneLine(String text) {
        return text.replace("\n", "");
    }
}
