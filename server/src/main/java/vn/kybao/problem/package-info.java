/**
 * Problems and findings: one catalogue of codes, one shape, texts in Vietnamese and English.
 * Uses the generated wire models only.
 */
@NullMarked
package vn.kybao.problem;

import org.jspecify.annotations.NullMarked;
