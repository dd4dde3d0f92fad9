package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Task;
import vn.kybao.api.model.TaskBatch;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskPage;
import vn.kybao.api.model.TaskSort;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.api.model.Timeliness;
import vn.kybao.http.IfMatch;
import vn.kybao.http.RequestState;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.json.MergePatch;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.paging.Pages.Page;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Tasks: written by who owes them, read by everyone whom they concern. */
@Singleton
public class TaskService {
    static final String RESOURCE = "task";

    private final TaskRepository repository;
    private final TaskStore store;
    private final TaskMapping mapping;
    private final TaskAccess access;
    private final TaskChecks checks;
    private final TaskLocks locks;
    private final TaskList list;
    private final TaskView view;
    private final MergePatch patches;
    private final Clock clock;

    TaskService(
            TaskRepository repository,
            TaskStore store,
            TaskMapping mapping,
            TaskAccess access,
            TaskChecks checks,
            TaskLocks locks,
            TaskList list,
            TaskView view,
            MergePatch patches,
            Clock clock) {
        this.repository = repository;
        this.store = store;
        this.mapping = mapping;
        this.access = access;
        this.checks = checks;
        this.locks = locks;
        this.list = list;
        this.view = view;
        this.patches = patches;
        this.clock = clock;
    }

    /** What is asked for; every part may be left out. */
    record Filter(
            @Nullable String q,
            @Nullable String organization,
            @Nullable String period,
            @Nullable String regime,
            @Nullable String lead,
            @Nullable String leadText,
            @Nullable String assigner,
            @Nullable String assignerText,
            @Nullable String register,
            @Nullable TaskStatus status,
            @Nullable Timeliness timeliness,
            @Nullable LocalDate overdueOn,
            @Nullable LocalDate asOf,
            @Nullable TaskSort sort) {}

    Page<Task> page(Filter filter, @Nullable Integer limit, @Nullable String cursor) {
        return list.page(filter, limit, cursor).mapAll(rows -> view.list(rows, filter.asOf()));
    }

    Task get(String id, @Nullable LocalDate asOf) {
        return view.one(access.readable(id), asOf);
    }

    Outcome<Task> create(TaskCreate wanted, Findings findings) {
        TaskRow row = create(Map.of("", wanted), findings).getFirst();
        return Outcome.created(view.one(row, null), 1, path(row.id()), change("CREATED", row, null));
    }

    /** All of a notice's tasks, or none. */
    Outcome<TaskPage> createAll(TaskBatch batch, Findings findings) {
        List<TaskCreate> sent = Objects.requireNonNullElse(batch.getTasks(), List.of());
        Map<String, @Nullable TaskCreate> tasks = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            tasks.put("/tasks/" + i, sent.get(i));
        }
        List<TaskRow> rows = create(tasks, findings);
        return Outcome.ok(
                new TaskPage().items(view.list(rows, null)),
                0,
                rows.stream().map(row -> change("CREATED", row, null)).toList());
    }

    private List<TaskRow> create(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Map<String, OrganizationRef> owners = checks.creating(tasks, findings);
        locks.creating(tasks, owners, findings);
        findings.throwIfErrors();
        Instant now = clock.instant();
        List<TaskRow> rows = tasks.values().stream()
                .map(task -> store.fresh(Objects.requireNonNull(task), Standing.NEW, now))
                .toList();
        store.add(rows);
        return rows;
    }

    Outcome<Task> update(String id, Findings findings) {
        TaskRow row = access.locked(id);
        OrganizationRef owner = access.owner(row);
        IfMatch.required(row.version());
        TaskCreate wanted =
                patches.apply(mapping.write(row), RequestState.current().bodyTree(), TaskCreate.class);
        checks.content(Map.of("", wanted), findings);
        // One that another set may be open to whoever set it only; it is not asked about again.
        if (!Objects.equals(wanted.getSourceDocument(), row.sourceDocument())) {
            checks.sources(Map.of("", wanted), findings);
        }
        if (row.assignedOn() != null || row.period() != null) {
            checks.placed(wanted, "", findings);
        }
        assignedBeforeDone(wanted, row).ifPresent(findings::add);
        locks.changing(owner, row, wanted, findings);
        findings.throwIfErrors();
        // Days that a register sent the wrong way round have just been found in order.
        List<Note> doubts = mapping.doubts(row).stream()
                .filter(note -> note.code() != ProblemCode.DATES_REVERSED)
                .toList();
        TaskRow next = store.next(row, wanted, mapping.standing(row).doubted(doubts), clock.instant());
        store.replace(row, next);
        return Outcome.ok(view.one(next, null), next.version(), List.of(change("UPDATED", next, null)));
    }

    Outcome<Void> delete(String id, Findings findings) {
        TaskRow row = access.locked(id);
        OrganizationRef owner = access.owner(row);
        IfMatch.required(row.version());
        locks.deleting(owner, row, findings);
        findings.throwIfErrors();
        repository.delete(id);
        Change change = new Change("DELETED", RESOURCE, id, row.organization(), row.version() + 1, null);
        return new Outcome<>(204, null, 0, null, List.of(change), null);
    }

    /** A task that is done cannot have been assigned later. */
    private static Optional<Note> assignedBeforeDone(TaskCreate wanted, TaskRow row) {
        LocalDate assigned = wanted.getAssignedOn();
        LocalDate done = row.completedOn();
        return row.status().equals(TaskStatus.COMPLETED.getValue())
                        && assigned != null
                        && done != null
                        && assigned.isAfter(done)
                ? Optional.of(TaskChecks.reversed("/assignedOn", assigned, "≤ " + done))
                : Optional.empty();
    }

    static String path(String id) {
        return "/v1/tasks/" + id;
    }

    static Change change(String type, TaskRow row, @Nullable String detail) {
        return new Change(type, RESOURCE, row.id(), row.organization(), row.version(), detail);
    }
}
