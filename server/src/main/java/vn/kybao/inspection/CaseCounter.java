package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.util.List;
import vn.kybao.inspection.CountRepository.Group;
import vn.kybao.inspection.CountRepository.Seized;

/** Lets the database count the rows of a span. */
@Singleton
final class CaseCounter {
    private static final int MOST_GROUPS = 1_000;

    private final CountRepository repository;

    CaseCounter(CountRepository repository) {
        this.repository = repository;
    }

    CaseCounts count(String organization, Span in) {
        return new CaseCounts(
                repository.inspections(organization, in.from(), in.to(), in.start(), in.end()),
                repository.sanctions(organization, in.from(), in.to(), in.start(), in.end()),
                repository.petitions(organization, in.from(), in.to(), in.start(), in.end()));
    }

    /** Inspections by what they were about, the most first. */
    List<Group> inspectedDomains(String organization, Span in) {
        return repository.inspectedDomains(organization, in.from(), in.to(), in.start(), in.end(), MOST_GROUPS);
    }

    /** Penalties by what they were for, the most first. */
    List<Group> sanctionedDomains(String organization, Span in) {
        return repository.sanctionedDomains(
                organization, in.from(), in.to(), in.start(), in.end(), Penalties.MEASURES, MOST_GROUPS);
    }

    /** What was seized, by unit. */
    List<Seized> seized(String organization, Span in) {
        return repository.seized(organization, in.from(), in.to(), in.start(), in.end(), MOST_GROUPS);
    }
}
