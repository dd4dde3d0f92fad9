package vn.kybao.claim;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text.
 *
 * @param kind what it is
 * @param start its first UTF-16 unit
 * @param end the unit after it
 * @param spelling how a word or digits compare; null for the others
 * @param sign the character of a sign, else 0
 * @param glued whether it follows the piece before it without a space
 */
record Token(Kind kind, int start, int end, @Nullable Spelling spelling, char sign, boolean glued) {

    /** What a piece of a text can be. */
    enum Kind {
        WORD,
        DIGITS,
        SIGN,
        /** A figure that is referenced rather than typed. */
        REFERENCE,
        /** Code, an address, a link: nothing to read. */
        OPAQUE,
        /** Here a sentence, a cell or a line ends. */
        BREAK
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isSign(char wanted) {
        return kind == Kind.SIGN && sign == wanted;
    }

    boolean isSign(String wanted) {
        return kind == Kind.SIGN && wanted.indexOf(sign) >= 0;
    }

    /** A word or digits: what names are made of. */
    boolean isWritten() {
        return spelling != null;
    }

    String letters() {
        return spelling == null ? "" : spelling.letters();
    }

    int length() {
        return end - start;
    }
}
