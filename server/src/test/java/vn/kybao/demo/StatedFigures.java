package vn.kybao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kybao.testing.Api;

/** Every figure that the two reports state, read back from the API in the way in which it is kept. */
final class StatedFigures {
    private static final String ORGANIZATION = "organization=stttt-ha-tinh";
    private static final Map<String, BigDecimal> DONG =
            Map.of("million-vnd", new BigDecimal("1000000"), "billion-vnd", new BigDecimal("1000000000"));

    private final Api api;
    private final Map<String, JsonNode> answers = new HashMap<>();

    StatedFigures(Api api) {
        this.api = api;
    }

    /** One stated figure: what it is, what it was read as, and from where. */
    record Line(String id, BigDecimal stated, String unit, BigDecimal read, String link) {
        @Override
        public String toString() {
            return "%-8s %12s %-12s = %12s  %s".formatted(id, stated.toPlainString(), unit, read.toPlainString(), link);
        }
    }

    List<Line> lines() throws IOException {
        try (var stream = StatedFigures.class.getResourceAsStream("/demo/figures.csv")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(this::line)
                    .toList();
        }
    }

    private Line line(String[] row) {
        Read read = switch (row[3]) {
            case "observation" -> observation(row[4].split(" ", -1));
            case "statistic" -> statistic(row[4].split(" ", 3));
            case "rendered" -> rendered(row[4].split(" ", 3));
            case "claim" -> claim(row[4].split(" ", 3));
            default -> throw new AssertionError(row[3]);
        };
        return new Line(row[0], new BigDecimal(row[1]), row[2], read.value(), read.link());
    }

    private record Read(BigDecimal value, String link) {}

    private Read observation(String[] key) {
        String list =
                "/v1/observations?%s&indicator=%s&period=%s&measure=%s".formatted(ORGANIZATION, key[0], key[1], key[2]);
        Map<String, String> part = new HashMap<>();
        if (key.length > 3) {
            part.put(key[3].split("=", 2)[0], key[3].split("=", 2)[1]);
        }
        for (JsonNode item : get(list).path("items")) {
            Map<String, String> breakdown = new HashMap<>();
            item.path("breakdown")
                    .properties()
                    .forEach(e -> breakdown.put(e.getKey(), e.getValue().asText()));
            if (breakdown.equals(part)) {
                return new Read(
                        new BigDecimal(item.path("value").asText()),
                        "/v1/observations/" + item.path("id").asText());
            }
        }
        throw new AssertionError("no figure " + String.join(" ", key));
    }

    private Read statistic(String[] place) {
        String path = "/v1/%s/statistics?%s&period=%s".formatted(place[0], ORGANIZATION, place[1]);
        JsonNode node = get(path);
        for (String step : place[2].substring(1).split("/", -1)) {
            int equals = step.indexOf('=');
            node = equals < 0 ? node.path(step) : chosen(node, step.substring(0, equals), step.substring(equals + 1));
        }
        assertThat(node.isValueNode()).as("%s %s", path, place[2]).isTrue();
        return new Read(new BigDecimal(node.asText()), path + " " + place[2]);
    }

    private static JsonNode chosen(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("no %s=%s in %s".formatted(field, value, list));
    }

    private Read rendered(String[] place) {
        JsonNode section = section(place[0], place[1]);
        String path = "/v1/sections/" + section.path("id").asText() + "/rendered";
        JsonNode text = get(path);
        JsonNode reference = chosen(text.path("references"), "reference", place[2]);
        int start = reference.path("start").asInt();
        assertThat(text.path("text")
                        .asText()
                        .substring(start, start + reference.path("length").asInt()))
                .isEqualTo(reference.path("text").asText());
        return new Read(
                inDong(
                        reference.path("value").asText(),
                        reference.at("/unit/code").asText()),
                path + " " + place[2]);
    }

    private Read claim(String[] place) {
        JsonNode section = section(place[0], place[1]);
        JsonNode claim = chosen(section.path("claims"), "text", place[2]);
        assertThat(claim.path("status").asText()).isEqualTo("CONFIRMED");
        return new Read(
                inDong(claim.path("value").asText(), claim.path("unit").asText()),
                "/v1/sections/" + section.path("id").asText() + " “" + place[2] + "”");
    }

    private JsonNode section(String period, String node) {
        return chosen(
                get("/v1/sections?limit=200&%s&period=%s".formatted(ORGANIZATION, period))
                        .path("items"),
                "node",
                node);
    }

    private static BigDecimal inDong(String value, String unit) {
        return new BigDecimal(value).multiply(DONG.getOrDefault(unit, BigDecimal.ONE));
    }

    private JsonNode get(String path) {
        return answers.computeIfAbsent(
                path, p -> api.get(p.replace(" ", "%20")).is(200).json());
    }
}
