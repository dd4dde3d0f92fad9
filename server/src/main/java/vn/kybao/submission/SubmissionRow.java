package vn.kybao.submission;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("submission")
record SubmissionRow(
        @Id String id,
        String organization,
        String regime,
        String period,
        int revision,
        String status,
        String mode,
        @Nullable String clientReference,
        LocalDate compiledOn,
        Instant receivedAt,
        int receivedCount,
        int createdCount,
        int updatedCount,
        int unchangedCount,
        int rejectedCount,
        String findingTotals,
        String ruleSet,
        String justifications,
        @Nullable String supersedes,
        String contentSha256,
        String caller,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        long version,
        boolean receipted) {}
