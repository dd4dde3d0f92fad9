package vn.kybao.claim;

/** What a word of the language of reports does beside a number. */
enum Role {
    /** Leads to a number: đạt, là, ước đạt. */
    LINK,
    /** Leads to a number, and stands within names of things too: được, có, cho. */
    SOFT_LINK,
    /** Says nothing of whose the number is: trên địa bàn tỉnh, đã, trong kỳ. */
    NEUTRAL,
    /** Says how exact the number is. */
    QUALIFIER,
    /** What follows is said of something else, unless it names nothing. */
    SEPARATOR,
    /** What follows are parts of what was named. */
    BARRIER,
    /** A word that looks like one of these, and is none. */
    CONTENT,
    /** How something was done; no thing of which there is a share. */
    MANNER,
    /** A number right after it counts nothing: khoản 2, số 45, điện thoại. */
    LABEL,
    /** The same, unless it is a percentage or money: mức 3, mức 95%. */
    GRADE,
    YEAR,
    QUARTER,
    MONTH,
    DAY,
    RISE,
    FALL,
    /** More than was planned. */
    EXCEED,
    VERSUS,
    RATE,
    TAKES,
    /** What a share is taken of follows: trên tổng số. */
    OF,
    FROM,
    TO,
    TOTAL,
    SCALE,
    DONG,
    PERCENT,
    POINTS,
    BOUND,
    SAME_PERIOD,
    LAST_YEAR,
    LAST_QUARTER,
    LAST_MONTH,
    LAST_PERIOD,
    PLAN,
    WHOLE_YEAR,
    /** What follows is hoped for, not reached. */
    GOAL,
    FIRST_MONTHS,
    LAST_MONTHS;

    /** It tells whose the number is, or might. */
    boolean isContent() {
        return this == CONTENT || this == LABEL || this == GRADE;
    }

    /** A number may follow it as the figure of what was named before. */
    boolean links() {
        return switch (this) {
            case LINK, SOFT_LINK, QUALIFIER, RATE, TAKES, TOTAL -> true;
            default -> false;
        };
    }

    boolean isChange() {
        return this == RISE || this == FALL || this == EXCEED;
    }

    /** A period or a plan that is compared with. */
    boolean isBase() {
        return switch (this) {
            case SAME_PERIOD, LAST_YEAR, LAST_QUARTER, LAST_MONTH, LAST_PERIOD, PLAN -> true;
            default -> false;
        };
    }
}
