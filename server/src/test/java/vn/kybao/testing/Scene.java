package vn.kybao.testing;

/**
 * A department, an operator under it that reports one count to it each quarter, and the first quarter of 2018 open.
 *
 * @param department owns and receives the regime
 * @param operator reports
 * @param indicator what it reports
 * @param regime the regime
 * @param collection the open collection
 */
public record Scene(
        TestOrganization department, TestOrganization operator, String indicator, String regime, String collection) {
    public static final String PERIOD = "2018-Q1";

    /** Submissions wait for a review. */
    public static Scene create() {
        return create(false);
    }

    /** Submissions come into force as they are filed. */
    public static Scene autoApproved() {
        return create(true);
    }

    private static Scene create(boolean autoApprove) {
        TestOrganization department = new OrganizationBuilder().create();
        TestOrganization operator =
                OrganizationBuilder.operator().under(department).create();
        String indicator = new IndicatorBuilder().create();
        RegimeBuilder regime = new RegimeBuilder().owner(department).expects(indicator, "QUARTER", "YEAR");
        String code = (autoApprove ? regime.autoApprove() : regime).create();
        return new Scene(department, operator, indicator, code, Collections.open(code, PERIOD));
    }
}
