package vn.kybao.idempotency;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets keys after the 30 days that the contract promises. */
@Singleton
final class KeyCleanup {
    private static final Duration KEPT = Duration.ofDays(30);

    private final KeyRepository keys;
    private final Clock clock;

    KeyCleanup(KeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forget() {
        long deleted;
        do {
            deleted = keys.deleteBefore(clock.instant().minus(KEPT));
        } while (deleted > 0);
    }
}
