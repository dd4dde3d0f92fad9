package vn.kybao.task;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Finding;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Task;
import vn.kybao.api.model.TaskCreate;
import vn.kybao.api.model.TaskProgress;
import vn.kybao.api.model.TaskStatus;
import vn.kybao.api.model.Timeliness;
import vn.kybao.idempotency.Fingerprints;
import vn.kybao.json.JsonText;
import vn.kybao.organization.Parties;
import vn.kybao.problem.Note;
import vn.kybao.search.SearchText;
import vn.kybao.task.Standing.Extension;
import vn.kybao.time.Instants;

@Singleton
final class TaskMapping {
    private static final int KEY_DIGITS = 40;

    private final JsonText json;

    TaskMapping(JsonText json) {
        this.json = json;
    }

    /**
     * What a row is besides its content.
     *
     * @param id its id
     * @param begins the day from which it is owed
     * @param version its version
     * @param createdAt when it was made
     * @param updatedAt when it was last changed
     */
    record Stamp(String id, LocalDate begins, long version, Instant createdAt, Instant updatedAt) {}

    TaskRow row(TaskCreate wire, Standing standing, Stamp stamp) {
        Party assigner = wire.getAssigner();
        Party lead = wire.getLead();
        Extension extension = standing.extension();
        boolean exclusive = Boolean.TRUE.equals(wire.getDueExclusive());
        LocalDate deadline = TaskDays.deadline(wire.getDueOn(), exclusive, extension == null ? null : extension.to());
        return new TaskRow(
                stamp.id(),
                wire.getOrganization(),
                wire.getTitle(),
                Parties.organization(assigner),
                text(assigner),
                key(assigner),
                Parties.organization(lead),
                text(lead),
                key(lead),
                json.write(partners(wire)),
                wire.getSourceDocument(),
                wire.getClause(),
                wire.getRegister(),
                wire.getExternalId(),
                standing.registerStatus(),
                wire.getAssignedOn(),
                wire.getDueOn(),
                exclusive,
                wire.getDueText(),
                extension == null ? null : extension.to(),
                extension == null ? null : extension.on(),
                extension == null ? null : extension.reason(),
                extension == null ? null : extension.document(),
                wire.getPeriod(),
                standing.status().getValue(),
                standing.reason(),
                standing.completedOn(),
                standing.cancelledOn(),
                wire.getProduct(),
                json.write(standing.doubts()),
                standing.notes(),
                deadline,
                deadline == null ? TaskDays.NEVER : deadline,
                stamp.begins(),
                TaskDays.left(standing.status(), stamp.begins(), standing.completedOn(), standing.cancelledOn()),
                searchText(wire),
                stamp.version(),
                stamp.createdAt(),
                stamp.updatedAt());
    }

    /** The same version of a row with what has been found out about it since. */
    TaskRow row(TaskRow row, TaskCreate wire, Standing standing) {
        return row(
                wire, standing, new Stamp(row.id(), row.beginsOn(), row.version(), row.createdAt(), row.updatedAt()));
    }

    /** What a caller would send to make this task: the base of a merge patch. */
    TaskCreate write(TaskRow row) {
        return new TaskCreate()
                .organization(row.organization())
                .title(row.title())
                .assigner(party(row.assignerOrganization(), row.assignerText()))
                .lead(party(row.leadOrganization(), row.leadText()))
                .partners(json.readList(row.partners(), Party.class))
                .sourceDocument(row.sourceDocument())
                .clause(row.clause())
                .register(row.register())
                .externalId(row.externalId())
                .assignedOn(row.assignedOn())
                .dueOn(row.dueOn())
                .dueExclusive(row.dueExclusive())
                .dueText(row.dueText())
                .period(row.period())
                .product(row.product());
    }

    Standing standing(TaskRow row) {
        LocalDate extendedTo = row.extendedTo();
        return new Standing(
                TaskStatus.fromValue(row.status()),
                row.statusReason(),
                row.completedOn(),
                row.cancelledOn(),
                row.registerStatus(),
                extendedTo == null
                        ? null
                        : new Extension(
                                extendedTo,
                                row.extendedOn(),
                                Objects.requireNonNullElse(row.extensionReason(), ""),
                                row.extensionDocument()),
                doubts(row),
                row.progressCount());
    }

