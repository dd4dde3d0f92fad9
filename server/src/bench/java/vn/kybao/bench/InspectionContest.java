package vn.kybao.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.testing.Collections;
import vn.kybao.testing.IndicatorBuilder;
import vn.kybao.testing.Json;
import vn.kybao.testing.OrganizationBuilder;
import vn.kybao.testing.RegimeBuilder;
import vn.kybao.testing.SubmissionBuilder;
import vn.kybao.testing.TestOrganization;
import vn.kybao.testing.TestServer;
import vn.kybao.time.Ids;

/**
 * The statistics of one organization with 20,000 inspections, 20,000 sanctions and 20,000 petitions in one year, one in ten
 * without a date, and three totals stated beside them.
 */
final class InspectionContest implements Contest {
    private static final int ROWS = 20_000;
    private static final String STATED_IN = "2018-Q1";
    private static final int YEAR = 2018;
    private static final List<String> DOMAINS = List.of(
            "Viễn thông",
            "Bưu chính",
            "Tần số vô tuyến điện",
            "Báo chí",
            "Xuất bản",
            "An toàn thông tin",
            "Công nghệ thông tin",
            "Quảng cáo",
            "Thông tin điện tử",
            "Giao dịch điện tử",
            "Trò chơi điện tử",
            "Khác");
    private static final List<String> MEASURES =
            List.of("FINE", "FINE", "FINE", "SEIZURE", "LICENCE_REVOCATION", "REMINDER", "CORRECTION", "COMMITMENT");
    private static final List<String> KINDS =
            List.of("COMPLAINT", "DENUNCIATION", "PETITION", "REFLECTION", "RECEPTION");

    private final Random random = new Random(20180323);
    private final TestServer server;
    private final Jdbc jdbc;
    private final TestOrganization department;
    private final CalendarPeriod period;
    private final HttpRequest request;
    private final CasesInJdbc reference;

    private InspectionContest(TestServer server, Jdbc jdbc, TestOrganization department, String period) {
        this.server = server;
        this.jdbc = jdbc;
        this.department = department;
        this.period = CalendarPeriod.parse(period).orElseThrow();
        String key = server.key(department.code(), "read");
        request = new Caller(server.address(), key)
                .get("/v1/inspections/statistics?organization=" + department.code() + "&period=" + period);
        reference = new CasesInJdbc(jdbc, key.substring(0, key.lastIndexOf('_')), department.code(), this.period);
    }

    /** The same rows asked for by the quarter and by the year. */
    static List<InspectionContest> make(TestServer server, Jdbc jdbc) throws SQLException {
        TestOrganization department = new OrganizationBuilder().create();
        InspectionContest quarter = new InspectionContest(server, jdbc, department, STATED_IN);
        quarter.stateTotals();
        quarter.fill();
        return List.of(quarter, new InspectionContest(server, jdbc, department, String.valueOf(YEAR)));
    }

    @Override
    public String name() {
        return "cases of " + period.code();
    }

    @Override
    public Action overHttp(int turn) {
        return () -> Caller.send(request, 200);
    }

    @Override
    public Action inJdbc(int turn) {
        return reference::count;
    }

    /** Refuses results of two that did not count the same. */
    void check() throws Exception {
        JsonNode found = Json.parse(new String(Caller.send(request, 200), StandardCharsets.UTF_8));
        CasesInJdbc.Counts counts = new CasesInJdbc.Counts(
                found.at("/inspections/count/counted").asLong(),
                found.at("/inspections/entities/counted").asLong(),
                found.at("/sanctions/count/counted").asLong(),
                new BigDecimal(found.at("/sanctions/fines/counted").asText()).setScale(4),
                found.at("/petitions/received/counted").asLong(),
                found.at("/inspections/byDomain").size());
        CasesInJdbc.Counts expected = reference.count();
        if (!counts.equals(expected) || counts.inspections() == 0) {
            throw new IllegalStateException("expected " + expected + ", found " + counts);
        }
    }

