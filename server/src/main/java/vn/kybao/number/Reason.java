package vn.kybao.number;

import java.util.Locale;
import vn.kybao.problem.ProblemCode;

/** Why a number was doubted or refused. */
public enum Reason {
    /** {@code 87.9}: one, two or four digits follow a dot. Read as a decimal. */
    DOT_DECIMAL(ProblemCode.SEPARATOR_AMBIGUOUS, false),
    /** {@code 21.000 km} of what is told in whole kilometres. Read as thousands. */
    DOT_THOUSANDS(ProblemCode.SEPARATOR_AMBIGUOUS, false),
    /** {@code 1,234,567}: as decimals they make no number. Read as thousands. */
    COMMA_GROUPS(ProblemCode.SEPARATOR_AMBIGUOUS, false),
    /** {@code 1 234 567}: two numbers, or thousands. Read as thousands. */
    SPACED_GROUPS(ProblemCode.SEPARATOR_AMBIGUOUS, false),
    /** {@code 12.345} where it is no count, no money and may have decimals: thousands, or three of them. */
    DOT_THREE(ProblemCode.SEPARATOR_AMBIGUOUS, true),
    /** {@code 1,501.5}: written the English way, or with one separator too many. */
    COMMA_BEFORE_DOT(ProblemCode.SEPARATOR_AMBIGUOUS, true),
    /** {@code -}: the sign of statistical tables for "there was none". Read as a declared zero. */
    DASH(ProblemCode.NUMBER_UNREADABLE, false),
    /** There is no number, or something before it that is no known word. */
    NO_NUMBER(ProblemCode.NUMBER_UNREADABLE, true),
    /** {@code 27/27}, {@code 5-7}, {@code 15/3/2018}: more than one number. */
    SEVERAL_NUMBERS(ProblemCode.NUMBER_UNREADABLE, true),
    /** {@code 1.50.200}: the groups do not have three digits each. */
    GROUPING(ProblemCode.NUMBER_UNREADABLE, true),
    /** {@code 10²}, {@code 2½}: digits that are no plain digits. */
    UNUSUAL_DIGITS(ProblemCode.NUMBER_UNREADABLE, true),
    /** Another unit than the indicator's, and no way from one to the other. */
    UNIT_DIFFERS(ProblemCode.NUMBER_UNREADABLE, true),
    /** {@code 5k}, {@code 2 triệu rưỡi}, thousands of a unit that counts in thousands itself. */
    SCALE_UNCLEAR(ProblemCode.NUMBER_UNREADABLE, true),
    /** More than 4 fraction digits in the indicator's unit. */
    TOO_PRECISE(ProblemCode.NUMBER_UNREADABLE, true),
    /** More than 15 digits before the decimal comma in the indicator's unit. */
    TOO_LARGE(ProblemCode.NUMBER_UNREADABLE, true),
    /** A text, not a number. */
    TOO_LONG(ProblemCode.NUMBER_UNREADABLE, true);

    private final ProblemCode code;
    private final boolean refuses;

    Reason(ProblemCode code, boolean refuses) {
        this.code = code;
        this.refuses = refuses;
    }

    ProblemCode code() {
        return code;
    }

    public boolean refuses() {
        return refuses;
    }

    /** The key of its message below that of the code, such as {@code dot-three}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
