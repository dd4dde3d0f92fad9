package vn.kybao.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one catalogue of codes, for problem types and for findings alike. The status is what a finding of that code asks
 * for: 400 when the request is not one the contract describes, 409 and 422 when it is, but cannot be accepted.
 */
public enum ProblemCode {
    // The request is not one that the contract describes.
    INVALID_REQUEST(400),
    BODY_REQUIRED(400),
    MALFORMED_BODY(400),
    MALFORMED_JSON(400),
    DUPLICATE_FIELD(400),
    TOO_DEEP(400),
    UNKNOWN_FIELD(400),
    UNKNOWN_PARAMETER(400),
    REQUIRED(400),
    WRONG_TYPE(400),
    DECIMAL_AS_STRING(400),
    NOT_IN_LIST(400),
    WRONG_PATTERN(400),
    WRONG_FORMAT(400),
    WRONG_LENGTH(400),
    OUT_OF_BOUNDS(400),
    WRONG_SIZE(400),
    NOT_UNIQUE(400),
    REPEATED_PARAMETER(400),
    INVALID_HEADER(400),
    INVALID_CURSOR(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    REGIME_REQUIRED(400),
    // The caller.
    UNAUTHORIZED(401),
    INSUFFICIENT_SCOPE(403),
    NOT_OWNER(403),
    OWN_SUBMISSION(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    // It does not fit what is there.
    CODE_TAKEN(409),
    INDICATOR_IN_USE(409),
    IN_USE(409),
    DOCUMENT_EXISTS(409),
    ALREADY_REPEATED(409),
    INVALID_TRANSITION(409),
    PERIOD_CLOSED(409),
    CLIENT_REFERENCE_REUSED(409),
    LATER_SUBMISSION(409),
    REQUEST_IN_PROGRESS(409),
    STALE_VERSION(412),
    TOO_LARGE(413),
    TOO_MANY_VALUES(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNSUPPORTED_ENCODING(415),
    // Understood, but it cannot be accepted.
    UNPROCESSABLE(422),
    IDEMPOTENCY_KEY_REUSED(422),
    UNKNOWN_REFERENCE(422),
    UNKNOWN_PERIOD(422),
    DATES_REVERSED(422),
    DATE_OR_PERIOD(422),
    DATE_LATER(422),
    PERIOD_ORDER(422),
    CHANGED_AFTER_CLOSE(422),
    DONE_WITHIN_RECEIVED(422),
    STATED_TOTAL(422),
    AUDIT_INCOMPLETE(422),
    DOCUMENT_NUMBER(422),
    SYMBOL_UNKNOWN(422),
    REFERENCE_INVALID(422),
    SECTION_CYCLE(422),
    CLAIM_MISPLACED(422),
    CLAIM_DIFFERS(422),
    BASE_EXPLICIT(422),
    LABELS_GAP_FREE(422),
    FIGURE_MISSING(422),
    CONTRADICTION(422),
    RECEIVER_LEAVES(422),
    ORGANIZATION_CYCLE(422),
    SHARE_OUT_OF_RANGE(422),
    DUPLICATE_ENTRY(422),
    FORMULA_INVALID(422),
    FORMULA_CYCLE(422),
    EXPRESSION_INVALID(422),
    UNKNOWN_PLACEHOLDER(422),
    JUSTIFICATION_WITHOUT_WARNING(422),
    SCHEMA_INVALID(422),
    SCOPE_NOT_HELD(422),
    NOT_A_REPORTER(422),
    NOT_EXPECTED(422),
    UNKNOWN_BREAKDOWN(422),
    HELD_BY_REGIME(422),
    DUPLICATE_OBSERVATION(422),
    NULL_NOT_ZERO(422),
    COUNT_INTEGRAL(422),
    VALUE_RANGE(422),
    DENOMINATOR_NAMED(422),
    ESTIMATE_FLAGGED(422),
    COMPILED_LATER(422),
    REQUIRED_SCHEMA(422),
    SUBJECT_VALID(422),
    REQUIRED_MISSING(422),
    INPUTS_MISSING(422),
    STATED_RATIO(422),
    PARTS_EQUAL_TOTAL(422),
    ADDITIVE_DENSITIES(422),
    ONE_POPULATION(422),
    MAGNITUDE_JUMP(422),
    CUMULATIVE_DECREASES(422),
    STOCK_IDENTITY(422),
    OUTSIDE_WINDOW(422),
    COMPARABLE(422),
    STALE_CARRY_OVER(422),
    TEXT_DIFFERS(422),
    RULE_BROKEN(422),
    JUSTIFICATION_UNUSED(422),
    FIGURE_WITHHELD(422),
    SEPARATOR_AMBIGUOUS(422),
    NUMBER_UNREADABLE(422),
    FILE_UNREADABLE(422),
    HEADER_NOT_FOUND(422),
    MEASURE_UNCLEAR(422),
    FORM_DIFFERS(422),
    // The service.
    IF_MATCH_REQUIRED(428),
    RATE_LIMITED(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private static final Map<String, ProblemCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemCode::code, c -> c));

    private final int status;
    private final String code;

    ProblemCode(int status) {
        this.status = status;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    /** The code on the wire, such as {@code value-range}. */
    public String code() {
        return code;
    }

    public static Optional<ProblemCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