    private void stateTotals() {
        RegimeBuilder regime = new RegimeBuilder()
                .owner(TestOrganization.root())
                .reporters(department.code())
                .autoApprove();
        List<String> indicators = new ArrayList<>();
        for (String states : List.of("inspections.count", "sanctions.count", "petitions.received")) {
            indicators.add(new IndicatorBuilder().with("states", states).create());
            regime.expects(indicators.getLast(), "QUARTER");
        }
        String code = regime.create();
        Collections.open(code, STATED_IN);
        SubmissionBuilder filing = new SubmissionBuilder(code, department);
        indicators.forEach(indicator -> filing.value(indicator, "ACTUAL", "5000"));
        filing.file(department.admin()).is(201);
    }

    private void fill() throws SQLException {
        List<Object[]> inspections = new ArrayList<>();
        List<Object[]> sanctions = new ArrayList<>();
        List<Object[]> petitions = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            inspections.add(inspection());
            sanctions.add(sanction());
            petitions.add(petition());
        }
        write("inspection", """
                role, kind, planned, domain, title, started_on, period, period_start, period_end, organizations, individuals,
                partners""", inspections);
        write("sanction", """
                measure, subject, domain, amount_vnd, quantity, unit, decided_on, period, period_start,
                period_end""", sanctions);
        write("petition", """
                kind, people, about, status, settled_on, received_on, period, period_start, period_end""", petitions);
        jdbc.list("ANALYZE TABLE inspection, sanction, petition", row -> row.getString(1));
        jdbc.commit();
    }

    private void write(String table, String columns, List<Object[]> rows) throws SQLException {
        int count = rows.getFirst().length + 2;
        List<Object[]> all = new ArrayList<>();
        for (Object[] row : rows) {
            Object[] values = new Object[count];
            values[0] = server.bean(Ids.class).next();
            values[1] = department.code();
            System.arraycopy(row, 0, values, 2, row.length);
            all.add(values);
        }
        jdbc.batch("""
                INSERT INTO %s (id, organization, %s, search_text, version, created_at, updated_at)
                VALUES (%s, '', 1, NOW(6), NOW(6))
                """.formatted(table, columns, Jdbc.places(count)), all);
        jdbc.commit();
    }

    private Object[] inspection() {
        Object[] when = when();
        return new Object[] {
            random.nextInt(4) == 0 ? "JOINT" : "LEAD",
            random.nextBoolean() ? "CHECK" : "INSPECTION",
            random.nextInt(5) > 0,
            pick(DOMAINS),
            "Thanh tra",
            when[0],
            when[1],
            when[2],
            when[3],
            random.nextInt(20),
            random.nextInt(10),
            "[]"
        };
    }

    private Object[] sanction() {
        Object[] when = when();
        String measure = pick(MEASURES);
        boolean seized = measure.equals("SEIZURE");
        return new Object[] {
            measure,
            random.nextBoolean() ? "ORGANIZATION" : "INDIVIDUAL",
            pick(DOMAINS),
            measure.equals("FINE") ? BigDecimal.valueOf(random.nextInt(1, 100) * 500_000L) : null,
            seized ? BigDecimal.valueOf(random.nextInt(1, 50)) : null,
            seized ? pick(List.of("cuốn", "kg", "bộ")) : null,
            when[0],
            when[1],
            when[2],
            when[3]
        };
    }

    private Object[] petition() {
        Object[] when = when();
        String status = pick(List.of("PENDING", "RESOLVED", "RESOLVED", "TRANSFERRED"));
        LocalDate since = (LocalDate) (when[0] == null ? when[2] : when[0]);
        return new Object[] {
            pick(KINDS),
            random.nextInt(10),
            "Nội dung",
            status,
            status.equals("PENDING") ? null : since.plusDays(random.nextInt(90)),
            when[0],
            when[1],
            when[2],
            when[3]
        };
    }

    /** A day of the year, or one of its quarters. */
    private Object[] when() {
        LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(365));
        if (random.nextInt(10) > 0) {
            return new Object[] {day, null, null, null};
        }
        CalendarPeriod quarter = CalendarPeriod.parse(YEAR + "-Q" + (day.getMonthValue() + 2) / 3)
                .orElseThrow();
        return new Object[] {null, quarter.code(), quarter.start(), quarter.end()};
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
