/**
 * Inspections, sanctions and petitions, and what they add up to in a period.
 * Uses the calendar, the catalogue, total and the kernels.
 */
@NullMarked
package vn.kybao.inspection;

import org.jspecify.annotations.NullMarked;
