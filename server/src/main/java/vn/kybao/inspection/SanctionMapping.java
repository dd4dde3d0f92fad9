package vn.kybao.inspection;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kybao.api.model.Sanction;
import vn.kybao.api.model.SanctionCreate;
import vn.kybao.api.model.SanctionMeasure;
import vn.kybao.api.model.SanctionSubject;
import vn.kybao.inspection.CaseDays.Day;
import vn.kybao.period.CalendarPeriod;
import vn.kybao.search.SearchText;
import vn.kybao.time.Instants;

final class SanctionMapping {
    private SanctionMapping() {}

    static CaseDays days(SanctionCreate wire) {
        return CaseDays.of(wire.getPeriod(), new Day("/decidedOn", wire.getDecidedOn()));
    }

    static SanctionRow row(
            SanctionCreate wire,
            @Nullable CalendarPeriod period,
            String id,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        return new SanctionRow(
                id,
                wire.getOrganization(),
                wire.getInspection(),
                wire.getSubject() == null ? null : wire.getSubject().getValue(),
                wire.getDomain(),
                wire.getMeasure().getValue(),
                wire.getAmountVnd(),
                wire.getQuantity(),
                wire.getUnit(),
                wire.getDocument(),
                wire.getDecidedOn(),
                wire.getPeriod(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                wire.getNote(),
                SearchText.of(Arrays.asList(wire.getDomain(), wire.getUnit(), wire.getNote())),
                version,
                createdAt,
                updatedAt);
    }

    static Sanction wire(SanctionRow row) {
        return new Sanction()
                .id(row.id())
                .organization(row.organization())
                .inspection(row.inspection())
                .subject(subject(row))
                .domain(row.domain())
                .measure(SanctionMeasure.fromValue(row.measure()))
                .amountVnd(row.amountVnd())
                .quantity(row.quantity())
                .unit(row.unit())
                .document(row.document())
                .decidedOn(row.decidedOn())
                .period(row.period())
                .note(row.note())
                .createdAt(Instants.utc(row.createdAt()))
                .updatedAt(Instants.utc(row.updatedAt()))
                .etag(String.valueOf(row.version()));
    }

    /** What a caller would send to make this sanction: the base of a merge patch. */
    static SanctionCreate write(SanctionRow row) {
        return new SanctionCreate()
                .organization(row.organization())
                .inspection(row.inspection())
                .subject(subject(row))
                .domain(row.domain())
                .measure(SanctionMeasure.fromValue(row.measure()))
                .amountVnd(row.amountVnd())
                .quantity(row.quantity())
                .unit(row.unit())
                .document(row.document())
                .decidedOn(row.decidedOn())
                .period(row.period())
                .note(row.note());
    }

    private static @Nullable SanctionSubject subject(SanctionRow row) {
        return row.subject() == null ? null : SanctionSubject.fromValue(row.subject());
    }
}
