package vn.kybao.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vn.kybao.contract.JsonIntake;

/**
 * Binds the contract's models from what {@link IntakeFilter} has checked. A model may lack even required fields when
 * the request has findings: services check what is there and end with all findings together.
 */
@Singleton
@Order(-1000)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
final class ModelReader<T> implements MessageBodyReader<T> {
    private static final String MODELS = "vn.kybao.api.model";

    private final JsonMapper mapper;
    private final JsonIntake intake;

    ModelReader(JsonMapper mapper, JsonIntake intake) {
        this.mapper = mapper;
        this.intake = intake;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return type.getType().getPackageName().equals(MODELS);
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream stream) {
        try {
            return mapper.readValue(intake.write(RequestState.current().bodyTree()), type);
        } catch (IOException e) {
            throw new CodecException("a checked body did not bind to " + type, e);
        }
    }
}
