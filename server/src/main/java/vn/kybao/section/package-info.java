/**
 * Sections: the narrative of a report, with references to figures, claims and versions.
 * Uses the catalogue, collection, observation, narrative and calculation.
 */
@NullMarked
package vn.kybao.section;

import org.jspecify.annotations.NullMarked;
