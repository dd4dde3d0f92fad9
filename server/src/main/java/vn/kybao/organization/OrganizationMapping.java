package vn.kybao.organization;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.LocalizedText;
import vn.kybao.api.model.Organization;
import vn.kybao.api.model.OrganizationCreate;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.api.model.Predecessor;
import vn.kybao.json.JsonText;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

@Singleton
final class OrganizationMapping {
    private final JsonText json;

    OrganizationMapping(JsonText json) {
        this.json = json;
    }

    OrganizationRow row(OrganizationCreate wire, String path, long version, Instant createdAt, Instant updatedAt) {
        List<String> aliases = Objects.requireNonNullElse(wire.getAliases(), List.of());
        List<@Nullable String> searched = new ArrayList<>();
        searched.add(wire.getCode());
        searched.add(wire.getName().getVi());
        searched.add(wire.getName().getEn());
        searched.addAll(aliases);
        return new OrganizationRow(
                wire.getCode(),
                wire.getName().getVi(),
                wire.getName().getEn(),
                wire.getKind().getValue(),
                wire.getParent(),
                path,
                wire.getAdministrativeCode(),
                wire.getElectronicId(),
                json.write(aliases),
                json.write(Objects.requireNonNullElse(wire.getPredecessors(), List.of())),
                SearchText.of(searched),
                wire.getValidFrom(),
                wire.getValidTo(),
                version,
                createdAt,
                updatedAt);
    }

    Organization wire(OrganizationRow row) {
        return new Organization()
                .code(row.code())
                .name(name(row))
                .kind(OrganizationKind.fromValue(row.kind()))
                .parent(row.parent())
                .administrativeCode(row.administrativeCode())
                .electronicId(row.electronicId())
                .aliases(json.readList(row.aliases(), String.class))
                .validFrom(row.validFrom())
                .validTo(row.validTo())
                .predecessors(json.readList(row.predecessors(), Predecessor.class))
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this organization: the base of a merge patch. */
    OrganizationCreate write(OrganizationRow row) {
        return new OrganizationCreate()
                .code(row.code())
                .name(name(row))
                .kind(OrganizationKind.fromValue(row.kind()))
                .parent(row.parent())
                .administrativeCode(row.administrativeCode())
                .electronicId(row.electronicId())
                .aliases(json.readList(row.aliases(), String.class))
                .validFrom(row.validFrom())
                .validTo(row.validTo())
                .predecessors(json.readList(row.predecessors(), Predecessor.class));
    }

    List<String> aliases(OrganizationRow row) {
        return json.readList(row.aliases(), String.class);
    }

    private static LocalizedText name(OrganizationRow row) {
        return new LocalizedText().vi(row.nameVi()).en(row.nameEn());
    }
}
