/**
 * What every request and answer shares: request ids, body intake with limits, rendering with ETags, errors as problems.
 * Uses problem and contract.
 */
@NullMarked
package vn.kybao.http;

import org.jspecify.annotations.NullMarked;
