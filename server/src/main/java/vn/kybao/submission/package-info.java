/**
 * Submissions: figures checked in one pass, stored whole or not at all, revision by revision.
 * Uses the catalogue, collection, observation and receipt.
 */
@NullMarked
package vn.kybao.submission;

import org.jspecify.annotations.NullMarked;
