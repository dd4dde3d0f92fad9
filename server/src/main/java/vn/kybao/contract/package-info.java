/**
 * The contract at run time: operations, parameters and schemas read from openapi.yaml, and checks against them.
 * Uses problem.
 */
@NullMarked
package vn.kybao.contract;

import org.jspecify.annotations.NullMarked;
