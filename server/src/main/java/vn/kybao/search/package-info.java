/**
 * Finding things as people type them: without accents, without regard to case.
 * Uses nothing.
 */
@NullMarked
package vn.kybao.search;

import org.jspecify.annotations.NullMarked;
