package vn.kybao.section;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A section as it is; its weight is the length of its text and claims. */
@MappedEntity("section")
record SectionRow(
        @Id String id,
        String organization,
        String period,
        String regime,
        String node,
        @Nullable String label,
        int ordinal,
        @Nullable String parent,
        String title,
        String kind,
        @Nullable String planFor,
        String body,
        String claims,
        int weight,
        @Nullable String carriedFrom,
        String searchText,
        String updatedBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    Report report() {
        return new Report(organization, period, regime);
    }
}
