package vn.kybao.contract;

/**
 * A file as it was sent.
 *
 * @param name the name of its part
 * @param fileName the name it was sent under; empty when none was given
 * @param bytes its content
 */
public record SentFile(String name, String fileName, byte[] bytes) {}
