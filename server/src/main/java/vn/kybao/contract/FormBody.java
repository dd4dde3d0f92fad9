package vn.kybao.contract;

import java.util.Map;

/**
 * A multipart form that has been read and checked against the contract.
 *
 * @param fields its texts as an object, and what was found wrong
 * @param files its files by the names of their parts
 */
public record FormBody(JsonBody fields, Map<String, SentFile> files) {}
