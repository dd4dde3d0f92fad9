package vn.kybao.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Holds a data folder for this process alone; the kernel lets go of it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    /**
     * The locks of this very JVM. A second channel on the same file would, when closed, also drop the lock of the first
     * (POSIX locks belong to the process), so a second attempt must not get as far as opening the file. The map also
     * keeps a channel from being collected, and so unlocked, when the caller forgets the database it started.
     */
    private static final Map<Path, FileChannel> HELD_HERE = new HashMap<>();

    private final Path folder;

    private FolderLock(Path folder) {
        this.folder = folder;
    }

    static FolderLock take(Path folder) throws IOException {
        synchronized (HELD_HERE) {
            if (HELD_HERE.containsKey(folder)) {
                throw taken(folder);
            }
            // Never deleted: a process that had opened the old file could lock it beside one that locked a new file.
            Path file = folder.resolve("kybao.lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            if (!locked) {
                throw taken(folder);
            }
            HELD_HERE.put(folder, channel);
            return new FolderLock(folder);
        }
    }

    private static IllegalStateException taken(Path folder) {
        return new IllegalStateException("Another Kỳ Báo is already running on " + folder + ".");
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD_HERE) {
            FileChannel channel = HELD_HERE.remove(folder);
            if (channel != null) {
                channel.close();
            }
        }
    }
}
