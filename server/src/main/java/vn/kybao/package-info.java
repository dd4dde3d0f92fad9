/**
 * Kỳ Báo: the service and its start.
 */
@NullMarked
package vn.kybao;

import org.jspecify.annotations.NullMarked;
