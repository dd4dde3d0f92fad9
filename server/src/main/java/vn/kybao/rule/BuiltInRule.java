package vn.kybao.rule;

import static vn.kybao.api.model.Severity.ERROR;
import static vn.kybao.api.model.Severity.INFO;
import static vn.kybao.api.model.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kybao.api.model.Severity;

/** The rules of the product itself; their findings bear their code. Texts are in the message catalogue. */
public enum BuiltInRule {
    PARTS_EQUAL_TOTAL(ERROR),
    STATED_RATIO(WARNING),
    DENOMINATOR_NAMED(ERROR, WARNING),
    ONE_POPULATION(WARNING),
    ADDITIVE_DENSITIES(WARNING),
    VALUE_RANGE(ERROR),
    COUNT_INTEGRAL(ERROR),
    SEPARATOR_AMBIGUOUS(ERROR, WARNING),
    MAGNITUDE_JUMP(WARNING),
    CUMULATIVE_DECREASES(WARNING),
    STOCK_IDENTITY(WARNING),
    ESTIMATE_FLAGGED(ERROR),
    OUTSIDE_WINDOW(WARNING),
    NULL_NOT_ZERO(ERROR),
    SUBJECT_VALID(ERROR),
    COMPARABLE(WARNING),
    STALE_CARRY_OVER(INFO),
    INPUTS_MISSING(WARNING),
    REQUIRED_MISSING(WARNING),
    REQUIRED_SCHEMA(ERROR),
    TEXT_DIFFERS(WARNING),
    JUSTIFICATION_UNUSED(INFO),
    // Over the whole of a report.
    CLAIM_DIFFERS(WARNING),
    BASE_EXPLICIT(WARNING),
    CONTRADICTION(WARNING),
    FIGURE_MISSING(WARNING),
    LABELS_GAP_FREE(WARNING),
    DOCUMENT_NUMBER(WARNING),
    SYMBOL_UNKNOWN(WARNING),
    DONE_WITHIN_RECEIVED(ERROR, WARNING),
    STATED_TOTAL(WARNING, INFO),
    CHANGED_AFTER_CLOSE(WARNING),
    AUDIT_INCOMPLETE(INFO);

    /** Counts up whenever one of these rules is added, removed or decides otherwise than before. */
    static final int VERSION = 4;

    private static final Map<String, BuiltInRule> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(BuiltInRule::code, r -> r));

    private final String code;
    private final Severity gravest;
    private final Severity mildest;

    BuiltInRule(Severity severity) {
        this(severity, severity);
    }

    BuiltInRule(Severity gravest, Severity mildest) {
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.gravest = gravest;
        this.mildest = mildest;
    }

    /** The code on the wire, such as {@code parts-equal-total}. */
    public String code() {
        return code;
    }

    /** What its findings may be, gravest first. */
    public List<Severity> severities() {
        return gravest == mildest ? List.of(gravest) : List.of(gravest, mildest);
    }

    /** Whether its warnings have to be justified by who files. */
    public boolean needsJustification() {
        return this == MAGNITUDE_JUMP;
    }

    public static Optional<BuiltInRule> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
