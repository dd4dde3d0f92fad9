package vn.kybao.bench;

import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.kybao.testing.Api;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;

/**
 * A submission of 200 new values that takes the place of the 200 that stand. Filings go round 20 operators and 16
 * quarters, so that a quarter is filed a handful of times, as it is in life, and not a thousand times.
 */
final class FilingContest implements Contest {
    static final int VALUES = 200;
    private static final int OPERATORS = 20;
    private static final List<Integer> YEARS = List.of(2014, 2015, 2016, 2017);

    /** Each operator's each quarter. */
    static final int SLOTS = OPERATORS * YEARS.size() * 4;

    private final List<TestOrganization> operators = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> periods = new ArrayList<>();
    private final List<String> indicators = new ArrayList<>();
    private final TestServer server;
    private final Jdbc jdbc;
    private final FilingInJdbc reference;
    private final String regime;
    private int sequence;

    FilingContest(TestServer server, Jdbc jdbc) {
        this.server = server;
        this.jdbc = jdbc;
        reference = new FilingInJdbc(jdbc);
        TestOrganization department = new OrganizationBuilder().create();
        RegimeBuilder builder = new RegimeBuilder().owner(department).autoApprove();
        for (int i = 0; i < VALUES; i++) {
            indicators.add(new IndicatorBuilder().create());
            builder.expects(indicators.getLast(), "QUARTER");
        }
        regime = builder.create();
        for (int i = 0; i < OPERATORS; i++) {
            operators.add(OrganizationBuilder.operator().under(department).create());
            keys.add(server.key(operators.getLast().code(), "read", "submissions:write"));
        }
        for (int year : YEARS) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                periods.add(year + "-Q" + quarter);
                Collections.open(regime, periods.getLast());
            }
        }
    }

    /** Files every slot once, so that from now on every filing replaces one. */
    void fileEverySlot() throws Exception {
        for (int turn = 0; turn < SLOTS; turn++) {
            overHttp(turn).run();
        }
    }

    @Override
    public String name() {
        return "submission of 200 values";
    }

    @Override
    public Action overHttp(int turn) {
        Filing filing = filing(turn, "http");
        HttpRequest request =
                new Caller(server.address(), filing.key()).post("/v1/submissions", filing.json(), filing.reference());
        return () -> Caller.send(request, 201);
    }

    @Override
    public Action inJdbc(int turn) {
        Filing filing = filing(turn, "jdbc");
        return () -> reference.file(filing);
    }

    private Filing filing(int turn, String by) {
        int operator = turn % OPERATORS;
        String period = periods.get(turn / OPERATORS % periods.size());
        sequence++;
        return new Filing(
                operators.get(operator).code(),
                keys.get(operator),
                regime,
                period,
                by + "-" + sequence,
                indicators,
                Filing.newValues(VALUES, sequence));
    }

    /** Refuses results of two that did not do the same: what plain JDBC filed must read as what the service files. */
    void check() throws SQLException {
        expect(0, """
                SELECT COUNT(*) FROM (
                    SELECT organization, period FROM observation WHERE regime = ?
                    GROUP BY organization, period
                    HAVING SUM(in_force_to IS NULL) <> 200 OR COUNT(*) <> 200 * MAX(version)) unlike
                """);
        expect(SLOTS, "SELECT COUNT(*) FROM submission WHERE regime = ? AND status = 'IN_FORCE'");
        expect(0, "SELECT COUNT(*) FROM submission WHERE regime = ? AND version <> IF(status = 'IN_FORCE', 1, 2)");
        String filed = jdbc.one(
                "SELECT id FROM submission WHERE regime = ? AND client_reference LIKE 'jdbc-%' LIMIT 1",
                row -> row.getString(1), regime);
        jdbc.commit();
        Api.admin().get("/v1/submissions/" + filed).is(200);
        Api.admin().get("/v1/submissions/" + filed + "/values").is(200);
    }

    private void expect(int expected, String sql) throws SQLException {
        int found = jdbc.one(sql, row -> row.getInt(1), regime);
        if (found != expected) {
            throw new IllegalStateException("expected " + expected + ", found " + found + " by " + sql);
        }
    }
}
