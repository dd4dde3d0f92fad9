package vn.kybao.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Party;
import vn.kybao.api.model.Petition;
import vn.kybao.api.model.PetitionCreate;
import vn.kybao.api.model.PetitionKind;
import vn.kybao.api.model.PetitionStatus;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

final class PetitionMapping {
    private PetitionMapping() {}

    /**
     * How a petition stands.
     *
     * @param status pending, resolved or transferred
     * @param on when it was settled, or null
     * @param to whom it was transferred, or null
     * @param note what was noted then, or null
     */
    record Settlement(
            PetitionStatus status,
            @Nullable LocalDate on,
            @Nullable Party to,
            @Nullable String note) {
        static final Settlement NONE = new Settlement(PetitionStatus.PENDING, null, null, null);

        boolean isSettled() {
            return status != PetitionStatus.PENDING;
        }
    }

    /** When it was received, and when it was settled if it is. */
    static CaseDays days(PetitionCreate wire, Settlement settlement, String pointer) {
        CaseDays days = CaseDays.of(wire.getPeriod(), new Day("/receivedOn", wire.getReceivedOn()));
        return settlement.isSettled() ? days.settledOn(new Day(pointer, settlement.on())) : days;
    }

    static PetitionRow row(
            PetitionCreate wire,
            Settlement settlement,
            @Nullable CalendarPeriod period,
            String id,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        Party to = settlement.to();
        return new PetitionRow(
                id,
                wire.getOrganization(),
                wire.getKind().getValue(),
                wire.getPeople(),
                wire.getReceivedOn(),
                wire.getPeriod(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                wire.getAbout(),
                settlement.status().getValue(),
                settlement.on(),
                to == null ? null : to.getOrganization(),
                to == null ? null : to.getText(),
                settlement.note(),
                SearchText.of(Arrays.asList(
                        wire.getAbout(),
                        settlement.note(),
                        to == null ? null : to.getOrganization(),
                        to == null ? null : to.getText())),
                version,
                createdAt,
                updatedAt);
    }

    static Petition wire(PetitionRow row) {
        return new Petition()
                .id(row.id())
                .organization(row.organization())
                .kind(PetitionKind.fromValue(row.kind()))
                .people(row.people())
                .receivedOn(row.receivedOn())
                .period(row.period())
                .about(row.about())
                .status(PetitionStatus.fromValue(row.status()))
                .resolvedOn(row.settledOn())
                .transferredTo(Cases.party(row.transferredOrganization(), row.transferredText()))
                .note(row.note())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this petition: the base of a merge patch. */
    static PetitionCreate write(PetitionRow row) {
        return new PetitionCreate()
                .organization(row.organization())
                .kind(PetitionKind.fromValue(row.kind()))
                .people(row.people())
                .receivedOn(row.receivedOn())
                .period(row.period())
                .about(row.about());
    }

    static Settlement settlement(PetitionRow row) {
        return new Settlement(
                PetitionStatus.fromValue(row.status()),
                row.settledOn(),
                Cases.party(row.transferredOrganization(), row.transferredText()),
                row.note());
    }
}
