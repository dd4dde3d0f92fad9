package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Reason;
import vn.kybao.api.model.Task;
import vn.kybao.api.model.TaskCompletion;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskExtension;
import vn.kybao.api.model.TaskProgressNote;
import vn.kybao.http.IfMatch;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.problem.Findings;
import vn.kybao.task.Standing.Extension;
import vn.kybao.time.Vietnam;

/** The moves of a task: progress by who works on it, all others by who owes it. */
@Singleton
final class TaskActions {
    private final TaskStore store;
    private final TaskMapping mapping;
    private final TaskAccess access;
    private final TaskChecks checks;
    private final TaskLocks locks;
    private final TaskView view;
    private final Clock clock;

    TaskActions(
            TaskStore store,
            TaskMapping mapping,
            TaskAccess access,
            TaskChecks checks,
            TaskLocks locks,
            TaskView view,
            Clock clock) {
        this.store = store;
        this.mapping = mapping;
        this.access = access;
        this.checks = checks;
        this.locks = locks;
        this.view = view;
        this.clock = clock;
    }

    Outcome<Task> progress(String id, TaskProgressNote note, Findings findings) {
        TaskRow row = access.locked(id);
        access.requireParticipant(row);
        Standing standing = allowed(row, Move.PROGRESS, findings);
        LocalDate today = Vietnam.today(clock);
        LocalDate day = note.getOn() == null ? today : note.getOn();
        TaskChecks.notLater(day, today, "/on", findings);
        findings.throwIfErrors();
        Instant now = clock.instant();
        store.note(row, note.getText(), day, now);
        Standing next = standing.moved(Move.PROGRESS.to(standing.status()), standing.reason(), standing.completedOn());
        return moved(row, mapping.write(row), next.noted(), Move.PROGRESS, null, now);
    }

    Outcome<Task> complete(String id, TaskCompletion completion, Findings findings) {
        TaskRow row = access.locked(id);
        OrganizationRef owner = access.owner(row);
        Standing standing = allowed(row, Move.COMPLETE, findings);
        LocalDate today = Vietnam.today(clock);
        LocalDate day = completion.getCompletedOn() == null ? today : completion.getCompletedOn();
        TaskChecks.notLater(day, today, "/completedOn", findings);
        LocalDate assigned = row.assignedOn();
        if (assigned != null && day.isBefore(assigned)) {
            findings.add(TaskChecks.reversed("/completedOn", day, "≥ " + assigned));
        }
        locks.completing(owner, day, findings);
        findings.throwIfErrors();
        Instant now = clock.instant();
        Standing next = standing.moved(Move.COMPLETE.to(standing.status()), null, day);
        if (completion.getNote() != null) {
            store.note(row, completion.getNote(), day, now);
            next = next.noted();
        }
        TaskCreate content = mapping.write(row);
        if (completion.getProduct() != null) {
            content.product(completion.getProduct());
        }
        return moved(row, content, next, Move.COMPLETE, completion.getNote(), now);
    }

    Outcome<Task> extend(String id, TaskExtension wanted, Findings findings) {
        TaskRow row = access.locked(id);
        access.owner(row);
        Standing standing = allowed(row, Move.EXTEND, findings);
        checks.document(wanted.getDocument(), "/document", findings);
        // Against the deadline set first, so that a mistaken extension can be put right by another.
        LocalDate first = TaskDays.firstDeadline(row.dueOn(), row.dueExclusive());
        LocalDate to = wanted.getExtendedTo();
        if (first != null && !to.isAfter(first)) {
            findings.add(TaskChecks.reversed("/extendedTo", to, "> " + first));
        } else if (row.assignedOn() != null && to.isBefore(row.assignedOn())) {
            findings.add(TaskChecks.reversed("/extendedTo", to, "≥ " + row.assignedOn()));
        }
        findings.throwIfErrors();
        LocalDate today = Vietnam.today(clock);
        store.extending(row, today);
        Standing next = standing.extended(new Extension(to, today, wanted.getReason(), wanted.getDocument()));
        return moved(row, mapping.write(row), next, Move.EXTEND, wanted.getReason(), clock.instant());
    }

    Outcome<Task> cancel(String id, Reason reason, Findings findings) {
        TaskRow row = access.locked(id);
        access.owner(row);
        Standing standing = allowed(row, Move.CANCEL, findings);
        Standing next = standing.cancelled(reason.getReason(), Vietnam.today(clock));
        return moved(row, mapping.write(row), next, Move.CANCEL, reason.getReason(), clock.instant());
    }

    Outcome<Task> reopen(String id, Reason reason, Findings findings) {
        TaskRow row = access.locked(id);
        OrganizationRef owner = access.owner(row);
        Standing standing = allowed(row, Move.REOPEN, findings);
        locks.reopening(owner, row, findings);
        findings.throwIfErrors();
        Standing next = standing.moved(Move.REOPEN.to(standing.status()), reason.getReason(), null);
        return moved(row, mapping.write(row), next, Move.REOPEN, reason.getReason(), clock.instant());
    }

    /** How the task stands, once what was sent can be read and the move is allowed. */
    private Standing allowed(TaskRow row, Move move, Findings findings) {
        IfMatch.ifPresent(row.version());
        findings.throwIfErrors();
        Standing standing = mapping.standing(row);
        move.requireFrom(standing.status());
        return standing;
    }

    private Outcome<Task> moved(
            TaskRow row, TaskCreate content, Standing standing, Move move, @Nullable String detail, Instant now) {
        TaskRow next = store.next(row, content, standing, now);
        store.replace(row, next);
        return Outcome.ok(view.one(next, null), next.version(), List.of(TaskService.change(move.name(), next, detail)));
    }
}
