package vn.kybao.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kybao.signing.KeyFile;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.ServiceProcess;
import vn.kybao.testing.TestDatabase;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/** Ten thousand values, three thousand of them bad, in a service that has little memory: all is told in one pass. */
class LargeFilingIT {
    private static final int VALUES = 10_000;
    private static final int AREAS = 100;
    private static final int MOST_SHOWN = 1_000;
    private static final List<String> CODES = List.of("wrong-pattern", "count-integral", "null-not-zero");

    private static final List<String> INDICATORS = new ArrayList<>();
    private static ServiceProcess service;
    private static TestOrganization department;
    private static String regime;

    @BeforeAll
    static void start() {
        department = new OrganizationBuilder().create();
        RegimeBuilder builder = new RegimeBuilder().owner(department).autoApprove();
        for (int i = 0; i < VALUES / AREAS; i++) {
            INDICATORS.add(new IndicatorBuilder().withJson("breakdowns", """
                    [{"dimension": "area", "name": {"vi": "Địa bàn"}, "exhaustive": false, "codes": []}]""").create());
            builder.expectsJson(INDICATORS.getLast(), """
                    [{"periodType": "QUARTER", "measures": ["ESTIMATE"], "breakdowns": ["area"]}]""");
        }
        regime = builder.create();
        Collections.open(regime, "2018-Q1");
        TestDatabase database = TestDatabase.shared();
        Path key =
                Path.of("target", "large-filing-it-" + ProcessHandle.current().pid() + ".jwk");
        KeyFile.create(key);
        service = ServiceProcess.start(
                        Path.of("target", "large-filing-it"),
                        Map.of(
                                "KYBAO_SIGNING_KEY_FILE",
                                key.toString(),
                                "JAVA_TOOL_OPTIONS",
                                "-Xmx" + System.getProperty("kybao.test.heap", "192m") + " -XX:+ExitOnOutOfMemoryError",
                                "KYBAO_DATABASE_URL",
                                database.url(),
                                "KYBAO_DATABASE_USER",
                                database.user(),
                                "KYBAO_DATABASE_PASSWORD",
                                database.password()))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        service.stop();
        assertThat(service.output()).doesNotContain("java.lang.OutOfMemoryError");
    }

    /** One of those who report, each with a filing of its own. */
    private record Reporter(TestOrganization organization, Api api) {
        static Reporter create() {
            TestOrganization operator =
                    OrganizationBuilder.operator().under(department).create();
            String key = TestServer.shared().key(operator.code(), "read", "submissions:write");
            return new Reporter(operator, Api.as(key).at(service.address()));
        }

        Answer file(String body, String name) {
            return api.idempotencyKey("large-" + organization.code() + "-" + name)
                    .post("/v1/submissions", body);
        }
    }

    private static boolean isBad(int index) {
        return index % 10 < 3;
    }

    /** Three of ten values are bad; which of three ways depends on how much of the contract they keep to. */
    private static String body(Reporter reporter, String mode, boolean readable) {
        ObjectNode body = Json.object("{}")
                .put("regime", regime)
                .put("period", "2018-Q1")
                .put("organization", reporter.organization().code())
                .put("mode", mode);
        ArrayNode values = body.putArray("values");
        for (int i = 0; i < VALUES; i++) {
            ObjectNode value = values.addObject()
                    .put("itemRef", itemRef(i))
                    .put("indicator", INDICATORS.get(i / AREAS))
                    .put("measure", "ESTIMATE")
                    .put("value", String.valueOf(i + 1));
            value.putObject("breakdown").put("area", String.valueOf(10_000 + i % AREAS));
            switch (i % 10) {
                case 0 -> value.put("value", readable ? "7.5" : "1,5");
                case 1 -> value.put("value", "-3");
                case 2 -> value.putNull("value");
                default -> {
                    // Good as it is.
                }
            }
        }
        return body.toString();
    }

