package vn.kybao.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A regime that one organization owns and receives and the operators under it report to each quarter. */
public final class RegimeBuilder extends Builder<RegimeBuilder> {
    private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();

    public RegimeBuilder() {
        super("""
                {"title": {"vi": "Báo cáo quý của doanh nghiệp viễn thông"}, "reporters": ["OPERATOR"],
                 "calendar": "CALENDAR"}""");
        with("code", uniqueCode("regime"));
    }

    public RegimeBuilder code(String code) {
        return with("code", code);
    }

    /** Who owns it, and receives it when no other receiver is named. */
    public RegimeBuilder owner(TestOrganization owner) {
        with("owner", owner.code());
        return has("receiver") ? this : receiver(owner);
    }

    public RegimeBuilder receiver(TestOrganization receiver) {
        return with("receiver", receiver.code());
    }

    /** Organizations or kinds. */
    public RegimeBuilder reporters(String... reporters) {
        return with("reporters", List.of(reporters));
    }

    /** One more indicator, expected in every measure; required in none. */
    public RegimeBuilder expects(String indicator, String... periodTypes) {
        return expects(
                indicator,
                Arrays.stream(periodTypes)
                        .map(type -> Map.of(
                                "periodType",
                                type,
                                "measures",
                                List.of("ACTUAL", "PRELIMINARY", "ESTIMATE", "PLAN", "TARGET")))
                        .toList());
    }

    private RegimeBuilder expects(String indicator, List<Map<String, Object>> expectations) {
        lines.addObject().put("code", indicator).set("expects", Json.tree(expectations));
        return with("indicators", lines);
    }

    /** One more indicator with what is expected of it as JSON: {@code [{"periodType": …, "measures": […]}]}. */
    public RegimeBuilder expectsJson(String indicator, String expectations) {
        lines.addObject().put("code", indicator).set("expects", Json.parse(expectations));
        return with("indicators", lines);
    }

    public RegimeBuilder autoApprove() {
        return with("autoApprove", true);
    }

    /** Makes it and returns its code; who and what it is about is made too where it was not named. */
    public String create() {
        if (!has("owner")) {
            owner(new OrganizationBuilder().create());
        }
        if (lines.isEmpty()) {
            expects(new IndicatorBuilder().create(), "QUARTER");
        }
        Api.admin().post("/v1/regimes", json()).is(201);
        return value("code");
    }

    @Override
    RegimeBuilder self() {
        return this;
    }
}
