/**
 * The append-only record of every write.
 * Uses nothing but the database.
 */
@NullMarked
package vn.kybao.audit;

import org.jspecify.annotations.NullMarked;
