package vn.kybao.submission;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One finding of a submission; the note in JSON, and beside it what is asked for. */
@MappedEntity("submission_finding")
record FindingRow(
        String submission,
        int position,
        @Id String id,
        String code,
        String severity,
        @Nullable Integer valueIndex,
        boolean needsJustification,
        String subject,
        String note,
        @Nullable String justification,
        @Nullable String justifiedBy,
        @Nullable Instant justifiedAt) {}
