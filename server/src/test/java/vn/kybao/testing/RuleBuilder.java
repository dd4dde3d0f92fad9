package vn.kybao.testing;

import java.util.Map;

/** A warning of the root that needs no justification, about an indicator of its own unless told otherwise. */
public final class RuleBuilder extends Builder<RuleBuilder> {
    public RuleBuilder() {
        super("""
                {"severity": "WARNING", "message": {"vi": "Vế trái {left} khác vế phải {right}."}}""");
        with("code", uniqueCode("rule"));
        with("owner", TestServer.ROOT);
    }

    public RuleBuilder code(String code) {
        return with("code", code);
    }

    public RuleBuilder owner(TestOrganization owner) {
        return with("owner", owner.code());
    }

    public RuleBuilder expression(String expression) {
        return with("expression", expression);
    }

    public RuleBuilder message(String vi) {
        return with("message", Map.of("vi", vi));
    }

    /** Makes it and returns its code; an indicator is made too where no expression was given. */
    public String create() {
        Api.admin().post("/v1/rules", complete().json()).is(201);
        return value("code");
    }

    /** With an expression over an indicator of its own where none was given. */
    public RuleBuilder complete() {
        return has("expression") ? this : expression("{%s} >= 0".formatted(new IndicatorBuilder().create()));
    }

    @Override
    RuleBuilder self() {
        return this;
    }
}
