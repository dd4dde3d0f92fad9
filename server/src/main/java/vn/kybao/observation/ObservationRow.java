package vn.kybao.observation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of one figure; the one in force has no end. */
@MappedEntity("observation")
record ObservationRow(
        @Id String id,
        String organization,
        String period,
        String indicator,
        String measure,
        String breakdown,
        int version,
        String regime,
        String submission,
        int revision,
        @Nullable BigDecimal value,
        String state,
        String qualifier,
        @Nullable Integer digits,
        @Nullable String text,
        @Nullable LocalDate asOf,
        @Nullable String note,
        @Nullable String document,
        Instant inForceFrom,
        @Nullable Instant inForceTo) {}
