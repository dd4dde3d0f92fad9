package vn.kybao.narrative;

import java.util.List;

/**
 * A text with its references replaced.
 *
 * @param text the Markdown
 * @param html the same as HTML
 * @param places where the references stand in the Markdown, in order
 */
public record Rendition(String text, String html, List<Place> places) {
    /**
     * A reference in its new place.
     *
     * @param start its first UTF-16 unit
     * @param length its length in UTF-16 units
     * @param mention the reference
     */
    public record Place(int start, int length, Mention mention) {}
}
