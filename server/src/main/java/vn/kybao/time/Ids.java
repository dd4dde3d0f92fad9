package vn.kybao.time;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** New ids: UUIDv7, in the order they are made, by the one clock. */
@Singleton
public final class Ids {
    private final TimeBasedEpochGenerator generator;

    Ids(Clock clock) {
        generator = new TimeBasedEpochGenerator(new SecureRandom(), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    public String next() {
        return generator.generate().toString();
    }
}
