/**
 * Text engine of sections: references in a text, read and replaced by figures; changes between two texts. No rows.
 * Uses calculation and the kernels.
 */
@NullMarked
package vn.kybao.narrative;

import org.jspecify.annotations.NullMarked;
