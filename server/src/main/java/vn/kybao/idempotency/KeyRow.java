package vn.kybao.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("idempotency_key")
record KeyRow(
        @Id String organization,
        String operation,
        String idemKey,
        String fingerprint,
        int status,
        String contentType,
        @Nullable String etag,
        @Nullable String location,
        byte[] body,
        Instant createdAt) {}
