/**
 * Cursor lists: signed cursors, stable order, page sizes.
 * Uses problem and http.
 */
@NullMarked
package vn.kybao.paging;

import org.jspecify.annotations.NullMarked;
