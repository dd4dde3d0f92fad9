package vn.kybao.task;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.task.TaskRepository.Cell;
import vn.kybao.task.TaskRepository.Named;
import vn.kybao.task.TaskTally.Counts;

/** Counts tasks in one pass and adds up what it gives in different ways. */
@Singleton
final class Counting {
    private static final int MOST_GROUPS = 1_000;

    private final TaskRepository repository;

    Counting(TaskRepository repository) {
        this.repository = repository;
    }

    /**
     * Tasks that have one thing in common.
     *
     * @param key what they have in common; empty for those that name none
     * @param example one of them
     * @param counts how many
     */
    record Group(String key, String example, Counts counts) {
        private Group plus(Group other) {
            return new Group(key, example, counts.plus(other.counts));
        }
    }

    /** The counts by assigner, lead and register together, from which all others follow. */
    record Counted(List<Cell> cells) {
        Counts total() {
            return cells.stream().map(Counting::counts).reduce(Counts.NONE, Counts::plus);
        }

        List<Group> byAssigner() {
            return groups(cells, Cell::assignerKey);
        }

        List<Group> byLead() {
            return groups(cells, Cell::leadKey);
        }

        List<Group> byRegister() {
            return groups(cells, Cell::register);
        }
    }

    Counted count(String organization, Span span, @Nullable String register) {
        return new Counted(repository.count(organization, span.before(), span.day(), register));
    }

    /** The parties that groups are about, by key; their words stand only in the tasks themselves. */
    Map<String, Party> parties(List<Group> byAssigner, List<Group> byLead) {
        Set<String> examples = new LinkedHashSet<>();
        byAssigner.forEach(group -> examples.add(group.example()));
        byLead.forEach(group -> examples.add(group.example()));
        Map<String, Party> parties = new HashMap<>();
        if (examples.isEmpty()) {
            return parties;
        }
        for (Named named : repository.named(examples)) {
            put(parties, named.assignerKey(), TaskMapping.party(named.assignerOrganization(), named.assignerText()));
            put(parties, named.leadKey(), TaskMapping.party(named.leadOrganization(), named.leadText()));
        }
        return parties;
    }

    private static void put(Map<String, Party> parties, @Nullable String key, @Nullable Party party) {
        if (key != null && party != null) {
            parties.put(key, party);
        }
    }

    private static List<Group> groups(List<Cell> cells, Function<Cell, @Nullable String> by) {
        Map<String, Group> groups = new HashMap<>();
        for (Cell cell : cells) {
            String key = by.apply(cell);
            Group group = new Group(key == null ? "" : key, cell.example(), counts(cell));
            groups.merge(group.key(), group, Group::plus);
        }
        List<Group> all = new ArrayList<>(groups.values());
        all.sort(Comparator.comparingLong((Group group) -> -group.counts().received())
                .thenComparing(Group::key));
        return all.size() <= MOST_GROUPS ? all : all.subList(0, MOST_GROUPS);
    }

    private static Counts counts(Cell cell) {
        return new Counts(
                cell.carriedOver(),
                cell.assigned(),
                cell.completed() - cell.late() - cell.noDeadline(),
                cell.late(),
                cell.noDeadline(),
                cell.overdue(),
                cell.cancelled());
    }
}
