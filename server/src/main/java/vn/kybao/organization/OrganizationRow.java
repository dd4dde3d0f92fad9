package vn.kybao.organization;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("organization")
record OrganizationRow(
        @Id String code,
        String nameVi,
        @Nullable String nameEn,
        String kind,
        @Nullable String parent,
        String path,
        @Nullable String administrativeCode,
        @Nullable String electronicId,
        String aliases,
        String predecessors,
        String searchText,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
