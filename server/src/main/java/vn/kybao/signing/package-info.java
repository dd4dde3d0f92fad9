/**
 * Keys and signatures: what this service says can be proven later, without it.
 * Uses the clock and the generated wire models only.
 */
@NullMarked
package vn.kybao.signing;

import org.jspecify.annotations.NullMarked;
