package vn.kybao.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("document")
record DocumentRow(
        @Id String id,
        String organization,
        String rawText,
        @Nullable String fullNumber,
        @Nullable String number,
        @Nullable Integer numberYear,
        @Nullable String documentType,
        @Nullable String issuerSymbol,
        @Nullable String unitSymbol,
        @Nullable String family,
        @Nullable String issuerOrganization,
        @Nullable String issuerText,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        String searchText,
        String numberKey,
        String issuerKey,
        LocalDate sortedOn,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
