package vn.kybao.regime;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.kybao.access.Caller;
import vn.kybao.organization.OrganizationRef;
import vn.kybao.organization.OrganizationService;

/** Who reads the figures of an organization: its own subtree, and whoever receives a regime that it reports under. */
@Singleton
public final class Readers {
    private final OrganizationService organizations;
    private final RegimeService regimes;

    Readers(OrganizationService organizations, RegimeService regimes) {
        this.organizations = organizations;
        this.regimes = regimes;
    }

    /** The regimes whose figures the caller may read of an organization; empty when there is none. */
    public Optional<Predicate<String>> open(OrganizationRef organization) {
        if (Caller.current().covers(organization.path())) {
            return Optional.of(any -> true);
        }
        Set<String> received = received(regimes.naming(organization)).stream()
                .map(RegimeDefinition::code)
                .collect(Collectors.toSet());
        return received.isEmpty() ? Optional.empty() : Optional.of(received::contains);
    }

    /** Those of the regimes that somebody in the caller's subtree receives. */
    public List<RegimeDefinition> received(Collection<RegimeDefinition> all) {
        Caller caller = Caller.current();
        Set<String> receivers =
                organizations.find(all.stream().map(RegimeDefinition::receiver).collect(Collectors.toSet())).stream()
                        .filter(receiver -> caller.covers(receiver.path()))
                        .map(OrganizationRef::code)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(regime -> receivers.contains(regime.receiver()))
                .toList();
    }
}
