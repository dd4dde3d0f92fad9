package vn.kybao.task;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("task")
record TaskRow(
        @Id String id,
        String organization,
        String title,
        @Nullable String assignerOrganization,
        @Nullable String assignerText,
        @Nullable String assignerKey,
        @Nullable String leadOrganization,
        @Nullable String leadText,
        @Nullable String leadKey,
        String partners,
        @Nullable String sourceDocument,
        @Nullable String clause,
        @Nullable String register,
        @Nullable String externalId,
        @Nullable String registerStatus,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate dueOn,
        boolean dueExclusive,
        @Nullable String dueText,
        @Nullable LocalDate extendedTo,
        @Nullable LocalDate extendedOn,
        @Nullable String extensionReason,
        @Nullable String extensionDocument,
        @Nullable String period,
        String status,
        @Nullable String statusReason,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable String product,
        String findings,
        int progressCount,
        @Nullable LocalDate deadline,
        LocalDate dueOrder,
        LocalDate beginsOn,
        LocalDate leftOn,
        String searchText,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
