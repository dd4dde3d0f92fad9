package vn.kybao.task;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import vn.kybao.access.Caller;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** Who gets at a task: it is read by whom it concerns, noted on by who works on it, and changed by who owes it. */
@Singleton
final class TaskAccess {
    private final TaskRepository repository;
    private final TaskMapping mapping;
    private final OrganizationService organizations;

    TaskAccess(TaskRepository repository, TaskMapping mapping, OrganizationService organizations) {
        this.repository = repository;
        this.mapping = mapping;
        this.organizations = organizations;
    }

    /** A task that is open to the caller; any other is not found. */
    TaskRow readable(String id) {
        return repository
                .find(id, Caller.current().path() + "%")
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** The same, locked until the transaction ends. */
    TaskRow locked(String id) {
        readable(id);
        return repository.lock(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** Who owes it; refuses the request unless that is in the caller's subtree. */
    OrganizationRef owner(TaskRow row) {
        OrganizationRef owner = organizations.find(row.organization()).orElseThrow();
        if (!Caller.current().covers(owner.path())) {
            throw notOwner(row);
        }
        return owner;
    }

    /** Refuses the request unless someone in the caller's subtree owes it, leads it or takes part. */
    void requireParticipant(TaskRow row) {
        Set<String> codes = mapping.participants(row);
        if (organizations.find(codes).stream().noneMatch(one -> Caller.current().covers(one.path()))) {
            throw notOwner(row);
        }
    }

    private static ProblemException notOwner(TaskRow row) {
        return new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", row.organization()));
    }
}
