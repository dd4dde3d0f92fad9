/**
 * Forms: what an organization fills in for a period, as JSON and as a workbook.
 * Uses the catalogue, the calendar and the figures in force.
 */
@NullMarked
package vn.kybao.form;

import org.jspecify.annotations.NullMarked;
