package vn.kybao.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What the JDK lacks for folders. */
final class Folders {
    private Folders() {}

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Fails before the disk is full: neither a cut-off copy nor MariaDB's own message says as plainly what is wrong. */
    static void requireSpace(Path folder, int megabytes) throws IOException {
        long found = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
        if (found < megabytes) {
            throw new EmbeddedDatabaseException("Too little disk space for the embedded database in " + folder
                    + ": found " + found + " MB, expected at least " + megabytes + " MB.");
        }
    }
}
