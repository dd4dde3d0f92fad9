package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.StatedTotal;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.CalendarPeriod.Window;
import vn.kybao.problem.Note;
import vn.kybao.task.TaskTally.Counts;
import vn.kybao.time.Vietnam;
import vn.kybao.total.StatedTotals;
import vn.kybao.total.StatedTotals.Stated;
import vn.kybao.total.Total;

/** Tasks as other features need them: how many, beside what was stated, and which ones are not done. */
@Singleton
public class TaskTotals {
    private final TaskRepository repository;
    private final Counting counting;
    private final StatedTotals stated;
    private final Clock clock;

    TaskTotals(TaskRepository repository, Counting counting, StatedTotals stated, Clock clock) {
        this.repository = repository;
        this.counting = counting;
        this.stated = stated;
        this.clock = clock;
    }

    /**
     * Tasks that are not done.
     *
     * @param open how many there are
     * @param openTasks links to the first of them, by deadline
     * @param overdue how many of them should have been done
     * @param overdueTasks links to the first of those
     */
    public record Outstanding(long open, List<String> openTasks, long overdue, List<String> overdueTasks) {}

    /**
     * Counts an organization's tasks of a period.
     *
     * @param window the days of the period under a regime's calendar
     * @param asOf the day they are counted on, or null for today; never later than the window's last day
     * @param openRegimes which regimes' figures may be told beside them
     */
    public TaskTally tally(
            OrganizationRef organization,
            CalendarPeriod period,
            Window window,
            @Nullable LocalDate asOf,
            Predicate<String> openRegimes) {
        Span span = Span.of(window, asOf == null ? Vietnam.today(clock) : asOf);
        Counts counted = counting.count(organization.code(), span, null).total();
        return tally(organization, period, window, span, counted, stated.of(organization, period, openRegimes));
    }

    /** Which tasks of a tally were not done on its day; so many links at most. */
    public Outstanding outstanding(TaskTally tally, int most) {
        return new Outstanding(
                tally.counted().open(),
                links(tally, false, most),
                tally.counted().overdue(),
                links(tally, true, most));
    }

    TaskTally tally(
            OrganizationRef organization,
            CalendarPeriod period,
            Window window,
            Span span,
            Counts counted,
            Map<StatedTotal, Stated> filed) {
        Map<StatedTotal, Total> totals = new EnumMap<>(StatedTotal.class);
        total(totals, StatedTotal.TASKS_RECEIVED, counted.received(), filed);
        total(totals, StatedTotal.TASKS_COMPLETED, counted.completed(), filed);
        total(totals, StatedTotal.TASKS_ON_TIME, counted.onTime(), filed);
        total(totals, StatedTotal.TASKS_OVERDUE, counted.overdue(), filed);
        List<Note> findings = new ArrayList<>(Plausibility.of(totals));
        totals.values().stream()
                .map(Total::difference)
                .flatMap(Optional::stream)
                .forEach(findings::add);
        return new TaskTally(organization, period, window, span.day(), counted, totals, findings);
    }

    private static void total(
            Map<StatedTotal, Total> totals, StatedTotal what, long counted, Map<StatedTotal, Stated> filed) {
        totals.put(what, Total.count(what, counted, filed.get(what)));
    }

    private List<String> links(TaskTally tally, boolean overdue, int most) {
        return repository.open(tally.organization().code(), tally.day(), overdue, most).stream()
                .map(TaskService::path)
                .toList();
    }
}
