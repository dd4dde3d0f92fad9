/**
 * Health, the contract itself, the public keys and the pages behind problem types.
 * Uses the kernels.
 */
@NullMarked
package vn.kybao.platform;

import org.jspecify.annotations.NullMarked;
