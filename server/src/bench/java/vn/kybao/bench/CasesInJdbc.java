package vn.kybao.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.kybao.period.CalendarPeriod;

/** The statistics in plain JDBC: the caller, the six counts and the stated totals in one transaction. Nothing is rendered. */
final class CasesInJdbc {
    private static final String IN_SPAN = """
            WHERE organization = ?
              AND (%1$s BETWEEN ? AND ? OR (%1$s IS NULL AND period_start >= ? AND period_end <= ?))
            """;
    private static final String INSPECTIONS =
            """
            SELECT role, kind, planned, COUNT(*), COALESCE(SUM(organizations), 0) + COALESCE(SUM(individuals), 0),
                SUM(organizations IS NULL AND individuals IS NULL)
            FROM inspection
            """ + IN_SPAN.formatted("counted_on") + " GROUP BY role, kind, planned ORDER BY role, kind, planned";
    private static final String INSPECTED_DOMAINS = "SELECT domain, COUNT(*) AS counted FROM inspection "
            + IN_SPAN.formatted("counted_on") + " GROUP BY domain ORDER BY counted DESC, domain LIMIT 1000";
    private static final String SANCTIONS =
            """
            SELECT measure, subject, COUNT(*), SUM(amount_vnd), SUM(amount_vnd IS NULL) FROM sanction
            """ + IN_SPAN.formatted("decided_on") + " GROUP BY measure, subject ORDER BY measure, subject";
    private static final String SANCTIONED_DOMAINS =
            "SELECT domain, COUNT(*) AS counted FROM sanction " + IN_SPAN.formatted("decided_on") + """
             AND measure IN ('FINE', 'SEIZURE', 'LICENCE_REVOCATION')
            GROUP BY domain ORDER BY counted DESC, domain LIMIT 1000
            """;
    private static final String SEIZED = """
            SELECT unit, SUM(quantity), SUM(quantity IS NULL), COUNT(*) AS counted FROM sanction
            """ + IN_SPAN.formatted("decided_on") + """
             AND measure = 'SEIZURE' GROUP BY unit ORDER BY counted DESC, unit LIMIT 1000
            """;
    private static final String PETITIONS = """
            SELECT kind, COUNT(*), SUM(earlier), SUM(settled AND status = 'RESOLVED'),
                SUM(settled AND status = 'TRANSFERRED'), COALESCE(SUM(CASE WHEN NOT earlier THEN people END), 0),
                SUM(NOT earlier AND people IS NULL)
            FROM (
                SELECT kind, status, people,
                    COALESCE(received_on < ?, period_end < ?) AS earlier,
                    status <> 'PENDING' AND COALESCE(settled_on <= ?, period_end <= ?, FALSE) AS settled,
                    status <> 'PENDING' AND COALESCE(settled_on < ?, period_end < ?, FALSE) AS settled_earlier
                FROM petition
                WHERE organization = ?
                  AND (received_on <= ?
                       OR (received_on IS NULL AND period_end <= ? AND (period_start >= ? OR period_end < ?)))
            ) AS p
            WHERE NOT (earlier AND settled_earlier)
            GROUP BY kind
            ORDER BY kind
            """;

    private final Jdbc jdbc;
    private final String credential;
    private final String organization;
    private final CalendarPeriod period;

    CasesInJdbc(Jdbc jdbc, String credential, String organization, CalendarPeriod period) {
        this.jdbc = jdbc;
        this.credential = credential;
        this.organization = organization;
        this.period = period;
    }

    /** What the service is compared with. */
    record Counts(long inspections, long entities, long penalties, BigDecimal fines, long petitions, int domains) {}

    Counts count() throws SQLException {
        jdbc.one(
                """
                SELECT c.id, c.organization, o.path, c.secret_hash, c.scopes
                FROM credential c JOIN organization o ON o.code = c.organization
                WHERE c.id = ? AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?)
                """,
                row -> row.getString(3) + row.getString(4) + row.getString(5),
                credential,
                LocalDateTime.now(ZoneOffset.UTC));
        jdbc.one(
                "SELECT code, kind, path, name_vi, valid_from, valid_to FROM organization WHERE code = ?",
                row -> row.getString(3),
                organization);
        Object[] span = span();
        List<long[]> inspected =
                jdbc.list(INSPECTIONS, row -> new long[] {row.getLong(4), row.getLong(5), row.getLong(6)}, span);
        List<String> domains = jdbc.list(INSPECTED_DOMAINS, row -> row.getString(1), span);
        List<Sanctioned> sanctioned = jdbc.list(
                SANCTIONS, row -> new Sanctioned(row.getString(1), row.getLong(3), row.getBigDecimal(4)), span);
        jdbc.list(SANCTIONED_DOMAINS, row -> row.getString(1), span);
        jdbc.list(SEIZED, row -> row.getBigDecimal(2), span);
        List<Long> petitions =
                jdbc.list(PETITIONS, row -> row.getString(1).equals("RECEPTION") ? 0 : row.getLong(2), petitionSpan());
        stated();
        jdbc.commit();
        return new Counts(
                inspected.stream().mapToLong(row -> row[0]).sum(),
                inspected.stream().mapToLong(row -> row[1]).sum(),
                sanctioned.stream()
                        .filter(Sanctioned::isPenalty)
                        .mapToLong(Sanctioned::count)
                        .sum(),
                sanctioned.stream()
                        .filter(row -> row.measure().equals("FINE"))
                        .map(Sanctioned::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                petitions.stream().mapToLong(Long::longValue).sum(),
                domains.size());
    }

    private record Sanctioned(String measure, long count, BigDecimal amount) {
        boolean isPenalty() {
            return List.of("FINE", "SEIZURE", "LICENCE_REVOCATION").contains(measure);
        }
    }

    private void stated() throws SQLException {
        List<String> stating = jdbc.list(
                "SELECT * FROM indicator WHERE states IS NOT NULL ORDER BY code", row -> row.getString("code"));
        if (stating.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>(List.of(organization, period.code()));
        arguments.addAll(stating);
        jdbc.list("""
                SELECT * FROM observation
                WHERE organization = ? AND period = ? AND indicator IN (%s) AND in_force_to IS NULL
                """.formatted(Jdbc.places(stating.size())), row -> row.getBigDecimal("value"), arguments.toArray());
    }

    private Object[] span() {
        LocalDate start = period.start();
        LocalDate end = period.end();
        return new Object[] {organization, start, end, start, end};
    }

    private Object[] petitionSpan() {
        LocalDate start = period.start();
        LocalDate end = period.end();
        return Stream.concat(
                        Arrays.stream(new Object[] {start, start, end, end, start, start}),
                        Arrays.stream(new Object[] {organization, end, end, start, start}))
                .toArray();
    }
}
