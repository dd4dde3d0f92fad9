/**
 * JSON kept in text columns, and merge patches.
 * Uses nothing but the mapper.
 */
@NullMarked
package vn.kybao.json;

import org.jspecify.annotations.NullMarked;
