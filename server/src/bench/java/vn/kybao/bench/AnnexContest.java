package vn.kybao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.Json;
import vn.kybao.testing.TestServer;

/** The comparison annex of the demo data: 17 indicators, figures of four periods, asked for by who reports them. */
final class AnnexContest implements Contest {
    static final String DEPARTMENT = "stttt-ha-tinh";
    static final String PERIOD = "2018-Q1";
    private static final String PATH = "/v1/comparisons?organization=" + DEPARTMENT + "&period=" + PERIOD;

    private final HttpRequest request;
    private final AnnexInJdbc reference;

    AnnexContest(TestServer server, Jdbc jdbc) {
        JsonNode data = demoData();
        Api admin = Api.admin();
        create(admin, "/v1/organizations", data.path("organizations"));
        create(admin, "/v1/indicators", data.path("indicators"));
        admin.post("/v1/regimes", data.path("regimes").get(0).toString()).is(201);
        String regime = data.at("/regimes/0/code").asText();
        for (JsonNode submission : data.path("submissions")) {
            Collections.open(regime, submission.path("period").asText());
            admin.post("/v1/submissions", submission.toString()).is(201);
        }
        List<String> indicators = new ArrayList<>();
        data.at("/regimes/0/indicators").forEach(line -> {
            if (line.path("annex").asBoolean(true)) {
                indicators.add(line.path("code").asText());
            }
        });
        String key = server.key(DEPARTMENT, "read");
        request = new Caller(server.address(), key).get(PATH);
        reference = new AnnexInJdbc(jdbc, key.substring(0, key.lastIndexOf('_')), indicators);
    }

    @Override
    public String name() {
        return "annex of 17 indicators";
    }

    @Override
    public Action overHttp(int turn) {
        return () -> Caller.send(request, 200);
    }

    @Override
    public Action inJdbc(int turn) {
        return reference::compare;
    }

    /** Refuses results of two that did not work out the same. */
    void check() throws Exception {
        JsonNode rows = Json.parse(new String(Caller.send(request, 200), StandardCharsets.UTF_8))
                .path("items");
        List<AnnexInJdbc.Row> expected = reference.compare();
        for (int i = 0; i < expected.size(); i++) {
            AnnexInJdbc.Row row = expected.get(i);
            JsonNode found = rows.path(i);
            if (!found.path("indicator").asText().equals(row.indicator())
                    || differs(row.vsSamePeriod(), found.at("/vsSamePeriod/percent"))
                    || differs(row.vsPlan(), found.at("/vsPlan/percent"))) {
                throw new IllegalStateException("expected " + row + ", found " + found);
            }
        }
    }

    private static boolean differs(BigDecimal expected, JsonNode found) {
        return expected == null
                ? found.isTextual()
                : !found.isTextual() || expected.compareTo(new BigDecimal(found.asText())) != 0;
    }

    private static void create(Api admin, String path, JsonNode items) {
        items.forEach(item -> admin.post(path, item.toString()).is(201));
    }

    /** The demo's, with the tests' root in place of its own. */
    private static JsonNode demoData() {
        try (var stream = AnnexContest.class.getResourceAsStream("/demo/ha-tinh.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Json.parse(text.replace("\"ubnd-ha-tinh\"", "\"" + TestServer.ROOT + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
