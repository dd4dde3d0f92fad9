/**
 * Indicators: what is measured, in which unit, and how it adds up.
 * Uses organization and calculation.
 */
@NullMarked
package vn.kybao.indicator;

import org.jspecify.annotations.NullMarked;
