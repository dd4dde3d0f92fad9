package vn.kybao.total;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.ReportingCalendar;
import vn.kybao.calculation.Figure;
import vn.kybao.calculation.FigureSource;
import vn.kybao.calculation.StatedFigure;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;

/** Which days figures are about: those of the regime they were filed under, up to the day they were taken. */
final class Reaches {
    private Reaches() {}

    /**
     * The days of a figure that was filed, or that adds up from filed ones. Null where its parts follow different calendars,
     * and where one of them was taken before its days were over and others follow: what came between stands in neither.
     */
    static @Nullable Reach of(Figure figure, CalendarPeriod period, FigureSource source) {
        List<StatedFigure> filed = filed(figure)
                .sorted(Comparator.comparing(StatedFigure::period, Comparator.comparing(Reaches::lastDay)))
                .toList();
        Set<ReportingCalendar> calendars =
                filed.stream().map(one -> calendar(one, source)).collect(Collectors.toSet());
        if (calendars.size() != 1) {
            return null;
        }
        ReportingCalendar calendar = calendars.iterator().next();
        for (StatedFigure part : filed.subList(0, filed.size() - 1)) {
            if (taken(part, calendar).isPresent()) {
                return null;
            }
        }
        StatedFigure last = filed.getLast();
        Window own = new Window(period.start(), period.end());
        Window window = period.window(calendar);
        return new Reach(window, window.equals(own) ? null : last.regime(), null).until(last.asOf());
    }

    private static Stream<StatedFigure> filed(Figure figure) {
        StatedFigure own = figure.stated();
        return own != null ? Stream.of(own) : figure.parts().stream().flatMap(Reaches::filed);
    }

    private static ReportingCalendar calendar(StatedFigure figure, FigureSource source) {
        return source.calendar(figure.regime()).orElse(ReportingCalendar.CALENDAR);
    }

    private static LocalDate lastDay(String period) {
        return CalendarPeriod.parse(period).map(CalendarPeriod::end).orElse(LocalDate.MAX);
    }

    /** The day a figure was taken, where its own days went on after it. */
    private static Optional<LocalDate> taken(StatedFigure figure, ReportingCalendar calendar) {
        LocalDate asOf = figure.asOf();
        return CalendarPeriod.parse(figure.period())
                .map(period -> period.window(calendar).end())
                .filter(end -> asOf != null && asOf.isBefore(end))
                .map(end -> asOf);
    }
}
