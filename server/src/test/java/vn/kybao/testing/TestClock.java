package vn.kybao.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the application under test. It runs, in microseconds and never twice at the same one, from any instant
 * that it is set to; closing {@link Setting} brings the present back.
 */
public final class TestClock extends Clock {
    private static final Clock SYSTEM = Clock.systemUTC();

    private Duration offset = Duration.ZERO;
    private Instant last = Instant.EPOCH;

    /** Ends a test's own time. */
    public interface Setting extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets time run from an instant such as {@code 2018-04-02T01:00:00Z}. */
    public Setting set(String instant) {
        return set(Instant.parse(instant));
    }

    public synchronized Setting set(Instant instant) {
        offset = Duration.between(SYSTEM.instant(), instant);
        last = Instant.EPOCH;
        return this::reset;
    }

    public synchronized Setting advance(Duration duration) {
        offset = offset.plus(duration);
        last = Instant.EPOCH;
        return this::reset;
    }

    public synchronized void reset() {
        offset = Duration.ZERO;
        last = Instant.EPOCH;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = SYSTEM.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the application keeps its instants in UTC");
    }
}
