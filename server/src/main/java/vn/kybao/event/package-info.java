/**
 * The outbox: one row for each committed change, written with it.
 * Uses nothing but the database.
 */
@NullMarked
package vn.kybao.event;

import org.jspecify.annotations.NullMarked;
