package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kybao.api.model.AccessScope;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.credential.CredentialService;
import vn.kybao.organization.OrganizationService;

/**
 * Files the demo data once, through the API as any client would: every step can be repeated, so that a start that was
 * cut short is finished by the next one.
 */
@Singleton
public class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String ROOT = "ubnd-ha-tinh";
    private static final String KEYS = "demo-keys.json";
    private static final List<String> REPORTS = List.of("ha-tinh-2018-q1", "ha-tinh-2024-h1");

    private final OrganizationService organizations;
    private final CredentialService credentials;
    private final ObjectMapper mapper = new ObjectMapper();

    Demo(OrganizationService organizations, CredentialService credentials) {
        this.organizations = organizations;
        this.credentials = credentials;
    }

    /** Loads the data unless it is there, and says how to read it. */
    public void load(Path dataFolder, String address) {
        Path file = dataFolder.resolve(KEYS);
        boolean fresh = organizations.createRoot(ROOT, "UBND tỉnh Hà Tĩnh", OrganizationKind.PROVINCE);
        if (organizations.find(ROOT).isEmpty()) {
            throw new IllegalStateException("The database holds other data than the demo's; start without KYBAO_DEMO.");
        }
        try {
            if (fresh || !Files.exists(file)) {
                file(dataFolder, address, file);
            }
            String reader = mapper.readTree(file.toFile()).path("reader").asText();
            announce(address, reader, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(Path dataFolder, String address, Path file) throws IOException {
        JsonNode data = read("ha-tinh");
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("admin", credentials.issue(ROOT, "demo admin", List.of(AccessScope.values())));
        DemoClient admin = new DemoClient(address, keys.get("admin"));
        data.path("organizations").forEach(organization -> admin.create("/v1/organizations", organization));
        keys.put("staff", credentials.issue("stttt-ha-tinh", "demo staff", allBut(AccessScope.ADMIN)));
        keys.put(
                "operator",
                credentials.issue(
                        "viettel-ha-tinh", "demo operator", List.of(AccessScope.READ, AccessScope.SUBMISSIONS_WRITE)));
        keys.put("reader", credentials.issue("stttt-ha-tinh", "demo reader", List.of(AccessScope.READ)));
        data.path("indicators").forEach(indicator -> admin.create("/v1/indicators", indicator));
        data.path("regimes").forEach(regime -> admin.create("/v1/regimes", regime));
        DemoClient staff = new DemoClient(address, keys.get("staff"));
        submit(data, admin, staff);
        for (String name : REPORTS) {
            report(read(name), data, admin, staff);
        }
        write(dataFolder, file, keys);
        LOG.info("demo data filed");
    }

    /** The four columns of the annex. */
    private void submit(JsonNode data, DemoClient admin, DemoClient staff) {
        data.path("years")
                .properties()
                .forEach(regime -> regime.getValue().forEach(year -> {
                    ObjectNode generation = mapper.createObjectNode().put("regime", regime.getKey());
                    admin.create("/v1/collections/generate", generation.set("year", year));
                }));
        for (JsonNode submission : data.path("submissions")) {
            String collection = collection(submission);
            admin.move("/v1/collections/" + collection + "/open");
            staff.create("/v1/submissions", submission);
            closeUnlessItStaysOpen(collection, data, admin);
        }
    }

    private static void report(JsonNode report, JsonNode data, DemoClient admin, DemoClient staff) {
        String collection = collection(report);
        if (!staysOpen(collection, data)) {
            admin.move("/v1/collections/" + collection + "/open");
        }
        new DemoReport(report, staff).file();
        closeUnlessItStaysOpen(collection, data, admin);
    }

    private static String collection(JsonNode of) {
        return of.path("regime").asText() + "." + of.path("period").asText();
    }

    private static void closeUnlessItStaysOpen(String collection, JsonNode data, DemoClient admin) {
        if (!staysOpen(collection, data)) {
            admin.move("/v1/collections/" + collection + "/close");
        }
    }

    private static boolean staysOpen(String collection, JsonNode data) {
        for (JsonNode open : data.path("stayOpen")) {
            if (open.asText().equals(collection)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode read(String name) throws IOException {
        try (var stream = Demo.class.getResourceAsStream("/demo/" + name + ".json")) {
            return mapper.readTree(stream);
        }
    }

    private static Collection<AccessScope> allBut(AccessScope left) {
        return Arrays.stream(AccessScope.values())
                .filter(scope -> scope != left)
                .toList();
    }

    /** The keys appear whole or not at all: their presence says that everything has been filed. */
    private void write(Path dataFolder, Path file, Map<String, String> keys) throws IOException {
        Files.createDirectories(dataFolder);
        Path draft = Files.createTempFile(
                dataFolder,
                KEYS,
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        mapper.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), keys);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void announce(String address, String reader, Path file) {
        System.out.println("""

                Kỳ Báo serves at %s with the demo data of Hà Tĩnh. Keys: %s
                The annex of the first quarter of 2018:

                  curl -H 'Authorization: Bearer %s' \\
                    '%s/v1/comparisons?organization=stttt-ha-tinh&period=2018-Q1'
                """.formatted(address, file, reader, address));
    }
}
