package vn.kybao.submission;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One value as it was sent, beside what stood before. */
@MappedEntity("submission_value")
record ValueRow(
        @Id String submission,
        int position,
        @Nullable String itemRef,
        String indicator,
        String measure,
        String breakdown,
        @Nullable BigDecimal value,
        String state,
        String qualifier,
        @Nullable Integer digits,
        @Nullable String text,
        @Nullable LocalDate asOf,
        @Nullable String note,
        @Nullable String document,
        String outcome,
        @Nullable BigDecimal beforeValue,
        @Nullable String beforeState,
        @Nullable String beforeSubmission) {}
