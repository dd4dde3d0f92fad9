/**
 * Observations: every version of every figure, and the figures in force with where they came from.
 * Uses the catalogue and calculation.
 */
@NullMarked
package vn.kybao.observation;

import org.jspecify.annotations.NullMarked;
