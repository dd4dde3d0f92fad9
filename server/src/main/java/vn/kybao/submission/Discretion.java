package vn.kybao.submission;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.Note;
import vn.kybao.regime.RegimeDefinition;
import vn.kybao.regime.RegimeService;

/** A finding names figures of other regimes only to those who may read them: the reporter, and who receives them. */
@Singleton
final class Discretion {
    private final OrganizationService organizations;
    private final RegimeService regimes;

    Discretion(OrganizationService organizations, RegimeService regimes) {
        this.organizations = organizations;
        this.regimes = regimes;
    }

    /** A finding of a submission that is open to the caller, as far as the caller may read it. */
    Note shown(Note note, SubmissionRow submission) {
        List<String> others = note.regimes().stream()
                .filter(regime -> !regime.equals(submission.regime()))
                .toList();
        boolean open = others.isEmpty()
                || covers(submission.organization())
                || others.stream().allMatch(this::isReceived);
        return open ? note : note.withheld();
    }

    private boolean isReceived(String regime) {
        return covers(regimes.find(regime).map(RegimeDefinition::receiver).orElse(null));
    }

    private boolean covers(@Nullable String organization) {
        String path =
                organizations.find(organization).map(OrganizationRef::path).orElse(null);
        return Caller.current().covers(path);
    }
}
