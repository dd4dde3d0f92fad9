package vn.kybao.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import vn.kybao.access.Caller;
import vn.kybao.api.model.SubmissionCreate;
import vn.kybao.bench.BigFiling;
import vn.kybao.contract.Contract;
import vn.kybao.contract.JsonBody;
import vn.kybao.contract.JsonIntake;
import vn.kybao.problem.Findings;
import vn.kybao.testing.TestServer;

/**
 * Measures what it costs to check a value, beside parsing the same JSON: from bytes to findings, on one thread, without
 * HTTP; what is read from the database has been read before. Run by hand; see README.md.
 */
public final class ValidationBenchmark {
    private static final int WARM_UP = 60;
    private static final int MEASURED = 61;

    private final TestServer server;
    private final Drafts drafts;
    private final SubmissionChecks checks;
    private final JsonIntake intake;
    private final JsonMapper models;
    private final Schema schema;
    private final ObjectMapper plain = new ObjectMapper();

    private ValidationBenchmark(TestServer server) {
        this.server = server;
        drafts = server.bean(Drafts.class);
        checks = server.bean(SubmissionChecks.class);
        intake = server.bean(JsonIntake.class);
        models = server.bean(JsonMapper.class);
        schema = server.bean(Contract.class)
                .operation("POST", "/v1/submissions")
                .orElseThrow()
                .body();
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        // The server's threads keep the JVM alive until it is told to end, whether all went well or not.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        BigFiling filing = new BigFiling();
        ValidationBenchmark benchmark = new ValidationBenchmark(TestServer.shared());
        byte[] clean = bytes(filing.json(BigFiling.PERIOD, "clean", 97, 0));
        byte[] bad = bytes(filing.json(BigFiling.PERIOD, "bad", 97, 30));
        benchmark.measure("clean, built-in rules", filing, clean);
        filing.addRules(5);
        benchmark.measure("clean, 5 rules of the catalogue more", filing, clean);
        benchmark.measure("30 of 100 bad, PARTIAL", filing, bad);
        System.exit(0);
    }

    private void measure(String what, BigFiling filing, byte[] bytes) throws Exception {
        MutableHttpRequest<?> request = HttpRequest.POST("/v1/submissions", "");
        Caller caller = new Caller(
                "kb_bench", filing.operator().code(), "/" + TestServer.ROOT + "/", Set.of("submissions:write"));
        request.setAttribute(Caller.class.getName(), caller);
        TransactionOperations<Connection> transactions = transactions();
        PropagatedContext.getOrEmpty()
                .plus(new ServerHttpRequestContext(request))
                .propagate(() -> transactions.executeWrite(status -> {
                    stages(what, bytes);
                    return what;
                }));
    }

    @SuppressWarnings("unchecked") // there is one, for the one database
    private TransactionOperations<Connection> transactions() {
        return server.bean(TransactionOperations.class);
    }

    private void stages(String what, byte[] bytes) throws Exception {
        JsonBody body = intake.read(bytes, schema);
        SubmissionCreate wanted = bound(body);
        long start = System.nanoTime();
        Filing filing = checks.filing(wanted, new Findings());
        Ground ground = drafts.ground(wanted, filing);
        Findings first = found(body, wanted, filing, ground);
        System.out.printf(
                "%n%s: %d values in %d KiB, %d findings %s; read and checked once in %.0f ms%n",
                what,
                wanted.getValues().size(),
                bytes.length >> 10,
                first.all().size(),
                Findings.totals(first.all()).stream()
                        .map(total -> total.getCode() + " " + total.getCount())
                        .toList(),
                (System.nanoTime() - start) / 1e6);
        System.out.print("""
                | stage                        | ns/value | values/s, one core | of the bare parse |
                |------------------------------|---------:|-------------------:|------------------:|
                """);
        double parse = nanos(() -> plain.readTree(bytes));
        print("bare parse (Jackson tree)", parse, parse);
        print("read: parse, NFC, schema", nanos(() -> intake.read(bytes, schema)), parse);
        print("bind the models", nanos(() -> bound(body)), parse);
        print("check: values, rules", nanos(() -> found(body, wanted, filing, ground)), parse);
        Callable<Object> whole = () -> {
            JsonBody read = intake.read(bytes, schema);
            return found(read, bound(read), filing, ground);
        };
        print(
                "read and check, without bind",
                nanos(() -> found(intake.read(bytes, schema), wanted, filing, ground)),
                parse);
        print("whole: bytes to findings", nanos(whole), parse);
        if (Boolean.getBoolean("kybao.bench.profile")) {
            profile(what, whole);
        }
    }

    private SubmissionCreate bound(JsonBody body) throws Exception {
        return models.readValue(intake.write(body.tree()), Argument.of(SubmissionCreate.class));
    }

    private Findings found(JsonBody body, SubmissionCreate wanted, Filing filing, Ground ground) {
        Findings findings = new Findings(body.notes());
        drafts.draft(wanted, filing, ground, findings);
        return findings;
    }

    /** The median of the thread's own time on the processor: what others do on the machine is not in it. */
    private static double nanos(Callable<Object> stage) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            stage.call();
        }
        long[] times = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = threads.getCurrentThreadCpuTime();
            stage.call();
            times[i] = threads.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        return times[MEASURED / 2] / (double) BigFiling.VALUES;
    }

    private static void print(String stage, double nanos, double parse) {
        System.out.printf("| %-28s | %8.0f | %,18.0f | %17.1f |%n", stage, nanos, 1e9 / nanos, nanos / parse);
    }

    private static void profile(String what, Callable<Object> stage) throws Exception {
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.start();
            for (int i = 0; i < 3 * MEASURED; i++) {
                stage.call();
            }
            recording.stop();
            recording.dump(Path.of("target", "bench-" + what.replaceAll("\\W+", "-") + ".jfr"));
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
