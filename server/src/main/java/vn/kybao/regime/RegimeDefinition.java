package vn.kybao.regime;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Measure;
import vn.kybao.api.model.PeriodType;
import vn.kybao.api.model.ReportingCalendar;

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
 * @param autoApprove whether submissions come into force without a review
 */
public record RegimeDefinition(
        String code,
        String owner,
        LocalizedText title,
        String receiver,
        List<String> reporters,
        ReportingCalendar calendar,
        List<Line> lines,
        boolean autoApprove) {

    /**
     * One indicator of the regime.
     *
     * @param indicator its code
     * @param expects what is expected of it
     */
    public record Line(String indicator, List<Expected> expects) {}

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

    public List<String> indicators() {
        return lines.stream().map(Line::indicator).toList();
    }

    /** What is expected of an indicator in a type of period; empty when nothing is. */
    public Optional<Expected> expected(String indicator, PeriodType type) {
        return lines.stream()
                .filter(line -> line.indicator().equals(indicator))
                .flatMap(line -> line.expects().stream())
                .filter(expected -> expected.periodType() == type)
                .findFirst();
    }

    /** True when anything is expected in that type of period. */
    public boolean covers(PeriodType type) {
        return lines.stream().flatMap(line -> line.expects().stream()).anyMatch(e -> e.periodType() == type);
    }
}
