package vn.kybao.task;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.document.DocumentService;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.organization.Parties;
import vn.kybao.period.PeriodService;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** What a task must be to be written. */
@Singleton
final class TaskChecks {
    private final TaskRepository repository;
    private final OrganizationService organizations;
    private final Parties parties;
    private final PeriodService periods;
    private final DocumentService documents;

    TaskChecks(
            TaskRepository repository,
            OrganizationService organizations,
            Parties parties,
            PeriodService periods,
            DocumentService documents) {
        this.repository = repository;
        this.organizations = organizations;
        this.parties = parties;
        this.periods = periods;
        this.documents = documents;
    }

    /**
     * Checks new tasks, whole.
     *
     * @param tasks each by the pointer to it; a task that could not be read is null
     * @return the organizations that are to owe them, by code
     */
    Map<String, OrganizationRef> creating(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Map<String, OrganizationRef> owners = owners(tasks, findings);
        content(tasks, findings);
        sources(tasks, findings);
        tasks.forEach((at, task) -> {
            if (task != null) {
                placed(task, at, findings);
                if (task.getExternalId() != null && task.getRegister() == null) {
                    findings.add(Note.error(ProblemCode.REQUIRED)
                            .at(at + "/register")
                            .with("field", "register"));
                }
            }
        });
        externalIds(tasks, findings);
        return owners;
    }

    /** Checks what tasks say, whoever owes them. */
    void content(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Map<String, @Nullable Party> named = new LinkedHashMap<>();
        tasks.forEach((at, task) -> {
            if (task == null) {
                return;
            }
            named.put(at + "/assigner", task.getAssigner());
            named.put(at + "/lead", task.getLead());
            List<@Nullable Party> partners = new ArrayList<>();
            partners.addAll(Objects.requireNonNullElse(task.getPartners(), List.of()));
            named.putAll(Parties.at(at + "/partners", partners));
            periods.find(task.getPeriod(), at + "/period", findings);
            reversed(task, null).forEach(note -> findings.add(note.at(at + note.pointer())));
        });
        parties.check(named, findings);
    }

    /** Without a day or a period nobody could tell in which report the task belongs. */
    void placed(TaskCreate task, String at, Findings findings) {
        if (task.getAssignedOn() == null
                && task.getPeriod() == null
                && !findings.refuses(at + "/assignedOn")
                && !findings.refuses(at + "/period")) {
            findings.add(Note.error(ProblemCode.DATE_OR_PERIOD).at(at + "/assignedOn"));
        }
    }

    /** The documents that set the tasks have to be registered and open to the caller. */
    void sources(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Map<String, @Nullable String> cited = new LinkedHashMap<>();
        tasks.forEach((at, task) -> cited.put(at + "/sourceDocument", task == null ? null : task.getSourceDocument()));
        documents.check(cited, findings);
    }

    /** So has the one that extends a task. */
    void document(@Nullable String id, String pointer, Findings findings) {
        documents.readable(id, pointer, findings);
    }

    /** Days that cannot follow each other, by the field of the later one. */
    static List<Note> reversed(TaskCreate task, @Nullable LocalDate completedOn) {
        LocalDate assigned = task.getAssignedOn();
        if (assigned == null) {
            return List.of();
        }
        List<Note> notes = new ArrayList<>();
        boolean exclusive = Boolean.TRUE.equals(task.getDueExclusive());
        LocalDate due = task.getDueOn();
        LocalDate deadline = TaskDays.firstDeadline(due, exclusive);
        if (due != null && deadline != null && deadline.isBefore(assigned)) {
            notes.add(reversed("/dueOn", due, (exclusive ? "> " : "≥ ") + assigned));
        }
        if (completedOn != null && completedOn.isBefore(assigned)) {
            notes.add(reversed("/completedOn", completedOn, "≥ " + assigned));
        }
        return notes;
    }

    static Note reversed(String pointer, LocalDate found, String expected) {
        return Note.error(ProblemCode.DATES_REVERSED)
                .at(pointer)
                .actual(found.toString())
                .expected(expected);
    }

    /** The finding about a day that is yet to come. */
    static void notLater(@Nullable LocalDate day, LocalDate today, String pointer, Findings findings) {
        if (day != null && day.isAfter(today)) {
            findings.add(Note.error(ProblemCode.DATE_LATER)
                    .at(pointer)
                    .with("date", day)
                    .with("today", today));
        }
    }

    private Map<String, OrganizationRef> owners(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Set<String> codes = tasks.values().stream()
                .filter(Objects::nonNull)
                .map(TaskCreate::getOrganization)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, OrganizationRef> known = organizations.find(codes).stream()
                .collect(Collectors.toMap(OrganizationRef::code, Function.identity()));
        for (OrganizationRef owner : known.values()) {
            if (!Caller.current().covers(owner.path())) {
                throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", owner.code()));
            }
        }
        tasks.forEach((at, task) -> {
            String code = task == null ? null : task.getOrganization();
            if (code != null && !known.containsKey(code)) {
                findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE)
                        .at(at + "/organization")
                        .actual(code));
            }
        });
        return known;
    }

    /** An id of a register names one task, be the other stored already or sent along. */
    private void externalIds(Map<String, @Nullable TaskCreate> tasks, Findings findings) {
        Map<Register, Map<String, String>> places = new LinkedHashMap<>();
        tasks.forEach((at, task) -> {
            Register register = task == null ? null : Register.of(task);
            if (task == null || register == null) {
                return;
            }
            String id = task.getExternalId();
            String earlier =
                    places.computeIfAbsent(register, r -> new TreeMap<>()).putIfAbsent(id, at + "/externalId");
            if (earlier != null) {
                findings.add(Note.error(ProblemCode.DUPLICATE_ENTRY)
                        .at(at + "/externalId")
                        .actual(id));
            }
        });
        places.forEach((register, pointers) -> repository
                .taken(register.organization(), register.code(), pointers.keySet())
                .forEach(id -> findings.add(
                        Note.error(ProblemCode.CODE_TAKEN).at(pointers.get(id)).actual(id))));
    }

    /** A register of an organization. */
    private record Register(String organization, String code) {
        static @Nullable Register of(TaskCreate task) {
            return task.getOrganization() == null || task.getRegister() == null || task.getExternalId() == null
                    ? null
                    : new Register(task.getOrganization(), task.getRegister());
        }
    }
}
