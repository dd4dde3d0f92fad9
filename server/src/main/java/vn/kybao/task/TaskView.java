package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Task;
import vn.kybao.http.Problems;
import vn.kybao.http.RequestState;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.time.Vietnam;

/** Tasks as they are answered. */
@Singleton
final class TaskView {
    private static final int MOST_NOTES = 1_000;

    private final ProgressRepository progress;
    private final FormerDeadlineRepository formerDeadlines;
    private final TaskMapping mapping;
    private final OrganizationService organizations;
    private final Problems problems;
    private final Clock clock;

    TaskView(
            ProgressRepository progress,
            FormerDeadlineRepository formerDeadlines,
            TaskMapping mapping,
            OrganizationService organizations,
            Problems problems,
            Clock clock) {
        this.progress = progress;
        this.formerDeadlines = formerDeadlines;
        this.mapping = mapping;
        this.organizations = organizations;
        this.problems = problems;
        this.clock = clock;
    }

    /** One task as it stands on a day; today when it is null. */
    Task one(TaskRow row, @Nullable LocalDate day) {
        List<ProgressRow> notes =
                row.progressCount() == 0 ? List.of() : progress.since(row.id(), row.progressCount() - MOST_NOTES);
        return all(List.of(row), day, Map.of(row.id(), notes)).getFirst();
    }

    /** Tasks of a list with their last notes: two hundred with a thousand notes each would be no page. */
    List<Task> list(List<TaskRow> rows, @Nullable LocalDate day) {
        List<String> noted = rows.stream()
                .filter(row -> row.progressCount() > 0)
                .map(TaskRow::id)
                .toList();
        Map<String, List<ProgressRow>> notes = noted.isEmpty()
                ? Map.of()
                : progress.last(noted).stream().collect(Collectors.groupingBy(ProgressRow::task));
        return rows.isEmpty() ? List.of() : all(rows, day, notes);
    }

    private List<Task> all(List<TaskRow> rows, @Nullable LocalDate day, Map<String, List<ProgressRow>> notes) {
        LocalDate seen = day == null ? Vietnam.today(clock) : day;
        Map<String, LocalDate> former = former(rows, seen);
        Set<String> own =
                organizations.find(rows.stream().map(TaskRow::organization).collect(Collectors.toSet())).stream()
                        .filter(owner -> Caller.current().covers(owner.path()))
                        .map(OrganizationRef::code)
                        .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> mapping.wire(
                        row,
                        notes.getOrDefault(row.id(), List.of()),
                        own.contains(row.organization()) ? findings(row) : List.of(),
                        TaskDays.timeliness(row, former.getOrDefault(row.id(), row.dueOrder()), seen)))
                .toList();
    }

    /** Deadlines that stood on a day and have been extended since, by task. */
    private Map<String, LocalDate> former(List<TaskRow> rows, LocalDate day) {
        List<String> extended = rows.stream()
                .filter(row -> row.extendedOn() != null && row.extendedOn().isAfter(day))
                .map(TaskRow::id)
                .toList();
        return extended.isEmpty()
                ? Map.of()
                : formerDeadlines.standing(extended, day).stream()
                        .collect(Collectors.toMap(FormerDeadlineRow::task, FormerDeadlineRow::dueOrder));
    }

    /** They name collections, which only who reports under them may see; a partner may not. */
    private List<Finding> findings(TaskRow row) {
        return problems.words(mapping.doubts(row), RequestState.current().language());
    }
}
