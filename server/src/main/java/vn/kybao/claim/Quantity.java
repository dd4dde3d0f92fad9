package vn.kybao.claim;

/**
 * A number with its unit, as an indicator may take it.
 *
 * @param unit the printed unit: one of money, {@code percent}, or the indicator's
 * @param end the piece after the unit
 * @param spoken whether the unit is printed
 */
record Quantity(String unit, int end, boolean spoken) {
    static final String PERCENT = "percent";
}
