package vn.kybao.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Requests a minute for each credential; each of several instances grants its share. */
@Singleton
final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int MOST_BUCKETS = 100_000;

    private final long limit;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .maximumSize(MOST_BUCKETS)
            .build();

    RateLimits(
            @Value("${kybao.rate-limit.requests-per-minute}") long requests,
            @Value("${kybao.instances}") long instances) {
        limit = Math.max(1, requests / Math.max(1, instances));
    }

    ConsumptionProbe take(String credential) {
        return buckets.get(credential, key -> newBucket()).tryConsumeAndReturnRemaining(1);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, WINDOW))
                .build();
    }

    String policy() {
        return "\"default\";q=" + limit + ";w=" + WINDOW.toSeconds();
    }

    static String state(ConsumptionProbe probe) {
        return "\"default\";r=" + probe.getRemainingTokens() + ";t="
                + Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds();
    }

    static long retryAfter(ConsumptionProbe probe) {
        return Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
    }
}
