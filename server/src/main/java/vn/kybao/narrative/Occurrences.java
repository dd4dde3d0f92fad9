package vn.kybao.narrative;

import java.util.stream.IntStream;

/**
 * All places of one text in another, overlapping ones too, in time that grows with their lengths alone (Knuth, Morris and
 * Pratt): a thousand claims on a long text that repeats itself must not hold up whoever waits for the section.
 */
final class Occurrences {
    private Occurrences() {}

    static IntStream of(String sought, String text) {
        int[] borders = borders(sought);
        IntStream.Builder places = IntStream.builder();
        int matched = 0;
        for (int i = 0; i < text.length() && !sought.isEmpty(); i++) {
            while (matched > 0 && text.charAt(i) != sought.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == sought.charAt(matched)) {
                matched++;
            }
            if (matched == sought.length()) {
                places.add(i - matched + 1);
                matched = borders[matched - 1];
            }
        }
        return places.build();
    }

    /** For each beginning of a text, the length of the longest shorter one that it also ends with. */
    private static int[] borders(String text) {
        int[] borders = new int[text.length()];
        int length = 0;
        for (int i = 1; i < text.length(); i++) {
            while (length > 0 && text.charAt(i) != text.charAt(length)) {
                length = borders[length - 1];
            }
            if (text.charAt(i) == text.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
