package vn.kybao.recommendation;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kybao.access.Caller;
import vn.kybao.api.model.RecommendationCreate;
import vn.kybao.collection.PeriodLocks;
import vn.kybao.collection.PeriodLocks.Place;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;
import vn.kybao.organization.Parties;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;
import vn.kybao.problem.ProblemException;
import vn.kybao.section.SectionService;

/** Who may do what with a recommendation, and what it has to be like. */
@Singleton
final class RecommendationChecks {
    private final OrganizationService organizations;
    private final Parties parties;
    private final PeriodLocks locks;
    private final SectionService sections;

    RecommendationChecks(
            OrganizationService organizations, Parties parties, PeriodLocks locks, SectionService sections) {
        this.organizations = organizations;
        this.parties = parties;
        this.locks = locks;
        this.sections = sections;
    }

    /** Open to those who raised it and to its addressee, and to those above either. */
    boolean isOpen(RecommendationRow row) {
        List<String> codes = Stream.of(row.organization(), row.addresseeOrganization())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return organizations.find(codes).stream()
                .anyMatch(one -> Caller.current().covers(one.path()));
    }

    /** Refuses whoever does not write for the organization that raised it. */
    OrganizationRef requireOwner(RecommendationRow row) {
        return require(row.organization());
    }

    /** Its addressee answers; where that is none of the service's organizations, who raised it notes the answer. */
    void requireAnswering(RecommendationRow row) {
        require(row.addresseeOrganization() == null ? row.organization() : row.addresseeOrganization());
    }

    private OrganizationRef require(String code) {
        OrganizationRef organization = organizations.find(code).orElseThrow();
        if (!Caller.current().covers(organization.path())) {
            throw new ProblemException(ProblemCode.NOT_OWNER, Map.of("actual", code));
        }
        return organization;
    }

    /** Whose it is to be. */
    Optional<OrganizationRef> writer(@Nullable String code, Findings findings) {
        return organizations.writable(code, "/organization", findings);
    }

    /**
     * Checks what it says.
     *
     * @param kept the section that it names already, which may have gone since and is not asked about again; or null
     */
    void content(RecommendationCreate wanted, @Nullable String kept, Findings findings) {
        parties.check(Collections.singletonMap("/addressee", wanted.getAddressee()), findings);
        String limitation = wanted.getLimitation();
        boolean own = limitation == null
                || limitation.equals(kept)
                || sections.find(limitation)
                        .filter(section -> section.organization().equals(wanted.getOrganization()))
                        .isPresent();
        if (!own) {
            findings.add(
                    Note.error(ProblemCode.UNKNOWN_REFERENCE).at("/limitation").actual(limitation));
        }
    }

    /** What a period holds stays as it was reported once its collection is closed. */
    void unlocked(OrganizationRef organization, String period, @Nullable String pointer, Findings findings) {
        locks.locked(organization, new Place(null, period))
                .map(note -> note.at(pointer))
                .ifPresent(findings::add);
    }
}
