package vn.kybao.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("petition")
record PetitionRow(
        @Id String id,
        String organization,
        String kind,
        @Nullable Integer people,
        @Nullable LocalDate receivedOn,
        @Nullable String period,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        String about,
        String status,
        @Nullable LocalDate settledOn,
        @Nullable String transferredOrganization,
        @Nullable String transferredText,
        @Nullable String note,
        String searchText,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
