package vn.kybao.signing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("signing_key")
record SigningKeyRow(@Id String kid, String publicJwk, String purpose, Instant createdAt) {}
