package vn.kybao.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.RuleBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/**
 * A department's quarter of 10,000 values: 300 indicators, each for the province and its parts. Of the indicators 40 are
 * percentages of two others, 30 are split by payment into parts that make the total, 60 flow in over the period and 20
 * have a JSON Schema of their own. Two quarters before, the same quarter of last year and the plan of the year stand.
 */
public final class BigFiling {
    public static final String PERIOD = "2018-Q1";
    public static final int VALUES = 10_000;
    private static final List<String> HISTORY = List.of("2017-Q1", "2017-Q3", "2017-Q4");
    private static final int PARTS = 30;
    private static final int PERCENTAGES = 40;
    private static final int FLOWS = 60;
    private static final int SCHEMAS = 20;
    private static final int PLAIN = 300 - PARTS - PERCENTAGES - FLOWS - SCHEMAS;
    private static final int AREAS = 32;
    private static final int SPLIT_AREAS = 10;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final TestOrganization operator;
    private final String regime;
    private final List<String> counts = new ArrayList<>();
    private final List<String> flows = new ArrayList<>();
    private final List<String> split = new ArrayList<>();
    private final List<String> percentages = new ArrayList<>();

    /** Makes the catalogue and files the history. */
    public BigFiling() {
        TestOrganization department = new OrganizationBuilder().create();
        operator = OrganizationBuilder.operator().under(department).create();
        RegimeBuilder builder = new RegimeBuilder().owner(department).autoApprove();
        for (int i = 0; i < PLAIN + SCHEMAS; i++) {
            IndicatorBuilder count = new IndicatorBuilder().withJson("breakdowns", """
                    [{"dimension": "area", "name": {"vi": "Địa bàn"}, "exhaustive": false, "codes": []}]""");
            counts.add((i < PLAIN ? count : count.withJson("schema", """
                    {"type": "object", "properties": {"note": {"type": "string", "maxLength": 200}},
                     "required": ["value", "breakdown"]}""")).create());
        }
        for (int i = 0; i < FLOWS; i++) {
            flows.add(IndicatorBuilder.revenue().withJson("breakdowns", """
                    [{"dimension": "area", "name": {"vi": "Địa bàn"}, "exhaustive": false, "codes": []}]""").create());
        }
        for (int i = 0; i < PARTS; i++) {
            split.add(new IndicatorBuilder().withJson("breakdowns", """
                    [{"dimension": "area", "name": {"vi": "Địa bàn"}, "exhaustive": false, "codes": []},
                     {"dimension": "payment", "name": {"vi": "Thanh toán"}, "exhaustive": true, "codes": [
                       {"code": "prepaid", "name": {"vi": "trả trước"}},
                       {"code": "postpaid", "name": {"vi": "trả sau"}}]}]""").create());
        }
        for (int i = 0; i < PERCENTAGES; i++) {
            percentages.add(percentage(counts.get(2 * i), counts.get(2 * i + 1)));
        }
        everything()
                .forEach(code -> builder.expectsJson(
                        code, """
                [{"periodType": "QUARTER", "measures": ["ACTUAL", "ESTIMATE", "PLAN"], "breakdowns": [%s]},
                 {"periodType": "YEAR", "measures": ["PLAN"]}]""".formatted(split.contains(code) ? "\"area\", \"payment\"" : "\"area\"")));
        regime = builder.create();
        for (String period : List.of("2018", PERIOD)) {
            Collections.open(regime, period);
        }
        for (String period : HISTORY) {
            Collections.open(regime, period);
            file(json(period, "history-" + period, 100 - HISTORY.indexOf(period), 0));
        }
        file(plans());
    }

    public String regime() {
        return regime;
    }

    public TestOrganization operator() {
        return operator;
    }

    /** Rules over two counts each, which hold. */
    public void addRules(int number) {
        for (int i = 0; i < number; i++) {
            new RuleBuilder()
                    .expression(
                            "{%s} <= 2 * {%s} + {%s}".formatted(counts.get(i), counts.get(i + 1), counts.get(i + 2)))
                    .create();
        }
    }

