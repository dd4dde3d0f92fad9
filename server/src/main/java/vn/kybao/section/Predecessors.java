package vn.kybao.section;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.section.SectionRepository.Head;

/** What earlier reports of the same organization, regime and type of period have, up to the same period of last year. */
@Singleton
final class Predecessors {
    private static final int MOST_SECTIONS = 1_000;

    private final SectionRepository repository;

    Predecessors(SectionRepository repository) {
        this.repository = repository;
    }

    /** By node, the section of the latest report that has it. */
    Map<String, Head> latest(Report report, CalendarPeriod period, List<String> nodes) {
        List<String> periods = periodsBefore(period);
        Map<String, Head> latest = new HashMap<>();
        if (!nodes.isEmpty() && !periods.isEmpty()) {
            repository.elsewhere(report.organization(), report.regime(), periods, nodes).stream()
                    .sorted(Comparator.comparingInt(head -> periods.indexOf(head.period())))
                    .forEach(head -> latest.putIfAbsent(head.node(), head));
        }
        return latest;
    }

    /** All sections of the latest report that has any, those of its own included. */
    List<Head> before(Report report, CalendarPeriod period) {
        for (String code : periodsBefore(period)) {
            List<Head> heads = repository.heads(report.organization(), code, report.regime(), MOST_SECTIONS);
            if (!heads.isEmpty()) {
                return heads;
            }
        }
        return List.of();
    }

    /** What a plan for the period after its report becomes in a later one; any other span is for people to say. */
    static @Nullable String planFor(SectionRow source, CalendarPeriod period) {
        Optional<String> next = CalendarPeriod.parse(source.period())
                .flatMap(CalendarPeriod::next)
                .map(CalendarPeriod::code);
        boolean follows = source.planFor() != null
                && next.filter(source.planFor()::equals).isPresent();
        return follows ? period.next().map(CalendarPeriod::code).orElse(null) : null;
    }

    static List<String> periodsBefore(CalendarPeriod period) {
        List<String> codes = new ArrayList<>();
        String last = period.samePeriodLastYear().map(CalendarPeriod::code).orElse("");
        Optional<CalendarPeriod> before = period.previous();
        while (before.isPresent()) {
            codes.add(before.get().code());
            before = before.get().code().equals(last)
                    ? Optional.empty()
                    : before.get().previous();
        }
        return codes;
    }
}
