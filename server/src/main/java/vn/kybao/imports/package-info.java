/**
 * Imports: workbooks and CSV files read into submissions, cell by cell, without filing them.
 * Uses the catalogue, number and submission.
 */
@NullMarked
package vn.kybao.imports;

import org.jspecify.annotations.NullMarked;
