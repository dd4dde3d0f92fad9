package vn.kybao.narrative;

/** Takes text up to a length, and ends the writing there: a few lines of markup can ask for gigabytes. */
final class Bounded implements Appendable {
    private final int longest;
    private final StringBuilder text = new StringBuilder();

    Bounded(int longest) {
        this.longest = longest;
    }

    /** Ends the writing of what would be too long. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException(int longest) {
            super("longer than " + longest, null, false, false);
        }
    }

    @Override
    public Appendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
        if (text.length() + end - start > longest) {
            throw new TooLongException(longest);
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public Appendable append(char more) {
        return append(String.valueOf(more));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
