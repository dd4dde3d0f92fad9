/**
 * Collections: one regime in one period, where the lock is.
 * Uses regime and period.
 */
@NullMarked
package vn.kybao.collection;

import org.jspecify.annotations.NullMarked;
