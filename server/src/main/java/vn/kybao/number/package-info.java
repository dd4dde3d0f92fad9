/**
 * Numbers as Vietnamese officials write them. A kernel: it knows what kinds of numbers there are, and no feature.
 * Uses the generated enumerations, problem and search only.
 */
@NullMarked
package vn.kybao.number;

import org.jspecify.annotations.NullMarked;