    private static String itemRef(int index) {
        return "dòng " + (index + 1);
    }

    private static void isAboutItsOwnBadRow(JsonNode finding) {
        int index = finding.path("index").asInt(-1);
        assertThat(isBad(index)).as(finding.toString()).isTrue();
        assertThat(finding.path("pointer").asText()).isEqualTo("/values/" + index + "/value");
        assertThat(finding.path("itemRef").asText()).isEqualTo(itemRef(index));
    }

    private static int counted(JsonNode totals) {
        int count = 0;
        for (JsonNode total : totals) {
            assertThat(CODES).contains(total.path("code").asText());
            count += total.path("count").asInt();
        }
        return count;
    }

    private static void refusesAll(Answer answer, int status) {
        JsonNode problem = answer.is(status).json();
        assertThat(problem.path("errors")).hasSize(MOST_SHOWN).allSatisfy(LargeFilingIT::isAboutItsOwnBadRow);
        assertThat(problem.path("totalErrors").asInt()).isEqualTo(VALUES * 3 / 10);
        assertThat(counted(problem.path("totals"))).isEqualTo(VALUES * 3 / 10);
    }

    private static void keepsWhatIsGood(Reporter reporter, Answer answer) {
        JsonNode submission = answer.is(201).json();
        assertThat(submission.at("/counts/created").asInt()).isEqualTo(VALUES * 7 / 10);
        assertThat(submission.at("/counts/rejected").asInt()).isEqualTo(VALUES * 3 / 10);
        assertThat(counted(submission.path("totals"))).isEqualTo(VALUES * 3 / 10);
        Set<Integer> rows = new HashSet<>();
        String path = "/v1/submissions/" + submission.path("id").asText() + "/findings?limit=200";
        String cursor = "";
        do {
            JsonNode page = reporter.api()
                    .get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .is(200)
                    .json();
            for (JsonNode item : page.path("items")) {
                isAboutItsOwnBadRow(item.path("finding"));
                rows.add(item.at("/finding/index").asInt());
            }
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        assertThat(rows).hasSize(VALUES * 3 / 10);
    }

    @Test
    void allOrNothingNamesTheFirstThousandAndCountsAll() {
        Reporter reporter = Reporter.create();
        for (int turn = 0; turn < 3; turn++) {
            refusesAll(reporter.file(body(reporter, "ATOMIC", false), "unreadable-" + turn), 400);
            refusesAll(reporter.file(body(reporter, "ATOMIC", true), "readable-" + turn), 422);
        }
    }

    @Test
    void whatIsGoodLandsAndEveryBadRowIsFound() {
        for (int turn = 0; turn < 2; turn++) {
            Reporter reporter = Reporter.create();
            keepsWhatIsGood(reporter, reporter.file(body(reporter, "PARTIAL", turn == 0), "partial"));
        }
    }

    @Test
    void fourAtOnceAreAnsweredToo() throws Exception {
        List<Reporter> reporters = List.of(Reporter.create(), Reporter.create(), Reporter.create(), Reporter.create());
        try (ExecutorService callers = Executors.newFixedThreadPool(reporters.size())) {
            for (int turn = 0; turn < 2; turn++) {
                String name = "turn-" + turn;
                List<Future<Answer>> refused = reporters.stream()
                        .map(reporter ->
                                callers.submit(() -> reporter.file(body(reporter, "ATOMIC", false), "atomic-" + name)))
                        .toList();
                for (Future<Answer> answer : refused) {
                    refusesAll(answer.get(), 400);
                }
            }
            List<Future<Answer>> kept = reporters.stream()
                    .map(reporter -> callers.submit(() -> reporter.file(body(reporter, "PARTIAL", false), "partial")))
                    .toList();
            for (int i = 0; i < kept.size(); i++) {
                keepsWhatIsGood(reporters.get(i), kept.get(i).get());
            }
        }
    }
}
