package vn.kybao.section;

/**
 * A reference in a text that has no figure.
 *
 * @param section the section it stands in
 * @param title that section's title
 * @param reference the reference as it is written
 */
public record Unanswered(String section, String title, String reference) {}
