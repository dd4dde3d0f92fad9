/**
 * Recommendations: what an organization asks of others, answered by them and raised again over periods.
 * Uses document, collection, period and organization.
 */
@NullMarked
package vn.kybao.recommendation;

import org.jspecify.annotations.NullMarked;
