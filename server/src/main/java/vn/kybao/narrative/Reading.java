package vn.kybao.narrative;

/** What came of reading a reference. */
sealed interface Reading {
    /**
     * It can be read.
     *
     * @param query what it asks for
     */
    record Read(Query query) implements Reading {}

    /**
     * It cannot.
     *
     * @param unknown whether it is well formed, but names no number that there is
     * @param actual what is wrong
     * @param expected what would be right
     */
    record Misread(boolean unknown, String actual, String expected) implements Reading {}
}
