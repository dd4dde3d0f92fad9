package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Files one report: documents, figures, cases, tasks, sections and recommendations, in the order in which they name each
 * other. {@code ref} names what is created, {@code @name} stands for its id.
 */
final class DemoReport {
    private static final List<String> CASES = List.of("inspections", "sanctions", "petitions", "tasks");

    private final JsonNode data;
    private final DemoClient staff;
    private final Map<String, String> ids = new HashMap<>();

    DemoReport(JsonNode data, DemoClient staff) {
        this.data = data;
        this.staff = staff;
    }

    void file() {
        create("documents");
        data.path("submissions").forEach(submission -> staff.create("/v1/submissions", submission));
        CASES.forEach(this::create);
        sections();
        create("recommendations");
    }

    private void create(String resource) {
        int place = 0;
        for (JsonNode item : data.path(resource)) {
            ObjectNode body = resolved(item).deepCopy();
            JsonNode ref = body.remove("ref");
            JsonNode progress = body.remove("progress");
            JsonNode resolution = body.remove("resolve");
            String name = "%s-%s-%d".formatted(data.path("period").asText(), resource, place++);
            String path = "/v1/" + resource;
            String id = staff.createOnce(name, path, body).path("id").asText();
            if (ref != null) {
                ids.put(ref.asText(), id);
            }
            if (progress != null) {
                staff.createOnce(name + "-progress", path + "/" + id + "/progress", progress);
            }
            if (resolution != null) {
                staff.createOnce(name + "-resolve", path + "/" + id + "/resolve", resolution);
            }
        }
    }

    /** Sections come from the outline; each text is written once, into the empty section. */
    private void sections() {
        ObjectNode outline = data.deepCopy();
        outline.retain("organization", "period", "regime");
        staff.createOnce(data.path("period").asText() + "-outline", "/v1/sections/from-outline", outline);
        JsonNode made = staff.get("/v1/sections?limit=200&organization=%s&period=%s&regime=%s"
                .formatted(
                        data.path("organization").asText(),
                        data.path("period").asText(),
                        data.path("regime").asText()));
        Map<String, JsonNode> byNode = new HashMap<>();
        made.path("items").forEach(section -> byNode.put(section.path("node").asText(), section));
        for (JsonNode text : data.path("sections")) {
            JsonNode section =
                    Objects.requireNonNull(byNode.get(text.path("node").asText()), text::toString);
            if (section.path("body").asText().isEmpty()) {
                staff.patch(
                        "/v1/sections/" + section.path("id").asText(),
                        section.path("etag").asText(),
                        written(text));
            }
        }
    }

    /** The text with its claims where they stand in it. */
    private JsonNode written(JsonNode text) {
        ObjectNode patch = resolved(text).deepCopy();
        patch.remove("node");
        String body = text.path("body").asText();
        patch.path("claims").forEach(claim -> {
            String words = claim.path("text").asText();
            ((ObjectNode) claim).put("start", body.indexOf(words)).put("length", words.length());
        });
        return patch;
    }

    private JsonNode resolved(JsonNode node) {
        if (node instanceof TextNode text && text.asText().startsWith("@")) {
            return TextNode.valueOf(ids.getOrDefault(text.asText().substring(1), text.asText()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(resolved(item)));
            return copy;
        }
        return node;
    }
}
