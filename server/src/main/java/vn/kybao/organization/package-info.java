/**
 * Organizations: the tree of bodies that file, receive and own.
 * Uses the kernels.
 */
@NullMarked
package vn.kybao.organization;

import org.jspecify.annotations.NullMarked;
