package vn.kybao.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("sanction")
record SanctionRow(
        @Id String id,
        String organization,
        @Nullable String inspection,
        @Nullable String subject,
        @Nullable String domain,
        String measure,
        @Nullable BigDecimal amountVnd,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable String document,
        @Nullable LocalDate decidedOn,
        @Nullable String period,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String note,
        String searchText,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
