package vn.kybao.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a write did, for the audit and the events.
 *
 * @param type CREATED, UPDATED, or the move that was made
 * @param resource the resource's name in the contract
 * @param id its id
 * @param organization whose it is
 * @param version its version afterwards
 * @param detail a reason given, or null
 */
public record Change(
        String type,
        String resource,
        String id,
        String organization,
        long version,
        @Nullable String detail) {}
