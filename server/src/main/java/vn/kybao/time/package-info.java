/**
 * The one clock and the Vietnamese calendar day.
 * Uses nothing.
 */
@NullMarked
package vn.kybao.time;

import org.jspecify.annotations.NullMarked;
