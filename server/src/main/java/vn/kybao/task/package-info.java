/**
 * Tasks: what higher authorities have set, with deadlines, progress and counts.
 * Uses the catalogue, collection and total.
 */
@NullMarked
package vn.kybao.task;

import org.jspecify.annotations.NullMarked;
