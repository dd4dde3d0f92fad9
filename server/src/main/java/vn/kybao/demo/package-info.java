/**
 * Demo data: a province's real annex, filed through the API as any client would.
 * Uses the wire only, beside the first organization and keys.
 */
@NullMarked
package vn.kybao.demo;

import org.jspecify.annotations.NullMarked;
