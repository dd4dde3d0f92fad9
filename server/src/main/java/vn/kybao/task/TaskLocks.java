package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.collection.PeriodLocks;
import vn.kybao.collection.PeriodLocks.OwnLocks;
import vn.kybao.collection.PeriodLocks.Place;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/**
 * What a closed collection keeps of tasks: the day on which one was assigned (its period when it has none) and the day on
 * which it was done or cancelled. An extension and a cancelling take effect on the day they are made: no closed collection
 * is changed by them.
 */
@Singleton
final class TaskLocks {
    private final PeriodLocks locks;

    TaskLocks(PeriodLocks locks) {
        this.locks = locks;
    }

    /** Refuses new tasks in closed collections, each place looked up once. */
    void creating(Map<String, @Nullable TaskCreate> tasks, Map<String, OrganizationRef> owners, Findings findings) {
        Map<String, OwnLocks> locksOf = new HashMap<>();
        Map<String, Map<Place, Optional<Note>>> known = new HashMap<>();
        tasks.forEach((at, task) -> {
            OrganizationRef owner = task == null ? null : owners.get(task.getOrganization());
            if (task != null && owner != null) {
                Place place = assigned(task.getAssignedOn(), task.getPeriod());
                OwnLocks own = locksOf.computeIfAbsent(owner.code(), code -> locks.of(owner));
                known.computeIfAbsent(owner.code(), code -> new HashMap<>())
                        .computeIfAbsent(place, own::locked)
                        .ifPresent(note -> findings.add(note.at(at + pointer(place))));
            }
        });
    }

    /** Refuses to move the day of assignment or the deadline out of a closed collection or into one. */
    void changing(OrganizationRef owner, TaskRow row, TaskCreate wanted, Findings findings) {
        Place from = assigned(row.assignedOn(), row.period());
        Place to = assigned(wanted.getAssignedOn(), wanted.getPeriod());
        locks.moving(owner, from, to, pointer(to), findings);
        Place due = due(row.dueOn(), row.dueExclusive());
        Place wantedDue = due(wanted.getDueOn(), Boolean.TRUE.equals(wanted.getDueExclusive()));
        locks.moving(owner, due, wantedDue, "/dueOn", findings);
    }

    /** The last good day as first set: whether a task was done in time on the days of a collection hangs on it. */
    private static @Nullable Place due(@Nullable LocalDate dueOn, boolean exclusive) {
        LocalDate day = TaskDays.firstDeadline(dueOn, exclusive);
        return day == null ? null : new Place(day, null);
    }

    /** Refuses to take away a task that a closed collection holds, as assigned, as done or as cancelled. */
    void deleting(OrganizationRef owner, TaskRow row, Findings findings) {
        locks.locked(owner, assigned(row.assignedOn(), row.period()))
                .or(() -> locks.locked(owner, left(row)))
                .ifPresent(findings::add);
    }

    /** Refuses to complete on a day of a closed collection. */
    void completing(OrganizationRef owner, LocalDate day, Findings findings) {
        locks.locked(owner, new Place(day, null))
                .map(note -> note.at("/completedOn"))
                .ifPresent(findings::add);
    }

    /** Refuses to undo what was done, or cancelled, on a day of a closed collection. */
    void reopening(OrganizationRef owner, TaskRow row, Findings findings) {
        locks.locked(owner, left(row)).ifPresent(findings::add);
    }

    /** What a register has changed in closed collections: its word stands, but it is to be seen. */
    List<Note> changedAfterClose(OrganizationRef owner, @Nullable TaskRow before, TaskRow after) {
        Map<Place, LocalDate> places = new LinkedHashMap<>();
        Place from = before == null ? null : assigned(before.assignedOn(), before.period());
        Place to = assigned(after.assignedOn(), after.period());
        if (!to.equals(from)) {
            if (before != null && from != null) {
                places.put(from, before.beginsOn());
            }
            places.put(to, after.beginsOn());
        }
        Place undone = before == null ? null : left(before);
        Place left = left(after);
        if (!Objects.equals(undone, left)) {
            if (undone != null && undone.date() != null) {
                places.put(undone, undone.date());
            }
            if (left.date() != null) {
                places.put(left, left.date());
            }
        }
        if (before != null) {
            LocalDate due = TaskDays.firstDeadline(before.dueOn(), before.dueExclusive());
            LocalDate wanted = TaskDays.firstDeadline(after.dueOn(), after.dueExclusive());
            if (!Objects.equals(due, wanted)) {
                Stream.of(due, wanted).filter(Objects::nonNull).forEach(day -> places.put(new Place(day, null), day));
            }
        }
        List<Note> notes = new ArrayList<>();
        places.forEach((place, day) ->
                locks.locked(owner, place).map(note -> afterClose(note, day)).ifPresent(notes::add));
        return notes;
    }

    private static Note afterClose(Note closed, LocalDate day) {
        return Note.warning(ProblemCode.CHANGED_AFTER_CLOSE)
                .with("date", day)
                .with("period", closed.values().getOrDefault("period", ""))
                .with("regime", closed.values().getOrDefault("regime", ""))
                .evidence(closed.evidence());
    }

    private static Place assigned(@Nullable LocalDate day, @Nullable String period) {
        return new Place(day, day == null ? period : null);
    }

    /** The day on which it was done or cancelled, where that is known. */
    private static Place left(TaskRow row) {
        LocalDate day = switch (TaskStatus.fromValue(row.status())) {
            case ASSIGNED, IN_PROGRESS -> null;
            case COMPLETED -> row.completedOn();
            case CANCELLED -> row.cancelledOn();
        };
        return new Place(day, null);
    }

    private static String pointer(Place place) {
        return place.date() == null ? "/period" : "/assignedOn";
    }
}
