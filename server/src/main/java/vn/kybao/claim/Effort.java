package vn.kybao.claim;

/** Counts the steps that reading a text takes, so that a test can hold them against its length. */
final class Effort {
    private long steps;

    void step() {
        steps++;
    }

    long steps() {
        return steps;
    }
}
