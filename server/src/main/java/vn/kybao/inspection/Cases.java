package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.Party;
import vn.kybao.idempotency.Change;
import vn.kybao.idempotency.Outcome;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;

/** What inspections, sanctions and petitions have in common: whose they are, and how they end. */
@Singleton
final class Cases {
    private final OrganizationService organizations;

    Cases(OrganizationService organizations) {
        this.organizations = organizations;
    }

    /** The subtree whose cases the caller sees, as a pattern for paths. */
    static String subtree() {
        return Caller.current().path() + "%";
    }

    /** The organization of a case; one outside the caller's subtree has none. */
    OrganizationRef own(String organization) {
        return organizations
                .find(organization)
                .filter(found -> Caller.current().covers(found.path()))
                .orElseThrow(Cases::notFound);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    /** The party that two columns say, or null. */
    static @Nullable Party party(@Nullable String organization, @Nullable String text) {
        return organization == null && text == null
                ? null
                : new Party().organization(organization).text(text);
    }

    static Outcome<Void> deleted(Change change) {
        return new Outcome<>(204, null, 0, null, List.of(change), null);
    }
}
