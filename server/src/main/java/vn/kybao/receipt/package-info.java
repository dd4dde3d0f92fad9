/**
 * Receipts: signed proof of what was received, made as a submission is stored.
 * Uses the kernels; submission uses it.
 */
@NullMarked
package vn.kybao.receipt;

import org.jspecify.annotations.NullMarked;
