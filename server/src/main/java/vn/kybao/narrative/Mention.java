package vn.kybao.narrative;

/**
 * A reference in its place in a text.
 *
 * @param start its first UTF-16 unit
 * @param length its length in UTF-16 units
 * @param source as written, with its braces
 * @param query what it asks for
 */
public record Mention(int start, int length, String source, Query query) {}
