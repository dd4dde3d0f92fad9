package vn.kybao.document;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kybao.document.SymbolCatalogue.Issuer;
import vn.kybao.organization.OrganizationService;

/** The generally known symbols with those by which the service's organizations go. */
@Singleton
final class Symbols {
    private final OrganizationService organizations;

    Symbols(OrganizationService organizations) {
        this.organizations = organizations;
    }

    /** A catalogue for one request: it asks for aliases when it first needs them, and then keeps them. */
    SymbolCatalogue all() {
        return SymbolCatalogue.standard().with(this::aliases);
    }

    /** Several organizations may share an alias, as every province has its departments. */
    private List<Issuer> aliases() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        organizations
                .aliases()
                .forEach((name, aliases) -> aliases.stream()
                        .filter(SymbolCatalogue::looksLikeSymbol)
                        .forEach(symbol -> names.computeIfAbsent(symbol, s -> new ArrayList<>())
                                .add(name)));
        List<Issuer> issuers = new ArrayList<>();
        names.forEach((symbol, all) -> issuers.add(Issuer.of(symbol, List.copyOf(all))));
        return issuers;
    }
}
