package vn.kybao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Golden;
import vn.kybao.testing.Json;
import vn.kybao.testing.MysqlInstance;
import vn.kybao.testing.ServiceProcess;
import vn.kybao.testing.TestDatabase;

/** The demo as a stranger starts it: the annex comes out as printed, and nothing that was acknowledged is lost. */
class DemoIT {
    private static final String ANNEX = "/v1/comparisons?organization=stttt-ha-tinh&period=2018-Q1";
    private static final Path FOLDER =
            Path.of("target", "demo-it-" + ProcessHandle.current().pid());
    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static final MysqlInstance MYSQL =
            new MysqlInstance(FOLDER.resolve("mysql").toAbsolutePath());
    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        ENVIRONMENT.put("KYBAO_DEMO", "true");
        ENVIRONMENT.put(
                "KYBAO_DATA_DIR", FOLDER.resolve("data").toAbsolutePath().toString());
        if (TestDatabase.isMysql()) {
            ENVIRONMENT.put("KYBAO_DATABASE_URL", MYSQL.start());
            ENVIRONMENT.put("KYBAO_DATABASE_USER", MysqlInstance.USER);
            ENVIRONMENT.put("KYBAO_DATABASE_PASSWORD", MysqlInstance.PASSWORD);
        }
        service = ServiceProcess.start(FOLDER, ENVIRONMENT).awaitReady();
    }

    @AfterAll
    static void stop() {
        service.stop();
        if (TestDatabase.isMysql()) {
            MYSQL.kill();
        }
    }

    private static Api as(String name) throws IOException {
        JsonNode keys = Json.parse(Files.readString(FOLDER.resolve("data/demo-keys.json")));
        return Api.as(keys.path(name).asText()).at(service.address());
    }

    private static List<String[]> printed() throws IOException {
        try (var stream = DemoIT.class.getResourceAsStream("/demo/annex-2018-q1.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }

    @Test
    void theAnnexComesOutAsPrinted() throws IOException {
        JsonNode rows = as("reader").get(ANNEX).is(200).at("/items");
        List<String[]> printed = printed();
        assertThat(rows).hasSize(17);
        int equal = 0;
        List<String> undefined = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            JsonNode row = rows.get(i);
            String[] paper = printed.get(i);
            assertThat(row.path("indicator").asText()).isEqualTo(paper[0]);
            assertThat(row.at("/previousYear/value").asText()).isEqualTo(paper[1]);
            assertThat(row.at("/samePeriodLastYear/value").asText()).isEqualTo(paper[2]);
            assertThat(row.at("/plan/value").asText()).isEqualTo(paper[3]);
            assertThat(row.at("/current/value").asText()).isEqualTo(paper[4]);
            for (String cell : List.of("vsSamePeriod", "vsPlan")) {
                JsonNode percent = row.path(cell).path("percent");
                if (percent.isNull()) {
                    undefined.add(row.path("indicator").asText() + " " + cell + " "
                            + row.path(cell).path("reason").asText());
                } else {
                    assertThat(percent.asText()).isEqualTo(paper[cell.equals("vsPlan") ? 6 : 5]);
                    equal++;
                }
            }
        }
        assertThat(equal).isEqualTo(33);
        assertThat(undefined).containsExactly("wireless-loudspeaker-stations-built vsSamePeriod division-by-zero");
    }

    private static JsonNode demo() throws IOException {
        try (var stream = Demo.class.getResourceAsStream("/demo/ha-tinh.json")) {
            return Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Rewritten by -Dkybao.golden=write, and then read as a difference. */
    @Test
    void everythingFoundInTheAnnexIsInTheGoldenFile() throws IOException {
        Golden.check("annex-findings.txt", new AnnexFindings(as("reader")).lines(demo()));
    }

    @Test
    void inACopyThatWasPutRightNothingIsFound() throws IOException {
        Api admin = as("admin");
        admin.post("/v1/organizations", """
                {"code": "dinh-chinh", "name": {"vi": "Bản đính chính"}, "kind": "DEPARTMENT", "parent": "ubnd-ha-tinh"}""").is(201);
        ObjectNode regime = demo().path("regimes").get(0).deepCopy();
        regime.put("code", "corrected-report").put("autoApprove", true);
        regime.putArray("reporters").add("dinh-chinh");
        for (String input :
                List.of("population", "communes", "telephone-subscriptions", "fixed-broadband-subscriptions")) {
            ObjectNode line = regime.path("indicators").get(0).deepCopy();
            regime.withArray("indicators").add(line.put("code", input));
        }
        admin.post("/v1/regimes", regime.toString()).is(201);
        for (String year : List.of("2017", "2018")) {
            admin.post("/v1/collections/generate", """
                    {"regime": "corrected-report", "year": %s}""".formatted(year)).is(200);
        }
        for (JsonNode filing : demo().path("submissions")) {
            admin.post("/v1/collections/corrected-report."
                            + filing.path("period").asText() + "/open")
                    .is(200);
            Answer filed = admin.post(
                            "/v1/submissions",
                            AnnexFindings.corrected(filing, "corrected-report", "dinh-chinh")
                                    .toString())
                    .is(201);
            assertThat(filed.at("/findings")).isEmpty();
        }
        for (JsonNode row : admin.get("/v1/comparisons?organization=dinh-chinh&period=2018-Q1")
                .is(200)
                .at("/items")) {
            assertThat(row.path("findings")).isEmpty();
        }
    }

    /** Each line says what was stated, what is read back and from where. */
    @Test
    void everyFigureOfBothReportsCanBeReadBack() throws IOException {
        List<StatedFigures.Line> lines = new StatedFigures(as("reader")).lines();
        lines.forEach(System.out::println);
        assertThat(lines)
                .hasSize(55)
                .allSatisfy(line -> assertThat(line.read()).as(line.toString()).isEqualByComparingTo(line.stated()));
    }

    /** Rewritten by -Dkybao.golden=write, and then read as a difference. */
    @Test
    void everythingTheAuditFindsIsInTheGoldenFile() throws IOException {
        AuditFindings audit = new AuditFindings(as("reader"));
        List<String> lines = new ArrayList<>(audit.lines("stttt-ha-tinh", "2018-Q1"));
        lines.addAll(audit.lines("stttt-ha-tinh", "2024-H1"));
        Golden.check("audit-findings.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void reportsThatWerePutRightContradictNothing() throws IOException {
        String key = Json.parse(Files.readString(FOLDER.resolve("data/demo-keys.json")))
                .path("admin")
                .asText();
        new CorrectedReport(as("admin"), key, service.address().toString(), "so-dinh-chinh").file();
        for (String period : List.of("2018-Q1", "2024-H1")) {
            assertThat(new AuditFindings(as("admin")).lines("so-dinh-chinh", period))
                    .allMatch(line -> line.startsWith(period + " INFO "));
        }
    }

    @Test
    void percentagesCarryTheirDifferenceInPoints() throws IOException {
        JsonNode row = as("reader").get(ANNEX).at("/items/11");
        assertThat(row.at("/vsSamePeriod/percent").asText()).isEqualTo("150");
        assertThat(row.at("/vsSamePeriod/difference").asText()).isEqualTo("10");
        assertThat(row.at("/vsPlan/reading").asText()).isEqualTo("CLOSENESS");
        assertThat(as("reader").get(ANNEX).text("/items/16/vsPlan/reading")).isEqualTo("PACE");
    }

    @Test
    void theKeysAreForTheirOwnerOnlyAndDoWhatTheyAreFor() throws IOException {
        Path keys = FOLDER.resolve("data/demo-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        as("admin").get("/v1/credentials").is(200);
        as("staff").get("/v1/credentials").is(403);
        as("operator").get(ANNEX).is(404);
        as("reader").post("/v1/submissions/validate", "{}").is(403);
        assertThat(as("admin").get("/v1/collections").items("id"))
                .contains("department-report.2017", "department-report.2018-Q1");
        assertThat(as("admin")
                        .get("/v1/collections?status=OPEN&regime=department-report")
                        .items("id"))
                .containsExactly("department-report.2018-Q1");
    }

    /** What was acknowledged is there after kill -9 of the service, of its database, or of both. */
    @ParameterizedTest
    @ValueSource(strings = {"service", "service and database"})
    void killedRightAfterA201NothingIsLost(String victim) throws IOException {
        String reference = "kill-" + victim.length();
        String body = """
                {"regime": "department-report", "period": "2018-Q1", "organization": "stttt-ha-tinh",
                 "clientReference": "%s", "compiledOn": "2018-03-23",
                 "values": [{"indicator": "sector-revenue", "measure": "ESTIMATE", "value": "650", "note": "%s"}]}""".formatted(reference, victim);
        Answer filed = as("staff").post("/v1/submissions", body).is(201);
        if (victim.equals("service")) {
            service.killAlone();
        } else {
            service.kill();
            if (TestDatabase.isMysql()) {
                MYSQL.kill();
                MYSQL.start();
            }
        }
        service = ServiceProcess.start(FOLDER, ENVIRONMENT).awaitReady();
        Answer found =
                as("staff").get("/v1/submissions?clientReference=" + reference).is(200);
        assertThat(found.at("/items/0")).isEqualTo(filed.json());
        assertThat(as("staff").post("/v1/submissions", body).is(200).text("/id"))
                .isEqualTo(filed.text("/id"));
    }

    @Test
    void aSecondStartKeepsTheDataAndFilesNothingTwice() throws IOException {
        String before = as("admin").get("/v1/submissions?period=2017").is(200).text();
        String keys = Files.readString(FOLDER.resolve("data/demo-keys.json"));
        service.stop();
        service = ServiceProcess.start(FOLDER, ENVIRONMENT).awaitReady();
        assertThat(Files.readString(FOLDER.resolve("data/demo-keys.json"))).isEqualTo(keys);
        assertThat(as("admin").get("/v1/submissions?period=2017").text()).isEqualTo(before);
        assertThat(as("admin").get("/v1/submissions?period=2017").items("revision"))
                .containsExactly("1");
        assertThat(service.output()).contains("curl").contains(ANNEX);
    }

    @Test
    void demoModeBindsToLoopbackOnly() {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("KYBAO_HOST", "0.0.0.0");
        environment.put(
                "KYBAO_DATA_DIR", FOLDER.resolve("refused").toAbsolutePath().toString());
        ServiceProcess refused = ServiceProcess.start(FOLDER, environment);
        assertThat(refused.awaitEnd()).isEqualTo(1);
        assertThat(refused.output()).contains("loopback").contains("0.0.0.0");
    }
}
