package vn.kybao.narrative;

/**
 * A reference that cannot be read.
 *
 * @param start its first UTF-16 unit
 * @param length its length in UTF-16 units
 * @param unknown true when it is well formed, but names no number that there is
 * @param actual what is wrong
 * @param expected what would be right
 */
public record Misreading(int start, int length, boolean unknown, String actual, String expected) {}
