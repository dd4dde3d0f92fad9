package vn.kybao.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.Builder;

/** The annex filed as figures: what is found in it, and a copy in which everything found is put right. */
final class AnnexFindings {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal POPULATION = new BigDecimal("1000000");
    private static final BigDecimal COMMUNES = new BigDecimal("262");
    private static final Map<String, String> COUNTED_PER_100 = Map.of(
            "telephone-subscriptions-per-100", "telephone-subscriptions",
            "fixed-broadband-subscriptions-per-100", "fixed-broadband-subscriptions");

    private final Api api;

    AnnexFindings(Api api) {
        this.api = api;
    }

    /** Every finding of the four columns as filed, and of the rows of the annex, one a line. */
    String lines(JsonNode demo) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode filing : demo.path("submissions")) {
            String reference = filing.path("clientReference").asText();
            Answer found =
                    api.get("/v1/submissions?clientReference=" + reference).is(200);
            String id = found.text("/items/0/id");
            for (JsonNode item : api.get("/v1/submissions/" + id + "/findings?limit=200")
                    .is(200)
                    .at("/items")) {
                JsonNode finding = item.path("finding");
                lines.append(reference)
                        .append(' ')
                        .append(finding.path("itemRef").asText("-"))
                        .append(line(finding));
            }
        }
        for (JsonNode row : api.get("/v1/comparisons?organization=stttt-ha-tinh&period=2018-Q1")
                .is(200)
                .at("/items")) {
            row.path("findings")
                    .forEach(finding -> lines.append("annex ")
                            .append(row.path("indicator").asText())
                            .append(line(finding)));
        }
        return lines.toString();
    }

    private String line(JsonNode finding) {
        StringBuilder line = new StringBuilder();
        line.append(' ').append(finding.path("code").asText());
        line.append(' ').append(finding.path("severity").asText());
        finding.path("evidence").forEach(link -> line.append(' ').append(named(link.asText())));
        return line.append('\n').toString();
    }

    /** An observation by what it is about: its id is another one each time. */
    private String named(String link) {
        if (!link.startsWith("/v1/observations/")) {
            return link;
        }
        Answer figure = api.get(link).is(200);
        return "/v1/observations/{" + figure.text("/indicator") + " " + figure.text("/period") + " "
                + figure.text("/measure") + "}";
    }

    /** A filing of the same figures with inputs beside what is derived, and printed as it should be. */
    static ObjectNode corrected(JsonNode filing, String regime, String organization) {
        ObjectNode copy = filing.deepCopy();
        copy.put("regime", regime).put("organization", organization).put("clientReference", Builder.uniqueCode("copy"));
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : filing.path("values")) {
            ObjectNode right = value.deepCopy();
            BigDecimal number = new BigDecimal(value.path("value").asText());
            String indicator = value.path("indicator").asText();
            String counted = COUNTED_PER_100.get(indicator);
            if (counted != null) {
                values.add(input(right, counted, number.multiply(POPULATION).divide(HUNDRED)));
            } else if (indicator.equals("communes-with-service-point")) {
                values.add(input(right, "population", POPULATION));
                values.add(input(right, "communes", COMMUNES));
            } else if (indicator.equals("communes-with-service-point-share")) {
                number = share(filing);
            }
            right.put("value", number.toPlainString());
            right.put("text", number.toPlainString().replace('.', ','));
            values.add(right);
        }
        copy.set("values", values);
        return copy;
    }

    private static BigDecimal share(JsonNode filing) {
        for (JsonNode value : filing.path("values")) {
            if (value.path("indicator").asText().equals("communes-with-service-point")) {
                return new BigDecimal(value.path("value").asText())
                        .multiply(HUNDRED)
                        .divide(COMMUNES, 1, RoundingMode.HALF_UP);
            }
        }
        throw new AssertionError("the communes are not there");
    }

    private static ObjectNode input(ObjectNode like, String indicator, BigDecimal value) {
        ObjectNode input = like.deepCopy();
        input.remove("text");
        return input.put("itemRef", indicator)
                .put("indicator", indicator)
                .put("value", value.stripTrailingZeros().toPlainString());
    }
}
