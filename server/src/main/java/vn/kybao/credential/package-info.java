/**
 * Credentials: the API keys of organizations, made and revoked.
 * Uses the kernels and organization.
 */
@NullMarked
package vn.kybao.credential;

import org.jspecify.annotations.NullMarked;
