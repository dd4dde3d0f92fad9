package vn.kybao.testing;

/** A count that is owned by the root and adds up over organizations, unless told otherwise. */
public final class IndicatorBuilder extends Builder<IndicatorBuilder> {
    public IndicatorBuilder() {
        super("""
                {"name": {"vi": "Số thuê bao điện thoại di động", "en": "Mobile subscriptions"},
                 "unit": {"code": "subscription", "name": {"vi": "thuê bao"}},
                 "valueType": "COUNT", "kind": "STOCK",
                 "timeAggregation": "LAST", "organizationAggregation": "SUM"}""");
        with("code", uniqueCode("indicator"));
        with("owner", TestServer.ROOT);
    }

    /** Money in million dong that flows in over the period. */
    public static IndicatorBuilder revenue() {
        return new IndicatorBuilder()
                .withJson("name", """
                        {"vi": "Doanh thu", "en": "Revenue"}""")
                .withJson("unit", """
                        {"code": "million-vnd", "name": {"vi": "triệu đồng"}}""")
                .with("valueType", "MONEY")
                .with("kind", "FLOW")
                .with("timeAggregation", "SUM");
    }

    public IndicatorBuilder code(String code) {
        return with("code", code);
    }

    public IndicatorBuilder owner(TestOrganization owner) {
        return with("owner", owner.code());
    }

    public IndicatorBuilder formula(String formula) {
        return with("formula", formula);
    }

    /** Makes it and returns its code. */
    public String create() {
        Api.admin().post("/v1/indicators", json()).is(201);
        return value("code");
    }

    @Override
    IndicatorBuilder self() {
        return this;
    }
}