    List<Note> doubts(TaskRow row) {
        return json.readList(row.findings(), Note.class);
    }

    /** The organizations that it concerns, by code: who owes it, leads it, takes part or has assigned it. */
    Set<String> concerned(TaskRow row) {
        Set<String> codes = participants(row);
        if (row.assignerOrganization() != null) {
            codes.add(row.assignerOrganization());
        }
        return codes;
    }

    /** The organizations that work on it, by code. */
    Set<String> participants(TaskRow row) {
        Set<String> codes = new TreeSet<>();
        codes.add(row.organization());
        if (row.leadOrganization() != null) {
            codes.add(row.leadOrganization());
        }
        json.readList(row.partners(), Party.class).stream()
                .map(Parties::organization)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        return codes;
    }

    /**
     * A task as it is answered.
     *
     * @param progress what has been noted of it
     * @param findings what is doubtful about it
     * @param timeliness how it stands on the day asked for; null when it does not
     */
    Task wire(TaskRow row, List<ProgressRow> progress, List<Finding> findings, @Nullable Timeliness timeliness) {
        return new Task()
                .id(row.id())
                .organization(row.organization())
                .title(row.title())
                .assigner(party(row.assignerOrganization(), row.assignerText()))
                .lead(party(row.leadOrganization(), row.leadText()))
                .partners(json.readList(row.partners(), Party.class))
                .sourceDocument(row.sourceDocument())
                .clause(row.clause())
                .register(row.register())
                .externalId(row.externalId())
                .registerStatus(row.registerStatus())
                .assignedOn(row.assignedOn())
                .dueOn(row.dueOn())
                .dueExclusive(row.dueExclusive())
                .dueText(row.dueText())
                .extendedTo(row.extendedTo())
                .extendedOn(row.extendedOn())
                .extensionReason(row.extensionReason())
                .extensionDocument(row.extensionDocument())
                .deadline(row.deadline())
                .period(row.period())
                .status(TaskStatus.fromValue(row.status()))
                .statusReason(row.statusReason())
                .completedOn(row.completedOn())
                .cancelledOn(row.cancelledOn())
                .product(row.product())
                .progress(progress.stream().map(TaskMapping::wire).toList())
                .timeliness(timeliness)
                .findings(findings)
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    static @Nullable Party party(@Nullable String organization, @Nullable String text) {
        return organization == null && text == null
                ? null
                : new Party().organization(organization).text(text);
    }

    /**
     * What tells one party from another where they are counted: the code, which every index holds, or a hash where there
     * are words, which none would.
     */
    static @Nullable String key(@Nullable Party party) {
        if (party == null) {
            return null;
        }
        if (party.getText() == null) {
            return party.getOrganization();
        }
        String words = Objects.requireNonNullElse(party.getOrganization(), "") + '\n' + party.getText();
        return '~' + Fingerprints.sha256(words.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
    }

    private static TaskProgress wire(ProgressRow row) {
        return new TaskProgress()
                .text(row.text())
                .on(row.notedFor())
                .by(row.notedBy())
                .at(Instants.utc(row.notedAt()));
    }

    private static @Nullable String text(@Nullable Party party) {
        return party == null ? null : party.getText();
    }

    private static List<Party> partners(TaskCreate wire) {
        return Objects.requireNonNullElse(wire.getPartners(), List.of());
    }

    private static String searchText(TaskCreate wire) {
        List<@Nullable String> searched = new ArrayList<>();
        searched.add(wire.getTitle());
        searched.add(wire.getExternalId());
        searched.add(wire.getClause());
        searched.add(wire.getDueText());
        searched.add(wire.getProduct());
        searched.add(text(wire.getAssigner()));
        searched.add(text(wire.getLead()));
        partners(wire).forEach(partner -> searched.add(text(partner)));
        return SearchText.of(searched);
    }
}
