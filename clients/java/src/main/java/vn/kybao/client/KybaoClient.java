package vn.kybao.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import vn.kybao.client.api.CollectionsApi;
import vn.kybao.client.api.ComparisonsApi;
import vn.kybao.client.api.CredentialsApi;
import vn.kybao.client.api.DocumentsApi;
import vn.kybao.client.api.EnumerationsApi;
import vn.kybao.client.api.FindingsApi;
import vn.kybao.client.api.FormsApi;
import vn.kybao.client.api.ImportsApi;
import vn.kybao.client.api.IndicatorsApi;
import vn.kybao.client.api.InspectionsApi;
import vn.kybao.client.api.ObservationsApi;
import vn.kybao.client.api.OrganizationsApi;
import vn.kybao.client.api.PeriodsApi;
import vn.kybao.client.api.PetitionsApi;
import vn.kybao.client.api.ReceiptsApi;
import vn.kybao.client.api.RecommendationsApi;
import vn.kybao.client.api.RegimesApi;
import vn.kybao.client.api.RulesApi;
import vn.kybao.client.api.SanctionsApi;
import vn.kybao.client.api.SectionsApi;
import vn.kybao.client.api.SubmissionsApi;
import vn.kybao.client.api.TasksApi;
import vn.kybao.client.invoker.ApiClient;
import vn.kybao.client.invoker.Configuration;

/**
 * The way in: one object for a service and a credential, safe to share between threads; keep it.
 *
 * <p>Every answer other than 2xx, 304 too, is an {@link vn.kybao.client.invoker.ApiException} with the status and the
 * problem as it was received. Nothing is repeated by itself.
 */
public final class KybaoClient {

    private final ApiClient client;

    /**
     * Opens no connection yet.
     *
     * @param baseUrl where the service is, such as {@code https://kybao.example.vn}
     * @param apiKey the whole key, {@code kb_…}
     */
    public KybaoClient(String baseUrl, String apiKey) {
        URI uri = URI.create(baseUrl.replaceFirst("/+$", ""));
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("Expected the http or https address of the service, found " + baseUrl);
        }
        if (!apiKey.matches("[!-~]+")) { // checked here because the JDK would show the key in its message
            throw new IllegalArgumentException("The API key is empty, or holds a space or a line end");
        }
        client = new SharedClient(uri.toString());
        client.setReadTimeout(Duration.ofSeconds(60));
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + apiKey)
                .setHeader("User-Agent", "kybao-java/" + Configuration.VERSION));
    }

    public CollectionsApi collections() {
        return new CollectionsApi(client);
    }

    public ComparisonsApi comparisons() {
        return new ComparisonsApi(client);
    }

    public FormsApi forms() {
        return new FormsApi(client);
    }

    public ImportsApi imports() {
        return new ImportsApi(client);
    }

    public CredentialsApi credentials() {
        return new CredentialsApi(client);
    }

    public EnumerationsApi enumerations() {
        return new EnumerationsApi(client);
    }

    public IndicatorsApi indicators() {
        return new IndicatorsApi(client);
    }

    public ObservationsApi observations() {
        return new ObservationsApi(client);
    }

    public OrganizationsApi organizations() {
        return new OrganizationsApi(client);
    }

    public PeriodsApi periods() {
        return new PeriodsApi(client);
    }

    public ReceiptsApi receipts() {
        return new ReceiptsApi(client);
    }

    public RegimesApi regimes() {
        return new RegimesApi(client);
    }

    public RulesApi rules() {
        return new RulesApi(client);
    }

    public DocumentsApi documents() {
        return new DocumentsApi(client);
    }

    public FindingsApi findings() {
        return new FindingsApi(client);
    }

    public InspectionsApi inspections() {
        return new InspectionsApi(client);
    }

    public PetitionsApi petitions() {
        return new PetitionsApi(client);
    }

    public RecommendationsApi recommendations() {
        return new RecommendationsApi(client);
    }

    public SanctionsApi sanctions() {
        return new SanctionsApi(client);
    }

    public SectionsApi sections() {
        return new SectionsApi(client);
    }

    public TasksApi tasks() {
        return new TasksApi(client);
    }

    public SubmissionsApi submissions() {
        return new SubmissionsApi(client);
    }

    /** The generated one makes new connections and a new mapper for every API object. */
    private static final class SharedClient extends ApiClient {
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();

        SharedClient(String baseUrl) {
            updateBaseUri(baseUrl);
            mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        }

        @Override
        public HttpClient getHttpClient() {
            return http;
        }

        @Override
        public ObjectMapper getObjectMapper() {
            return mapper;
        }
    }
}
