package vn.kybao.section;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a section was after one write; it knows whose it was, since it stays when the section goes. */
@MappedEntity("section_version")
record SectionVersionRow(
        @Id String section,
        long version,
        String organization,
        String regime,
        @Nullable String label,
        @Nullable Integer ordinal,
        @Nullable String parent,
        String title,
        @Nullable String kind,
        @Nullable String planFor,
        String body,
        @Nullable String claims,
        String writtenBy,
        Instant writtenAt) {

    static SectionVersionRow of(SectionRow row) {
        return new SectionVersionRow(
                row.id(),
                row.version(),
                row.organization(),
                row.regime(),
                row.label(),
                row.ordinal(),
                row.parent(),
                row.title(),
                row.kind(),
                row.planFor(),
                row.body(),
                row.claims(),
                row.updatedBy(),
                row.updatedAt());
    }
}
