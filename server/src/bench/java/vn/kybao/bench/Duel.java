package vn.kybao.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets both do the same turns in blocks, one after the other and each first as often as the other: what slows the
 * machine down for a while slows both.
 */
final class Duel {
    private static final int BLOCK = 20;

    private final Contest contest;
    private final List<Long> http = new ArrayList<>();
    private final List<Long> jdbc = new ArrayList<>();

    private Duel(Contest contest) {
        this.contest = contest;
    }

    /**
     * What was measured, in nanoseconds.
     *
     * @param name of the contest
     * @param http each turn over HTTP
     * @param jdbc each turn in plain JDBC
     */
    record Result(String name, Times http, Times jdbc) {}

    /** Sorted times. */
    record Times(long[] nanos) {
        static Times of(List<Long> measured) {
            long[] sorted = measured.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Times(sorted);
        }

        int count() {
            return nanos.length;
        }

        /** The least time that this share of the turns did not exceed, in milliseconds. */
        double percentile(int percent) {
            int place = (int) Math.ceil(percent / 100.0 * nanos.length) - 1;
            return nanos[Math.max(0, place)] / 1e6;
        }
    }

    static Result run(Contest contest, int warmUp, int measured) throws Exception {
        new Duel(contest).turns(0, warmUp);
        Duel duel = new Duel(contest);
        duel.turns(warmUp, measured);
        return new Result(contest.name(), Times.of(duel.http), Times.of(duel.jdbc));
    }

    private void turns(int first, int count) throws Exception {
        for (int block = 0; block * BLOCK < count; block++) {
            int from = first + block * BLOCK;
            int to = Math.min(from + BLOCK, first + count);
            if (block % 2 == 0) {
                overHttp(from, to);
                inJdbc(from, to);
            } else {
                inJdbc(from, to);
                overHttp(from, to);
            }
        }
    }

    private void overHttp(int from, int to) throws Exception {
        for (int turn = from; turn < to; turn++) {
            http.add(nanos(contest.overHttp(turn)));
        }
    }

    private void inJdbc(int from, int to) throws Exception {
        for (int turn = from; turn < to; turn++) {
            jdbc.add(nanos(contest.inJdbc(turn)));
        }
    }

    private static long nanos(Contest.Action action) throws Exception {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }
}
