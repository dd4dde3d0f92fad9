package vn.kybao.platform;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the service takes requests: not before it has finished starting, not while it drains. */
@Singleton
public class Readiness {
    private final AtomicBoolean accepting = new AtomicBoolean();

    public void accept() {
        accepting.set(true);
    }

    public void drain() {
        accepting.set(false);
    }

    boolean isAccepting() {
        return accepting.get();
    }
}
