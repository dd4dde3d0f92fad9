package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.period.PeriodService;
import vn.kybao.task.TaskMapping.Stamp;
import vn.kybao.time.Ids;
import vn.kybao.time.Vietnam;

/** Makes rows of tasks and keeps them beside whom they concern and what was noted of them. */
@Singleton
final class TaskStore {
    /** Before every day that there is. */
    private static final LocalDate EVER = LocalDate.of(1000, 1, 1);

    private final TaskRepository tasks;
    private final PartyRepository parties;
    private final ProgressRepository progress;
    private final FormerDeadlineRepository formerDeadlines;
    private final TaskMapping mapping;
    private final PeriodService periods;
    private final Ids ids;

    TaskStore(
            TaskRepository tasks,
            PartyRepository parties,
            ProgressRepository progress,
            FormerDeadlineRepository formerDeadlines,
            TaskMapping mapping,
            PeriodService periods,
            Ids ids) {
        this.tasks = tasks;
        this.parties = parties;
        this.progress = progress;
        this.formerDeadlines = formerDeadlines;
        this.mapping = mapping;
        this.periods = periods;
        this.ids = ids;
    }

    /** The row of a new task. */
    TaskRow fresh(TaskCreate wanted, Standing standing, Instant now) {
        return mapping.row(wanted, standing, new Stamp(ids.next(), begins(wanted, standing, now), 1, now, now));
    }

    /** The next version of a task. */
    TaskRow next(TaskRow row, TaskCreate wanted, Standing standing, Instant now) {
        LocalDate begins = begins(wanted, standing, row.createdAt());
        return mapping.row(wanted, standing, new Stamp(row.id(), begins, row.version() + 1, row.createdAt(), now));
    }

    void add(List<TaskRow> rows) {
        tasks.saveAll(rows);
        parties.saveAll(rows.stream().flatMap(row -> concerned(row).stream()).toList());
    }

    /** Writes the next version over the one that is locked. */
    void replace(TaskRow row, TaskRow next) {
        tasks.update(next);
        if (!mapping.concerned(row).equals(mapping.concerned(next))) {
            parties.deleteOf(row.id());
            parties.saveAll(concerned(next));
        }
        LocalDate first = TaskDays.firstDeadline(next.dueOn(), next.dueExclusive());
        if (next.extendedTo() != null
                && !Objects.equals(first, TaskDays.firstDeadline(row.dueOn(), row.dueExclusive()))) {
            formerDeadlines.reset(row.id(), first, TaskDays.NEVER);
        }
    }

    /** Keeps the deadline that stands until a day on which the task is extended; of several on one day the first counts. */
    void extending(TaskRow row, LocalDate day) {
        LocalDate from = row.extendedOn() == null ? EVER : row.extendedOn();
        if (from.isBefore(day)) {
            formerDeadlines.save(new FormerDeadlineRow(row.id(), day, from, row.extendedTo(), row.dueOrder()));
        }
    }

    /** Keeps a note of progress; the row is still the one before it. */
    void note(TaskRow row, String text, LocalDate day, Instant now) {
        progress.save(new ProgressRow(
                row.id(), row.progressCount(), text, day, Caller.current().credential(), now));
    }

    private List<PartyRow> concerned(TaskRow row) {
        return mapping.concerned(row).stream()
                .map(code -> new PartyRow(code, row.id()))
                .toList();
    }

    /**
     * The day from which a task is owed: that of its assignment, else the first of its period. Of what a register sent
     * without either it is only known that it was there when it came, or was done.
     */
    private LocalDate begins(TaskCreate wanted, Standing standing, Instant createdAt) {
        LocalDate assigned = wanted.getAssignedOn();
        if (assigned != null) {
            return assigned;
        }
        String period = wanted.getPeriod();
        if (period != null) {
            return periods.find(period).map(CalendarPeriod::start).orElseThrow();
        }
        LocalDate came = LocalDate.ofInstant(createdAt, Vietnam.ZONE);
        @Nullable LocalDate done = standing.completedOn();
        return done == null || done.isAfter(came) ? came : done;
    }
}
