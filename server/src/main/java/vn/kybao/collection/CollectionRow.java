package vn.kybao.collection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("collection")
record CollectionRow(
        @Id String id,
        String regime,
        String period,
        LocalDate windowStart,
        LocalDate windowEnd,
        String status,
        @Nullable String reopenReason,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
