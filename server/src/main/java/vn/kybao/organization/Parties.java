package vn.kybao.organization;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.problem.Findings;
import vn.kybao.problem.Note;
import vn.kybao.problem.ProblemCode;

/** Parties: organizations of the service, or bodies and persons in words. */
@Singleton
public class Parties {
    private final OrganizationService organizations;

    Parties(OrganizationService organizations) {
        this.organizations = organizations;
    }

    /** The organization a party is, or null. */
    public static @Nullable String organization(@Nullable Party party) {
        return party == null ? null : party.getOrganization();
    }

    /** Adds a finding for each party, by its pointer, that says nobody or names an organization that does not exist. */
    public void check(Map<String, @Nullable Party> parties, Findings findings) {
        Set<String> codes = parties.values().stream()
                .map(Parties::organization)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> known =
                organizations.find(codes).stream().map(OrganizationRef::code).collect(Collectors.toSet());
        parties.forEach((pointer, party) -> {
            if (party == null) {
                return;
            }
            String code = party.getOrganization();
            if (code == null && party.getText() == null) {
                findings.add(Note.error(ProblemCode.REQUIRED).at(pointer).with("field", "organization, text"));
            } else if (code != null && !known.contains(code)) {
                findings.add(Note.error(ProblemCode.UNKNOWN_REFERENCE)
                        .at(pointer + "/organization")
                        .actual(code));
            }
        });
    }

    /** Single parties and a list of them under their pointers, ready to be checked. */
    public static Map<String, @Nullable Party> at(String pointer, @Nullable List<? extends @Nullable Party> parties) {
        Map<String, @Nullable Party> all = new LinkedHashMap<>();
        if (parties != null) {
            for (int i = 0; i < parties.size(); i++) {
                all.put(pointer + "/" + i, parties.get(i));
            }
        }
        return all;
    }

    /** What is printed for a party: its words, else the organization's name. */
    public Map<Party, String> names(List<Party> parties) {
        Map<String, String> known = new HashMap<>();
        Set<String> codes = parties.stream()
                .map(Parties::organization)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        organizations.find(codes).forEach(found -> known.put(found.code(), found.nameVi()));
        Map<Party, String> names = new HashMap<>();
        parties.forEach(party -> names.put(
                party,
                party.getText() != null
                        ? party.getText()
                        : known.getOrDefault(Objects.requireNonNullElse(party.getOrganization(), ""), "")));
        return names;
    }
}