    /** All counts of a filing are this much; so many of a hundred values are bad, each in one of six ways. */
    public String json(String period, String reference, int level, int badOfHundred) {
        ObjectNode body = head(period, reference, badOfHundred > 0 ? "PARTIAL" : "ATOMIC");
        ArrayNode values = body.putArray("values");
        for (String code : everything()) {
            boolean isSplit = split.contains(code);
            for (int area = 0; area <= (isSplit ? SPLIT_AREAS : AREAS); area++) {
                add(values, code, area, null, level);
                if (isSplit) {
                    add(values, code, area, "prepaid", level);
                    add(values, code, area, "postpaid", level);
                }
            }
        }
        for (int i = 0; values.size() < VALUES; i++) {
            values.addObject()
                    .put("itemRef", "plan-" + i)
                    .put("indicator", counts.get(i))
                    .put("measure", "PLAN")
                    .put("value", "210000");
        }
        for (int i = 0; i < values.size(); i++) {
            if (i * 7 % 100 < badOfHundred) {
                spoil((ObjectNode) values.get(i), i);
            }
        }
        return body.toString();
    }

    private static void spoil(ObjectNode value, int i) {
        switch (i % 6) {
            case 0 -> value.put("value", "1.234,5");
            case 1 -> value.put("value", -1);
            case 2 -> value.put("measure", "TARGET");
            case 3 -> value.set("breakdown", Json.tree(Map.of("gender", "female")));
            case 4 -> value.putNull("value");
            default -> value.put("remark", "x");
        }
    }

    private void add(ArrayNode values, String code, int area, String payment, int level) {
        ObjectNode value = values.addObject()
                .put("itemRef", "dòng " + (values.size() + 1))
                .put("indicator", code)
                .put("measure", "ACTUAL")
                .put("value", value(code, area, payment, level));
        if (area > 0 || payment != null) {
            ObjectNode breakdown = value.putObject("breakdown");
            if (payment != null) {
                breakdown.put("payment", payment);
            }
            if (area > 0) {
                breakdown.put("area", String.valueOf(10_000 + area));
            }
        }
        value.put("asOf", "2018-03-31");
    }

    /** The same for a code, whoever asks: the second count of a pair is two thirds more than the first. */
    private String value(String code, int area, String payment, int level) {
        int place = percentages.indexOf(code);
        if (place >= 0) {
            BigDecimal above = count(2 * place, area, level);
            return HUNDRED.multiply(above)
                    .divide(count(2 * place + 1, area, level), 2, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        BigDecimal whole = count(Math.max(0, counts.indexOf(code)), area, level);
        if (payment == null) {
            return whole.toPlainString();
        }
        BigDecimal prepaid = whole.divideToIntegralValue(BigDecimal.valueOf(3));
        return (payment.equals("prepaid") ? prepaid : whole.subtract(prepaid)).toPlainString();
    }

    private static BigDecimal count(int place, int area, int level) {
        return BigDecimal.valueOf((place % 2 == 0 ? 1_200L : 2_000L) * level + 10L * area);
    }

    private String plans() {
        ObjectNode body = head("2018", "plans", "ATOMIC");
        ArrayNode values = body.putArray("values");
        counts.forEach(code ->
                values.addObject().put("indicator", code).put("measure", "PLAN").put("value", "210000"));
        return body.toString();
    }

    private ObjectNode head(String period, String reference, String mode) {
        return Json.object("{}")
                .put("regime", regime)
                .put("period", period)
                .put("organization", operator.code())
                .put("clientReference", reference)
                .put("mode", mode);
    }

    private void file(String json) {
        Api.as(TestServer.shared().key(operator.code(), "read", "submissions:write"))
                .idempotencyKey("k-" + json.hashCode())
                .post("/v1/submissions", json)
                .is(201);
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>(counts);
        all.addAll(flows);
        all.addAll(split);
        all.addAll(percentages);
        return all;
    }

    private static String percentage(String above, String below) {
        return new IndicatorBuilder()
                .withJson("unit", """
                        {"code": "percent", "name": {"vi": "%"}}""")
                .with("valueType", "PERCENT")
                .with("kind", "RATIO")
                .with("decimals", 2)
                .with("timeAggregation", "NONE")
                .with("organizationAggregation", "NONE")
                .with("numerator", above)
                .with("denominator", below)
                .withJson("breakdowns", """
                        [{"dimension": "area", "name": {"vi": "Địa bàn"}, "exhaustive": false, "codes": []}]""")
                .create();
    }
}
