package vn.kybao.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import vn.kybao.contract.SentFile;

/** Binds the parts of a form from what {@link IntakeFilter} has checked, so that it is not read a second time. */
@Singleton
final class PartBinding implements BeanCreatedEventListener<RequestBinderRegistry> {
    @Override
    public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
        event.getBean().addArgumentBinder(new PartBinder());
        return event.getBean();
    }

    private static final class PartBinder
            implements AnnotatedRequestArgumentBinder<Part, Object>, PostponedRequestArgumentBinder<Object> {
        @Override
        public Class<Part> getAnnotationType() {
            return Part.class;
        }

        @Override
        public BindingResult<Object> bind(ArgumentConversionContext<Object> context, HttpRequest<?> request) {
            String name = context.getAnnotationMetadata()
                    .stringValue(Bindable.class)
                    .or(() -> context.getAnnotationMetadata().stringValue(Part.class))
                    .orElse(context.getArgument().getName());
            RequestState state = RequestState.of(request);
            Optional<Object> bound = state.file(name).map(Upload::new);
            if (bound.isEmpty() && state.bodyTree().has(name)) {
                String text = state.bodyTree().path(name).textValue();
                Class<?> type = context.getArgument().getType();
                bound = Optional.of(type == LocalDate.class ? LocalDate.parse(text) : text);
            }
            Optional<Object> value = bound;
            return () -> value;
        }
    }

    /** A file that is wholly in memory. */
    private record Upload(SentFile file) implements CompletedFileUpload {
        @Override
        public String getName() {
            return file.name();
        }

        @Override
        public String getFilename() {
            return file.fileName();
        }

        @Override
        public Optional<MediaType> getContentType() {
            return Optional.empty();
        }

        @Override
        public long getSize() {
            return file.bytes().length;
        }

        @Override
        public long getDefinedSize() {
            return getSize();
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(file.bytes());
        }

        @Override
        public byte[] getBytes() {
            return file.bytes();
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.wrap(file.bytes());
        }
    }
}
