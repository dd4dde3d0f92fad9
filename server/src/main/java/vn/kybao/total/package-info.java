/**
 * Totals: numbers that rows give, beside what was filed as a figure for the same thing.
 * Uses the catalogue, period, observation, calculation and narrative.
 */
@NullMarked
package vn.kybao.total;

import org.jspecify.annotations.NullMarked;
