/**
 * Claims: numbers and documents that are typed in a narrative, found by reading it, and held against the figures in force.
 * Pure: uses the catalogue, documents' citations and what calculating gives; sections and the audit call it.
 */
@NullMarked
package vn.kybao.claim;

import org.jspecify.annotations.NullMarked;
