package vn.kybao.imports;

/**
 * One cell.
 *
 * @param kind what it holds
 * @param text what it shows
 */
record Cell(Kind kind, String text) {
    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    enum Kind {
        TEXT,
        /** A day: what a machine made of 7.2, or a day indeed. */
        DATE,
        /** A formula that has no result. */
        FAILED
    }

    static Cell text(String text) {
        return new Cell(Kind.TEXT, text);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
