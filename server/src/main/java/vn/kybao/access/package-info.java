/**
 * Who calls: credentials, scopes, rate limits, and what a caller's subtree opens.
 * Uses the kernels; reads organization paths in read-only SQL.
 */
@NullMarked
package vn.kybao.access;

import org.jspecify.annotations.NullMarked;
