package vn.kybao.http;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import vn.kybao.contract.Decimals;

/** Decimals are strings on the wire, so that no reader loses a digit. */
@Singleton
final class DecimalSerde implements Serde<BigDecimal> {
    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends BigDecimal> type, BigDecimal value)
            throws IOException {
        encoder.encodeString(Decimals.plain(value));
    }

    @Override
    public BigDecimal deserialize(Decoder decoder, DecoderContext context, Argument<? super BigDecimal> type)
            throws IOException {
        return new BigDecimal(decoder.decodeString());
    }
}
