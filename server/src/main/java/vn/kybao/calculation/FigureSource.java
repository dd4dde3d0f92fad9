package vn.kybao.calculation;

import java.util.List;
import java.util.Optional;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.period.CalendarPeriod;

/** Where calculating gets what was filed. */
public interface FigureSource {
    /** Everything in force for one organization, indicator, period and part, in any measure. */
    List<StatedFigure> stated(String organization, String indicator, CalendarPeriod period, String breakdown);

    Optional<FigureSpec> spec(String indicator);

    /** The calendar of a regime; empty when the regime is not known. */
    Optional<ReportingCalendar> calendar(String regime);

    /**
     * Who is expected to file the indicator in one of the measures to the organization in that period, each once, the
     * organization itself left out; empty when nobody is.
     */
    List<String> expectedReporters(String organization, String indicator, CalendarPeriod period, MeasureRange range);
}
