/**
 * Validation rules: those of the product, and those that owners write for what is filed under them.
 * Uses indicator, organization and calculation.
 */
@NullMarked
package vn.kybao.rule;

import org.jspecify.annotations.NullMarked;
