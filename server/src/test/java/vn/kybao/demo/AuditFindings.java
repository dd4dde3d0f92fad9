package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;

/** The audit of a report, one finding a line: severity, code, and what it is about by names instead of ids. */
final class AuditFindings {
    private final Api api;

    AuditFindings(Api api) {
        this.api = api;
    }

    List<String> lines(String organization, String period) {
        Answer audit = api.get("/v1/findings?organization=%s&period=%s".formatted(organization, period))
                .is(200);
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : audit.at("/items")) {
            StringBuilder line = new StringBuilder(period)
                    .append(' ')
                    .append(finding.path("severity").asText())
                    .append(' ')
                    .append(finding.path("code").asText());
            finding.path("evidence").forEach(link -> line.append(' ').append(named(link.asText())));
            lines.add(line.toString());
        }
        return lines;
    }

    private String named(String link) {
        String resource = link.split("/", 4)[2];
        return switch (resource) {
            case "observations" -> "/v1/observations/{" + fields(link, "indicator", "period", "measure") + "}";
            case "sections" -> "/v1/sections/{" + fields(link, "period", "node") + "}";
            case "documents" -> "/v1/documents/{" + fields(link, "fullNumber") + "}";
            default -> link;
        };
    }

    private String fields(String link, String... names) {
        JsonNode thing = api.get(link).is(200).json();
        List<String> values = new ArrayList<>();
        for (String name : names) {
            values.add(thing.path(name).asText());
        }
        return String.join(" ", values);
    }
}
