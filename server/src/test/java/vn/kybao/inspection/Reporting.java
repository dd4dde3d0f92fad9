package vn.kybao.inspection;

import java.util.Map;
import java.util.TreeMap;
import vn.kybao.testing.Answer;
import vn.kybao.testing.Api;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;

/**
 * A department that reports totals over its cases to a body above it, and to nobody else.
 *
 * @param receiver owns and receives the regime
 * @param department reports, and keeps the cases
 * @param regime the regime, whose submissions come into force as they are filed
 * @param indicators what it reports, by what it states
 */
record Reporting(
        TestOrganization receiver, TestOrganization department, String regime, Map<String, String> indicators) {

    /** What each of these states is reported by quarter and year; money in million dong. */
    static Reporting of(String calendar, String... states) {
        TestOrganization receiver = new OrganizationBuilder().create();
        return of(receiver, new OrganizationBuilder().under(receiver).create(), calendar, states);
    }

    /** A department that is no part of the receiver's subtree. */
    static Reporting besides(String... states) {
        return of(new OrganizationBuilder().create(), new OrganizationBuilder().create(), "CALENDAR", states);
    }

    private static Reporting of(
            TestOrganization receiver, TestOrganization department, String calendar, String... states) {
        Map<String, String> indicators = new TreeMap<>();
        RegimeBuilder regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .receiver(receiver)
                .reporters(department.code())
                .with("calendar", calendar)
                .autoApprove();
        for (String state : states) {
            IndicatorBuilder indicator = state.equals("sanctions.fines")
                    ? IndicatorBuilder.revenue()
                    : new IndicatorBuilder().with("kind", "FLOW").with("timeAggregation", "SUM");
            indicators.put(
                    state, indicator.with("states", state).with("decimals", 4).create());
        }
        indicators.values().forEach(code -> regime.expects(code, "QUARTER", "YEAR"));
        return new Reporting(receiver, department, regime.create(), indicators);
    }

    /** Who keeps the cases. */
    Api writer() {
        return department.with("inspections:write");
    }

    Answer state(String what, String value) {
        return state(what, """
                "value": "%s\"""".formatted(value), "2018-Q1");
    }

    /** Files a figure of an open collection. */
    Answer state(String what, String fields, String period) {
        return new SubmissionBuilder(regime, department)
                .period(period)
                .valueJson("""
                        {"indicator": "%s", "measure": "ACTUAL", %s}""".formatted(indicators.get(what), fields))
                .file(department.admin())
                .is(201);
    }

    /** What somebody who may only read is told. */
    Answer statistics(String period) {
        return department.with("read").get(path(period)).is(200);
    }

    String path(String period) {
        return "/v1/inspections/statistics?organization=" + department.code() + "&period=" + period;
    }
}
