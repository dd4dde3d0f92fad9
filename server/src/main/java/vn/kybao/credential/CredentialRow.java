package vn.kybao.credential;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("credential")
record CredentialRow(
        @Id String id,
        String organization,
        String name,
        String secretHash,
        String scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        long version,
        Instant createdAt) {}
