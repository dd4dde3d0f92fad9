package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.kybao.testing.Api;
import vn.kybao.testing.Json;

/** The same reports of another department, with every contradiction put right and nothing else changed. */
final class CorrectedReport {
    private static final Map<String, String> PUT_RIGHT = new LinkedHashMap<>();

    static {
        PUT_RIGHT.put("\"label\": \"2.2\", \"title\": \"Báo chí", "\"label\": \"2.1\", \"title\": \"Báo chí");
        PUT_RIGHT.put("650 triệu đồng", "650 tỷ đồng");
        PUT_RIGHT.put(
                "\"unit\": \"million-vnd\", \"qualifier\": \"ABOUT\"",
                "\"unit\": \"billion-vnd\", \"qualifier\": \"ABOUT\"");
        PUT_RIGHT.put("tăng 10% so với năm 2017", "tăng 6,6% so với cùng kỳ năm 2017");
        PUT_RIGHT.put(
                "\"base\": \"PREVIOUS_YEAR\", \"value\": \"10\"",
                "\"base\": \"SAME_PERIOD_LAST_YEAR\", \"value\": \"6.6\"");
        PUT_RIGHT.put("49/2017/NĐ-CP của Thủ tướng Chính phủ", "49/2017/NĐ-CP của Chính phủ");
        PUT_RIGHT.put(
                "\"document\": \"@d49\", \"issuer\": {\"text\": \"Thủ tướng Chính phủ\"}",
                "\"document\": \"@d49\", \"issuer\": {\"text\": \"Chính phủ\"}");
        PUT_RIGHT.put("tỷ lệ đúng hạn đạt 100%.", "tỷ lệ đúng hạn đạt 100% số hồ sơ đã giải quyết.");
        PUT_RIGHT.put(
                "\"kind\": \"SHARE\", \"value\": \"100\"",
                "\"kind\": \"SHARE\", \"denominator\": \"số hồ sơ đã giải quyết\", \"value\": \"100\"");
        PUT_RIGHT.put("372/BHXXH-TTKT", "372/BHXH-TTKT");
    }

    private final Api admin;
    private final String address;
    private final String adminKey;
    private final String organization;

    CorrectedReport(Api admin, String adminKey, String address, String organization) {
        this.admin = admin;
        this.adminKey = adminKey;
        this.address = address;
        this.organization = organization;
    }

    /** Files both reports and the columns of the annex that they compare with. */
    void file() {
        admin.post("/v1/organizations", """
                {"code": "%s", "name": {"vi": "Sở đính chính"}, "kind": "DEPARTMENT", "parent": "ubnd-ha-tinh"}""".formatted(organization)).is(201);
        JsonNode data = read("ha-tinh");
        for (JsonNode regime : data.path("regimes")) {
            ObjectNode copy = regime.deepCopy();
            copy.putArray("reporters").add(organization);
            admin.post("/v1/regimes", copy.toString()).is(201);
        }
        data.path("years")
                .properties()
                .forEach(regime -> regime.getValue()
                        .forEach(year -> admin.post(
                                        "/v1/collections/generate",
                                        "{\"regime\": \"%s\", \"year\": %s}".formatted(regime.getKey(), year))
                                .is(200)));
        data.path("submissions").forEach(filing -> {
            open(filing);
            admin.post("/v1/submissions", filing.toString()).is(201);
        });
        DemoClient client = new DemoClient(address, adminKey);
        JsonNode quarter = read("ha-tinh-2018-q1");
        new DemoReport(quarter, client).file();
        JsonNode half = read("ha-tinh-2024-h1");
        open(half);
        new DemoReport(half, client).file();
    }

    private void open(JsonNode of) {
        admin.post("/v1/collections/%s.%s/open"
                        .formatted(of.path("regime").asText(), of.path("period").asText()))
                .is(200);
    }

    /** The demo's data under other codes, put right. */
    private JsonNode read(String name) {
        try (var stream = Demo.class.getResourceAsStream("/demo/" + name + ".json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> right : PUT_RIGHT.entrySet()) {
                text = text.replace(right.getKey(), right.getValue());
            }
            return Json.parse(text.replace("stttt-ha-tinh", organization)
                    .replace("\"department-report\"", "\"department-corrected\"")
                    .replace("\"management-review\"", "\"management-corrected\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
