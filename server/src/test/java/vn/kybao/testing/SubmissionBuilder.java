package vn.kybao.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A filing for the first quarter of 2018, compiled after its end, under a reference of its own. */
public final class SubmissionBuilder extends Builder<SubmissionBuilder> {
    private final ArrayNode values = JsonNodeFactory.instance.arrayNode();

    public SubmissionBuilder(String regime, TestOrganization organization) {
        super("""
                {"period": "2018-Q1", "compiledOn": "2018-04-10"}""");
        with("regime", regime);
        with("organization", organization.code());
        with("clientReference", uniqueCode("reference"));
    }

    public static SubmissionBuilder of(Scene scene) {
        return new SubmissionBuilder(scene.regime(), scene.operator());
    }

    public SubmissionBuilder period(String period) {
        return with("period", period);
    }

    public SubmissionBuilder reference(String reference) {
        return with("clientReference", reference);
    }

    /** One more value. */
    public SubmissionBuilder value(String indicator, String measure, String value) {
        ObjectNode node = values.addObject();
        node.put("indicator", indicator).put("measure", measure).put("value", value);
        return with("values", values);
    }

    /** One more value, as JSON. */
    public SubmissionBuilder valueJson(String json) {
        values.add(Json.parse(json));
        return with("values", values);
    }

    /** Files it as someone with every scope in the reporter's organization. */
    public Answer file(Api caller) {
        return caller.post("/v1/submissions", json());
    }

    @Override
    SubmissionBuilder self() {
        return this;
    }
}
