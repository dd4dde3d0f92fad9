package vn.kybao.http;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants are RFC 3339 in UTC with exactly six fraction digits. */
@Singleton
final class InstantSerde implements Serde<OffsetDateTime> {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends OffsetDateTime> type, OffsetDateTime value)
            throws IOException {
        encoder.encodeString(FORMAT.format(value.withOffsetSameInstant(ZoneOffset.UTC)));
    }

    @Override
    public OffsetDateTime deserialize(Decoder decoder, DecoderContext context, Argument<? super OffsetDateTime> type)
            throws IOException {
        return OffsetDateTime.parse(decoder.decodeString());
    }
}
