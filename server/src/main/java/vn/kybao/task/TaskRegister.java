package vn.kybao.task;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Severity;
import vn.kybao.api.model.Task;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskRegistration;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.time.Vietnam;

/**
 * Takes over what an external register keeps of tasks: it owns some fields and leaves all others. What it sends is not
 * refused for being out of order or late, since the register would then be ahead for ever; it is kept with a finding.
 */
@Singleton
final class TaskRegister {
    private static final int MOST_DOUBTS = 100;

    private final TaskRepository repository;
    private final TaskStore store;
    private final TaskMapping mapping;
    private final TaskChecks checks;
    private final TaskLocks locks;
    private final TaskView view;
    private final OrganizationService organizations;
    private final Clock clock;

    TaskRegister(
            TaskRepository repository,
            TaskStore store,
            TaskMapping mapping,
            TaskChecks checks,
            TaskLocks locks,
            TaskView view,
            OrganizationService organizations,
            Clock clock) {
        this.repository = repository;
        this.store = store;
        this.mapping = mapping;
        this.checks = checks;
        this.locks = locks;
        this.view = view;
        this.organizations = organizations;
        this.clock = clock;
    }

    Outcome<Task> put(String register, String externalId, TaskRegistration wanted, Findings findings) {
        Optional<OrganizationRef> owner = organizations.writable(wanted.getOrganization(), "/organization", findings);
        // The path is taken as it was sent; a body would have come composed.
        String id = Normalizer.normalize(externalId, Normalizer.Form.NFC);
        Optional<TaskRow> present = owner.flatMap(one -> repository.lockExternal(one.code(), register, id));
        check(wanted, present.map(TaskRow::sourceDocument).orElse(null), findings);
        findings.throwIfErrors();
        if (present.isEmpty()) {
            return create(
                    owner.orElseThrow(), new TaskCreate().register(register).externalId(id), wanted);
        }
        return replace(owner.orElseThrow(), present.get(), wanted);
    }

    private Outcome<Task> create(OrganizationRef owner, TaskCreate bare, TaskRegistration wanted) {
        TaskCreate content = owned(bare.organization(owner.code()), wanted);
        Standing standing =
                Standing.NEW.registered(wanted.getStatus(), wanted.getCompletedOn(), null, wanted.getRegisterStatus());
        Instant now = clock.instant();
        TaskRow plain = store.fresh(content, standing, now);
        List<Note> doubts = doubts(List.of(), locks.changedAfterClose(owner, null, plain), content, standing);
        TaskRow row = mapping.row(plain, content, standing.doubted(doubts));
        store.add(List.of(row));
        return Outcome.created(
                view.one(row, null), 1, TaskService.path(row.id()), TaskService.change("CREATED", row, null));
    }

    /** Sent again it changes nothing, not even the version. */
    private Outcome<Task> replace(OrganizationRef owner, TaskRow row, TaskRegistration wanted) {
        Standing before = mapping.standing(row);
        TaskCreate content = owned(mapping.write(row), wanted);
        Standing standing = before.registered(
                wanted.getStatus(), wanted.getCompletedOn(), Vietnam.today(clock), wanted.getRegisterStatus());
        if (Owned.of(row).equals(Owned.of(wanted))) {
            return Outcome.ok(view.one(row, null), row.version(), List.of());
        }
        TaskRow plain = store.next(row, content, standing, clock.instant());
        List<Note> doubts = doubts(before.doubts(), locks.changedAfterClose(owner, row, plain), content, standing);
        TaskRow next = mapping.row(plain, content, standing.doubted(doubts));
        store.replace(row, next);
        return Outcome.ok(view.one(next, null), next.version(), List.of(TaskService.change("UPDATED", next, null)));
    }

    /** The document that it names already is not asked about again: it may be open to others only by now. */
    private void check(TaskRegistration wanted, @Nullable String kept, Findings findings) {
        // Its days are looked at once they stand beside what is here.
        Map<String, @Nullable TaskCreate> content =
                Map.of("", owned(new TaskCreate(), wanted).assignedOn(null).dueOn(null));
        checks.content(content, findings);
        if (!Objects.equals(wanted.getSourceDocument(), kept)) {
            checks.sources(content, findings);
        }
        TaskChecks.notLater(wanted.getCompletedOn(), Vietnam.today(clock), "/completedOn", findings);
        if (wanted.getStatus() == TaskStatus.COMPLETED
                && wanted.getCompletedOn() == null
                && !findings.refuses("/completedOn")) {
            findings.add(
                    Note.error(ProblemCode.DATE_OR_PERIOD).at("/completedOn").with("variant", "completed"));
        }
    }

    /** What was found before and now; days in the wrong order only as long as they are. */
    private static List<Note> doubts(List<Note> before, List<Note> afterClose, TaskCreate content, Standing standing) {
        List<Note> all = new ArrayList<>(before);
        all.removeIf(note -> note.code() == ProblemCode.DATES_REVERSED);
        afterClose.stream().filter(note -> !all.contains(note)).forEach(all::add);
        LocalDate done = standing.status() == TaskStatus.COMPLETED ? standing.completedOn() : null;
        TaskChecks.reversed(content, done).stream().map(TaskRegister::remark).forEach(all::add);
        // The latest tell most.
        return all.size() <= MOST_DOUBTS ? all : all.subList(all.size() - MOST_DOUBTS, all.size());
    }

    private static Note remark(Note note) {
        return new Note(
                note.code(),
                Severity.WARNING,
                note.place(),
                note.expected(),
                note.actual(),
                false,
                note.evidence(),
                note.values());
    }

    /** The content with the fields of the register in place of what was there. */
    private static TaskCreate owned(TaskCreate content, TaskRegistration wanted) {
        return content.title(wanted.getTitle())
                .assigner(wanted.getAssigner())
                .lead(wanted.getLead())
                .sourceDocument(wanted.getSourceDocument())
                .assignedOn(wanted.getAssignedOn())
                .dueOn(wanted.getDueOn());
    }

    /** The fields of the register, to tell a change from a repetition. */
    private record Owned(
            String title,
            @Nullable Party assigner,
            @Nullable Party lead,
            @Nullable String sourceDocument,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate dueOn,
            @Nullable String registerStatus,
            TaskStatus status,
            @Nullable LocalDate completedOn) {
        static Owned of(TaskRegistration wanted) {
            return new Owned(
                    wanted.getTitle(),
                    wanted.getAssigner(),
                    wanted.getLead(),
                    wanted.getSourceDocument(),
                    wanted.getAssignedOn(),
                    wanted.getDueOn(),
                    wanted.getRegisterStatus(),
                    wanted.getStatus(),
                    wanted.getCompletedOn());
        }

        static Owned of(TaskRow row) {
            return new Owned(
                    row.title(),
                    TaskMapping.party(row.assignerOrganization(), row.assignerText()),
                    TaskMapping.party(row.leadOrganization(), row.leadText()),
                    row.sourceDocument(),
                    row.assignedOn(),
                    row.dueOn(),
                    row.registerStatus(),
                    TaskStatus.fromValue(row.status()),
                    row.completedOn());
        }
    }
}
