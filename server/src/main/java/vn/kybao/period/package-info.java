/**
 * Periods: the immutable calendar and its grammar.
 * Uses the kernels.
 */
@NullMarked
package vn.kybao.period;

import org.jspecify.annotations.NullMarked;
