package vn.kybao.rule;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("rule")
record RuleRow(
        @Id String code,
        String owner,
        String expression,
        String severity,
        boolean needsJustification,
        BigDecimal tolerance,
        String messageVi,
        @Nullable String messageEn,
        String searchText,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
