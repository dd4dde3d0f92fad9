package vn.kybao.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** What tests started is stopped once, when the JVM ends, in reverse order: hooks of their own would run at once. */
final class AtEnd {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtEnd::closeAll, "stop-test-servers"));
    }

    private AtEnd() {}

    static synchronized void close(AutoCloseable opened) {
        OPEN.push(opened);
    }

    private static synchronized void closeAll() {
        for (AutoCloseable opened : OPEN) {
            try {
                opened.close();
            } catch (Exception e) {
                System.err.println("could not stop " + opened + ": " + e);
            }
        }
    }
}
