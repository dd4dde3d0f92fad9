package vn.kybao.rule;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A version of a rule, under the number of the write that made it. */
@MappedEntity("rule_version")
record RuleVersionRow(
        @Id long setNumber,
        int builtIn,
        String rule,
        long version,
        String owner,
        String expression,
        String severity,
        boolean needsJustification,
        BigDecimal tolerance,
        String messageVi,
        @Nullable String messageEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant changedAt) {

    static RuleVersionRow of(RuleRow row, long setNumber) {
        return new RuleVersionRow(
                setNumber,
                BuiltInRule.VERSION,
                row.code(),
                row.version(),
                row.owner(),
                row.expression(),
                row.severity(),
                row.needsJustification(),
                row.tolerance(),
                row.messageVi(),
                row.messageEn(),
                row.validFrom(),
                row.validTo(),
                row.updatedAt());
    }
}
