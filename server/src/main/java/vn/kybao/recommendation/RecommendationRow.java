package vn.kybao.recommendation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A recommendation as it was raised in one period; the same one in other periods has the same origin. */
@MappedEntity("recommendation")
record RecommendationRow(
        @Id String id,
        String organization,
        String text,
        @Nullable String addresseeOrganization,
        @Nullable String addresseeText,
        @Nullable String reason,
        @Nullable String limitation,
        String raisedIn,
        LocalDate periodEnd,
        String status,
        @Nullable String responseText,
        @Nullable String responseDocument,
        @Nullable LocalDate respondedOn,
        @Nullable String respondedBy,
        @Nullable Instant respondedAt,
        String origin,
        int timesRaised,
        @Nullable String repeats,
        String searchText,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
