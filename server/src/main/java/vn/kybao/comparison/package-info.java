/**
 * The comparison annex of an organization's period.
 * Uses the catalogue, observation and calculation; read only.
 */
@NullMarked
package vn.kybao.comparison;

import org.jspecify.annotations.NullMarked;
