/**
 * The consistency audit over an organization's period: figures, claims, sections, tasks, cases and documents.
 * Uses the services of all of them; read only.
 */
@NullMarked
package vn.kybao.finding;

import org.jspecify.annotations.NullMarked;
