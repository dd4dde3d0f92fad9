package vn.kybao.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The annex in plain JDBC: the rows it needs in one transaction, and its percentages. Nothing is rendered. */
final class AnnexInJdbc {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final String CURRENT = "2018-Q1";
    private static final String SAME_PERIOD = "2017-Q1";
    private static final String YEAR = "2018";
    private static final String PREVIOUS_YEAR = "2017";
    private static final List<String> BEST = List.of("ACTUAL", "PRELIMINARY", "ESTIMATE");
    private static final List<String> PLANS = List.of("TARGET", "PLAN");

    private final Jdbc jdbc;
    private final String credential;
    private final List<String> indicators;

    AnnexInJdbc(Jdbc jdbc, String credential, List<String> indicators) {
        this.jdbc = jdbc;
        this.credential = credential;
        this.indicators = indicators;
    }

    /** One row; a percentage is null when there is nothing to compare with, or zero. */
    record Row(
            String indicator,
            BigDecimal previousYear,
            BigDecimal samePeriod,
            BigDecimal plan,
            BigDecimal current,
            BigDecimal vsSamePeriod,
            BigDecimal vsPlan) {}

    private record Key(String indicator, String measure) {}

    private record Definition(String name, String unit, String kind, String valueType) {}

    List<Row> compare() throws SQLException {
        readCatalogue();
        Map<String, Definition> definitions = definitions();
        Map<Key, BigDecimal> current = figures(CURRENT);
        Map<Key, BigDecimal> samePeriod = figures(SAME_PERIOD);
        Map<Key, BigDecimal> year = figures(YEAR);
        Map<Key, BigDecimal> previousYear = figures(PREVIOUS_YEAR);
        jdbc.commit();
        List<Row> rows = new ArrayList<>();
        for (String indicator : indicators) {
            if (definitions.containsKey(indicator)) {
                BigDecimal now = best(current, indicator, BEST);
                BigDecimal before = best(samePeriod, indicator, BEST);
                BigDecimal own = best(current, indicator, PLANS);
                BigDecimal plan = own == null ? best(year, indicator, PLANS) : own;
                rows.add(new Row(
                        indicator,
                        best(previousYear, indicator, BEST),
                        before,
                        plan,
                        now,
                        percent(now, before),
                        percent(now, plan)));
            }
        }
        return rows;
    }

    private void readCatalogue() throws SQLException {
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
                "SELECT code, kind, path, valid_from, valid_to FROM organization WHERE code = ?",
                row -> row.getString(3),
                AnnexContest.DEPARTMENT);
        List<String> collected = jdbc.list(
                "SELECT regime FROM collection WHERE period = ?", row -> row.getString(1), AnnexContest.PERIOD);
        jdbc.one("""
                SELECT code, owner, title_vi, title_en, receiver, reporters, calendar, indicators
                FROM regime WHERE code IN (%s)
                """.formatted(Jdbc.places(collected.size())), row -> row.getString(8), collected.toArray());
    }

    private Map<String, Definition> definitions() throws SQLException {
        Map<String, Definition> definitions = new HashMap<>();
        jdbc.list(
                """
                SELECT code, name_vi, name_en, unit_code, unit_name_vi, unit_name_en, kind, value_type, decimals,
                    time_aggregation, organization_aggregation, formula, replaces
                FROM indicator WHERE code IN (%s)
                """.formatted(Jdbc.places(indicators.size())),
                row -> definitions.put(
                        row.getString(1),
                        new Definition(row.getString(2), row.getString(4), row.getString(7), row.getString(8))),
                indicators.toArray());
        return definitions;
    }

    private Map<Key, BigDecimal> figures(String period) throws SQLException {
        Map<Key, BigDecimal> figures = new HashMap<>();
        jdbc.list(
                """
                SELECT indicator, measure, breakdown, value, state, qualifier, digits, regime, submission
                FROM observation WHERE organization = ? AND period = ? AND in_force_to IS NULL
                """,
                row -> figures.put(new Key(row.getString(1), row.getString(2)), row.getBigDecimal(4)),
                AnnexContest.DEPARTMENT,
                period);
        return figures;
    }

    private static BigDecimal best(Map<Key, BigDecimal> figures, String indicator, List<String> measures) {
        return measures.stream()
                .map(measure -> figures.get(new Key(indicator, measure)))
                .filter(figure -> figure != null)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal percent(BigDecimal current, BigDecimal base) {
        return current == null || base == null || base.signum() == 0
                ? null
                : current.multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
    }
}
