/**
 * One way to write: the idempotency key, the work, its audit row and its events in one transaction.
 * Uses the kernels.
 */
@NullMarked
package vn.kybao.idempotency;

import org.jspecify.annotations.NullMarked;
