package vn.kybao.claim;

/**
 * A number of a text.
 *
 * @param first the first piece of its digits
 * @param end the piece after the last
 * @param shape what it looks like
 * @param start its first UTF-16 unit, its sign included
 */
record Numeral(int first, int end, Shape shape, int start) {

    /** What a number looks like. */
    enum Shape {
        /** {@code 1.250,5}. */
        FIGURE,
        /** {@code 2024}: counts something only where the unit says so. */
        YEAR_LIKE,
        /** {@code 25/27}. */
        FRACTION,
        /** {@code {{sector-revenue}}}. */
        REFERENCE
    }

    /** The piece that the second number of a fraction begins at. */
    int second() {
        return end - 1;
    }
}
