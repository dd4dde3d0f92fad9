package vn.kybao.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mariadbd process. No shutdown hook watches it: whoever starts it decides when it stops. */
final class MariaDbServer {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbServer.class);

    /** Long, because repair after a crash may take its time and being killed in it helps nobody. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration ORPHAN_STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration EXIT_GRACE = Duration.ofMillis(200);
    private static final int POLL_MILLIS = 20;
    private static final String DATA = "mariadb";
    private static final String LOG_FILE = "mariadb.log";
    private static final int PORT_ATTEMPTS = 3;
    private static final int NEW_DATABASE_MEGABYTES = 200;
    private static final int LOG_TAIL_LINES = 20;

    /** In the order in which MariaDB's own mariadb-install-db reads them, without its help texts and sys schema. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private static final List<String> OPTIONS = List.of(
            "--bind-address=127.0.0.1",
            // Relative to the data folder: a full path may be longer than the 107 bytes a socket may have.
            "--socket=mariadbd.sock",
            "--pid-file=mariadbd.pid",
            // Statements from standard input are run before the first connection is let in.
            "--init-file=/dev/stdin",
            // Making a certificate costs seconds at each start and protects nothing on loopback.
            "--skip-ssl",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-lock-wait-timeout=5",
            "--character-set-server=utf8mb4",
            "--sql-mode=STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO",
            "--max-connections=150",
            // What MySQL 8.4 allows by default; MariaDB's own 16M would cut the size of bulk inserts.
            "--max-allowed-packet=64M",
            "--performance-schema=OFF");

    private final Process process;
    private final int port;
    private final Path log;
    private volatile boolean stopping;

    private MariaDbServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Makes sure that there is a database below {@code folder}; true when it had to be created. */
    static boolean createIfMissing(Path home, Path folder) throws IOException {
        Path data = folder.resolve(DATA);
        if (!Files.exists(data)) {
            create(home, folder);
            return true;
        }
        // MariaDB would fill a foreign folder with its own files, or replace a lost ibdata1 by an empty one.
        if (!Files.isDirectory(data.resolve("mysql")) || !Files.exists(data.resolve("ibdata1"))) {
            throw new EmbeddedDatabaseException(
                    data + " is not a complete MariaDB data folder: expected mysql/ and ibdata1 in it.");
        }
        return false;
    }

    private static void create(Path home, Path folder) throws IOException {
        // Only the last line gives the folder its name, so a database whose making was cut short is never used.
        Path part = folder.resolve(DATA + ".part");
        Folders.deleteTree(part);
        Folders.requireSpace(folder, NEW_DATABASE_MEGABYTES);
        Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var sql = new ByteArrayOutputStream();
        // A socket user makes root an account for the system's root on the socket, instead of one with no password.
        sql.writeBytes("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = 'root';\n".getBytes(UTF_8));
        for (String file : SYSTEM_TABLES) {
            sql.writeBytes(Files.readAllBytes(home.resolve("share").resolve(file)));
        }
        Path log = folder.resolve(LOG_FILE);
        Process process = launch(home, part, log, sql.toByteArray(), List.of("--bootstrap"));
        if (!within(START_LIMIT, () -> !process.isAlive()) || process.exitValue() != 0) {
            throw failure("MariaDB could not create a database in " + folder, process, log, null);
        }
        Files.move(part, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns once connections are accepted and {@code initSql} (one statement a line) has run. */
    static MariaDbServer start(Path home, Path folder, String initSql) throws IOException {
        Path data = folder.resolve(DATA);
        Path log = folder.resolve(LOG_FILE);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            var options = new ArrayList<>(OPTIONS);
            options.add("--port=" + port);
            Process process = launch(home, data, log, initSql.getBytes(UTF_8), options);
            if (isReady(process, log)) {
                var server = new MariaDbServer(process, port, log);
                server.watch();
                return server;
            }
            // Between our look for a free port and MariaDB's use of it, another process may take it.
            if (attempt == PORT_ATTEMPTS || !read(log).contains("Address already in use")) {
                throw failure("MariaDB could not start on " + data, process, log, null);
            }
        }
    }

    /** Stops what a killed process left running in a folder below {@code folder}; the caller must hold its lock. */
    static void stopOrphans(Path folder) {
        ProcessHandle.allProcesses()
                .filter(candidate -> isServerBelow(folder, candidate))
                .forEach(orphan -> {
                    LOG.warn("Stopping MariaDB process {} left running on {}", orphan.pid(), folder);
                    stop(orphan, ORPHAN_STOP_LIMIT, () -> !isServerBelow(folder, orphan));
                });
    }

    void stop() {
        stopping = true;
        stop(process.toHandle(), STOP_LIMIT, () -> !process.isAlive());
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it: all it does is one line in the log
    private void watch() {
        process.onExit().thenAccept(ended -> {
            if (!stopping) {
                LOG.error("MariaDB ended by itself with exit code {}; its log is {}", ended.exitValue(), log);
            }
        });
    }

    private static Process launch(Path home, Path data, Path log, byte[] sql, List<String> options) throws IOException {
        // One start a file, and the one before: after a crash the next start must not wipe out the reason.
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(), "--no-defaults", "--basedir=" + home, "--datadir=" + data));
        command.addAll(options);
        // MariaDB refuses to run as root unless told so.
        if ("root".equals(Files.getOwner(Path.of("/proc/self")).getName())) {
            command.add("--user=root");
        }
        // To a file, not a pipe: MariaDB may outlive this process, and a missing library is reported there too.
        Process process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(sql);
        } catch (IOException e) {
            throw failure("MariaDB ended before it had read its first statements in " + data, process, log, e);
        }
        return process;
    }

    private static boolean isReady(Process process, Path log) {
        String sign = ": ready for connections";
        return within(START_LIMIT, () -> !process.isAlive() || read(log).contains(sign))
                && process.isAlive()
                // A failed init statement does not stop MariaDB; it only leaves such a line.
                && !read(log).contains("\nERROR: ");
    }

    private static EmbeddedDatabaseException failure(
            String what, Process process, Path log, @Nullable IOException cause) {
        boolean ended = within(EXIT_GRACE, () -> !process.isAlive());
        if (!ended) {
            stop(process.toHandle(), STOP_LIMIT, () -> !process.isAlive());
        }
        List<String> lines = read(log).lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        String how = ended ? " (exit code " + process.exitValue() + ")" : "";
        return new EmbeddedDatabaseException(what + how + ". The end of " + log + ":\n" + tail, cause);
    }

    private static void stop(ProcessHandle server, Duration limit, BooleanSupplier ended) {
        server.destroy();
        if (within(limit, ended)) {
            return;
        }
        LOG.warn("MariaDB process {} did not stop within {} s, killing it", server.pid(), limit.toSeconds());
        server.destroyForcibly();
        if (!within(KILL_LIMIT, ended)) {
            throw new EmbeddedDatabaseException("MariaDB process " + server.pid() + " cannot be stopped.");
        }
    }

    private static boolean within(Duration limit, BooleanSupplier done) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            // Not Thread.sleep: an interrupt, as thread pools send it at their end, must not cut a clean stop short.
            new CompletableFuture<>()
                    .completeOnTimeout(true, POLL_MILLIS, TimeUnit.MILLISECONDS)
                    .join();
        }
        return true;
    }

    /**
     * Looks at the process itself: MariaDB works in its data folder. A pid file would miss a server that was still
     * starting when its parent was killed, and may name a process that has since got the same number.
     */
    private static boolean isServerBelow(Path folder, ProcessHandle candidate) {
        Path proc = Path.of("/proc", Long.toString(candidate.pid()));
        try {
            Path program = Files.readSymbolicLink(proc.resolve("exe")).getFileName();
            Path workingFolder = Files.readSymbolicLink(proc.resolve("cwd"));
            return program != null
                    && program.toString().startsWith("mariadbd")
                    && folder.equals(workingFolder.getParent());
        } catch (IOException e) {
            LOG.trace("Process {} ended meanwhile or belongs to another user", candidate.pid(), e);
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), UTF_8);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("Cannot read MariaDB's log: " + e, e);
        }
    }
}
