package vn.kybao.regime;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("regime")
record RegimeRow(
        @Id String code,
        String owner,
        String titleVi,
        @Nullable String titleEn,
        String searchText,
        String receiver,
        String reporters,
        String calendar,
        String indicators,
        @Nullable String outline,
        boolean autoApprove,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
