package vn.kybao.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("inspection")
record InspectionRow(
        @Id String id,
        String organization,
        String role,
        String kind,
        boolean planned,
        @Nullable String domain,
        String title,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String period,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String leadOrganization,
        @Nullable String leadText,
        String partners,
        @Nullable Integer organizations,
        @Nullable Integer individuals,
        @Nullable String findings,
        String searchText,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
