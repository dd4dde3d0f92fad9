/**
 * Pure arithmetic of reporting: derive, roll up, sum over reporters, compare, round. No rows, no input or output.
 * Uses period's calendar only.
 */
@NullMarked
package vn.kybao.calculation;

import org.jspecify.annotations.NullMarked;
