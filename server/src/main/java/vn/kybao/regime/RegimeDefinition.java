package vn.kybao.regime;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.OutlineNode;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.organization.OrganizationRef;

/**
 * A reporting regime as filing and calculating need it.
 *
 * @param code its code
 * @param owner the organization that set it
 * @param title its title
 * @param receiver the organization that receives it
 * @param reporters codes of organizations, or kinds
 * @param calendar how windows follow from periods
 * @param lines its indicators, in the order of the printed annex
 * @param outline the sections of its report, in order
 * @param autoApprove whether submissions come into force without a review
 * @param expectations what the lines expect in each type of period, by indicator
 */
public record RegimeDefinition(
        String code,
        String owner,
        LocalizedText title,
        String receiver,
        List<String> reporters,
        ReportingCalendar calendar,
        List<Line> lines,
        List<OutlineNode> outline,
        boolean autoApprove,
        Map<PeriodType, Map<String, Expected>> expectations) {

    RegimeDefinition(
            String code,
            String owner,
            LocalizedText title,
            String receiver,
            List<String> reporters,
            ReportingCalendar calendar,
            List<Line> lines,
            List<OutlineNode> outline,
            boolean autoApprove) {
        this(code, owner, title, receiver, reporters, calendar, lines, outline, autoApprove, expectations(lines));
    }

    /**
     * One indicator of the regime.
     *
     * @param indicator its code
     * @param expects what is expected of it
     * @param annex whether it stands in the comparison annex
     */
    public record Line(String indicator, List<Expected> expects, boolean annex) {}

    /**
     * What is expected in one type of period.
     *
     * @param periodType the type
     * @param measures the measures that may be filed
     * @param breakdowns the dimensions that values may be split by
     * @param required whether a filing without it is unfinished
     */
    public record Expected(
            PeriodType periodType, Set<Measure> measures, Collection<String> breakdowns, boolean required) {}

    private static Map<PeriodType, Map<String, Expected>> expectations(List<Line> lines) {
        Map<PeriodType, Map<String, Expected>> expectations = new EnumMap<>(PeriodType.class);
        for (Line line : lines) {
            for (Expected expected : line.expects()) {
                expectations
                        .computeIfAbsent(expected.periodType(), type -> new HashMap<>())
                        .putIfAbsent(line.indicator(), expected);
            }
        }
        return expectations;
    }

    /** True when it names the organization, or its kind, as one that reports. */
    boolean names(OrganizationRef organization) {
        return reporters.contains(organization.code()) || reporters.contains(organization.kind());
    }

    /** Every indicator, of the annex and of the text. */
    public List<String> indicators() {
        return lines.stream().map(Line::indicator).toList();
    }

    /** The indicators of the comparison annex, in its order. */
    public List<String> annex() {
        return lines.stream().filter(Line::annex).map(Line::indicator).toList();
    }

    /** What is expected of an indicator in a type of period; empty when nothing is. */
    public Optional<Expected> expected(String indicator, PeriodType type) {
        return Optional.ofNullable(expectations.getOrDefault(type, Map.of()).get(indicator));
    }

    /** True when anything is expected in that type of period. */
    public boolean covers(PeriodType type) {
        return expectations.containsKey(type);
    }
}
