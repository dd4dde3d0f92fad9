package vn.kybao.inspection;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.InspectedEntities;
import vn.kybao.api.model.Inspection;
import vn.kybao.api.model.InspectionCreate;
import vn.kybao.api.model.InspectionKind;
import vn.kybao.api.model.InspectionRole;
import vn.kybao.api.model.Party;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.json.JsonText;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class InspectionMapping {
    private final JsonText json;

    InspectionMapping(JsonText json) {
        this.json = json;
    }

    static CaseDays days(InspectionCreate wire) {
        return CaseDays.of(
                wire.getPeriod(), new Day("/startedOn", wire.getStartedOn()), new Day("/endedOn", wire.getEndedOn()));
    }

    InspectionRow row(
            InspectionCreate wire,
            @Nullable CalendarPeriod period,
            String id,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        Party lead = wire.getLead();
        InspectedEntities entities = wire.getEntities();
        return new InspectionRow(
                id,
                wire.getOrganization(),
                wire.getRole().getValue(),
                wire.getKind().getValue(),
                wire.getPlanned(),
                wire.getDomain(),
                wire.getTitle(),
                wire.getStartedOn(),
                wire.getEndedOn(),
                wire.getPeriod(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                lead == null ? null : lead.getOrganization(),
                lead == null ? null : lead.getText(),
                json.write(partners(wire)),
                entities == null ? null : entities.getOrganizations(),
                entities == null ? null : entities.getIndividuals(),
                wire.getFindings(),
                searchText(wire),
                version,
                createdAt,
                updatedAt);
    }

    Inspection wire(InspectionRow row) {
        return new Inspection()
                .id(row.id())
                .organization(row.organization())
                .role(InspectionRole.fromValue(row.role()))
                .kind(InspectionKind.fromValue(row.kind()))
                .planned(row.planned())
                .domain(row.domain())
                .title(row.title())
                .startedOn(row.startedOn())
                .endedOn(row.endedOn())
                .period(row.period())
                .lead(Cases.party(row.leadOrganization(), row.leadText()))
                .partners(json.readList(row.partners(), Party.class))
                .entities(entities(row))
                .findings(row.findings())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this inspection: the base of a merge patch. */
    InspectionCreate write(InspectionRow row) {
        return new InspectionCreate()
                .organization(row.organization())
                .role(InspectionRole.fromValue(row.role()))
                .kind(InspectionKind.fromValue(row.kind()))
                .planned(row.planned())
                .domain(row.domain())
                .title(row.title())
                .startedOn(row.startedOn())
                .endedOn(row.endedOn())
                .period(row.period())
                .lead(Cases.party(row.leadOrganization(), row.leadText()))
                .partners(json.readList(row.partners(), Party.class))
                .entities(entities(row))
                .findings(row.findings());
    }

    private static @Nullable InspectedEntities entities(InspectionRow row) {
        return row.organizations() == null && row.individuals() == null
                ? null
                : new InspectedEntities().organizations(row.organizations()).individuals(row.individuals());
    }

    private static List<Party> partners(InspectionCreate wire) {
        return Objects.requireNonNullElse(wire.getPartners(), List.of());
    }

    private static String searchText(InspectionCreate wire) {
        List<@Nullable String> searched = new ArrayList<>();
        searched.add(wire.getTitle());
        searched.add(wire.getDomain());
        searched.add(wire.getFindings());
        List<Party> parties = new ArrayList<>(partners(wire));
        if (wire.getLead() != null) {
            parties.add(wire.getLead());
        }
        parties.forEach(party -> {
            searched.add(party.getOrganization());
            searched.add(party.getText());
        });
        return SearchText.of(searched);
    }
}
