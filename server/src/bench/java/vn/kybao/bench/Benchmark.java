package vn.kybao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kybao.testing.TestServer;

/** Measures what a request costs beside plain JDBC that reads and writes the same rows. Run by hand; see README.md. */
public final class Benchmark {
    static final String HEADER = """
            | ms                         | turns |  HTTP p50 |  HTTP p95 |  JDBC p50 |  JDBC p95 | ratio p50 | ratio p95 |
            |----------------------------|------:|----------:|----------:|----------:|----------:|----------:|----------:|
            """;

    private static final int COUNTED = 40;

    private Benchmark() {}

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

        List<String> profile = new ArrayList<>();
        FilingContest filing = new FilingContest(server, jdbc);
        AnnexContest annex = new AnnexContest(server, jdbc);
        filing.fileEverySlot();
        annex.check();

        System.out.print(HEADER);
        print(Duel.run(filing, FilingContest.SLOTS, 2 * FilingContest.SLOTS));
        filing.check();
        profile.addAll(profile(filing, jdbc));
        print(Duel.run(annex, 2_000, 2_000));
        profile.addAll(profile(annex, jdbc));
        TaskContest tasks = new TaskContest(server, jdbc);
        tasks.check();
        print(Duel.run(tasks, 200, 400));
        profile.addAll(profile(tasks, jdbc));

        System.out.println("\nstatements a turn, by the database's own counters");
        profile.forEach(System.out::println);
    }

    static void print(Duel.Result result) {
        Duel.Times http = result.http();
        Duel.Times jdbc = result.jdbc();
        System.out.printf(
                "| %-26s | %5d | %9.2f | %9.2f | %9.2f | %9.2f | %9.2f | %9.2f |%n",
                result.name(),
                http.count(),
                http.percentile(50),
                http.percentile(95),
                jdbc.percentile(50),
                jdbc.percentile(95),
                http.percentile(50) / jdbc.percentile(50),
                http.percentile(95) / jdbc.percentile(95));
    }

    static List<String> profile(Contest contest, Jdbc jdbc) throws Exception {
        Statements statements = new Statements(jdbc);
        return List.of(
                "  %s, HTTP: %s".formatted(contest.name(), statements.perTurn(contest::overHttp, 0, COUNTED)),
                "  %s, JDBC: %s".formatted(contest.name(), statements.perTurn(contest::inJdbc, 0, COUNTED)));
    }
}
