/**
 * Every enumeration of the contract with its labels.
 * Uses the kernels.
 */
@NullMarked
package vn.kybao.enumeration;

import org.jspecify.annotations.NullMarked;
