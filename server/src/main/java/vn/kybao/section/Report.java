package vn.kybao.section;

/**
 * Whose report a section belongs to.
 *
 * @param organization the organization's code
 * @param period the period's code
 * @param regime the regime's code
 */
record Report(String organization, String period, String regime) {}
