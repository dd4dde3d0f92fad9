/**
 * Reporting regimes: who files which indicators to whom, by which calendar.
 * Uses organization, indicator and period.
 */
@NullMarked
package vn.kybao.regime;

import org.jspecify.annotations.NullMarked;
