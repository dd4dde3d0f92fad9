/**
 * The rules that hold figures against one another: pure, over what would stand. Uses the calculation, the catalogue and
 * the keys of observations; submissions and the audit run it.
 */
@NullMarked
package vn.kybao.validation;

import org.jspecify.annotations.NullMarked;
