package vn.kybao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kybao.testing.TestServer;

/** Measures the statistics over cases beside the same SQL in plain JDBC. Run by hand; see README.md. */
public final class InspectionBenchmark {
    private static final int TURNS = 500;

    private InspectionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        // The server's threads keep the JVM alive until it is told to end, whether all went well or not.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        measure(TestServer.shared());
        System.exit(0);
    }

    private static void measure(TestServer server) throws Exception {
        Jdbc jdbc = Jdbc.connect(server);
        System.out.println("\n" + Machine.describe(jdbc));
        List<InspectionContest> contests = InspectionContest.make(server, jdbc);
        List<String> profile = new ArrayList<>();
        System.out.print(Benchmark.HEADER);
        for (InspectionContest contest : contests) {
            contest.check();
            Benchmark.print(Duel.run(contest, TURNS, TURNS));
            profile.addAll(Benchmark.profile(contest, jdbc));
        }
        System.out.println("\nstatements a turn, by the database's own counters");
        profile.forEach(System.out::println);
    }
}
