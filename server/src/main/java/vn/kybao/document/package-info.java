/**
 * Official documents: how their numbers are written, how texts cite them, and the register of those that are cited.
 * Uses organization, regime and the kernels.
 */
@NullMarked
package vn.kybao.document;

import org.jspecify.annotations.NullMarked;
