package vn.kybao.claim;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word as it is compared: its letters, and its accents apart. The tone may stand on either vowel ({@code hoá},
 * {@code hóa}), and {@code i} and {@code y} change places after a lone consonant ({@code tỷ}, {@code tỉ}).
 *
 * @param letters in lower case, without accents
 * @param accents the marks with the places of their letters, then the tone; empty for a bare word
 */
record Spelling(String letters, String accents) {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final Pattern LONE_Y = Pattern.compile("(?:[hklmstv]|qu)y");

    static Spelling of(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        StringBuilder marks = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tone.append(c);
            } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
                marks.append((char) ('0' + letters.length())).append(c);
            } else if (c == 'đ') {
                marks.append((char) ('0' + letters.length())).append(c);
                letters.append('d');
            } else {
                letters.append(c);
            }
        }
        String plain = letters.toString();
        if (LONE_Y.matcher(plain).matches()) {
            plain = plain.substring(0, plain.length() - 1) + 'i';
        }
        return new Spelling(plain, marks.append(tone).toString());
    }

    boolean isBare() {
        return accents.isEmpty();
    }

    /** The same word, or one that one of the two writes without accents. */
    boolean agrees(Spelling other) {
        return letters.equals(other.letters) && (isBare() || other.isBare() || accents.equals(other.accents));
    }
}
