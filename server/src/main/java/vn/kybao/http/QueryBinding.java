package vn.kybao.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.QueryValueArgumentBinder;
import io.micronaut.http.bind.binders.RequestArgumentBinder;
import io.micronaut.http.simple.SimpleHttpParameters;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds the query as {@link IntakeFilter} has checked it: in NFC, so that a text finds what was stored of the same text. */
@Singleton
final class QueryBinding implements BeanCreatedEventListener<RequestBinderRegistry> {
    private final ConversionService conversions;

    QueryBinding(ConversionService conversions) {
        this.conversions = conversions;
    }

    @Override
    public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
        event.getBean().addArgumentBinder(new QueryBinder<>(conversions, new QueryValueArgumentBinder<>(conversions)));
        return event.getBean();
    }

    private record QueryBinder<T>(ConversionService conversions, RequestArgumentBinder<T> usual)
            implements AnnotatedRequestArgumentBinder<QueryValue, T> {
        @Override
        public Class<QueryValue> getAnnotationType() {
            return QueryValue.class;
        }

        @Override
        public RequestArgumentBinder<T> createSpecific(Argument<T> argument) {
            return new QueryBinder<>(conversions, usual.createSpecific(argument));
        }

        @Override
        public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
            Map<String, List<String>> query = RequestState.of(request).query();
            boolean asSent = query.equals(request.getParameters().asMap());
            return usual.bind(context, asSent ? request : new Composed<>(request, query, conversions));
        }
    }

    /** A request whose query is in NFC. */
    private static final class Composed<B> extends HttpRequestWrapper<B> {
        private final HttpParameters query;

        Composed(HttpRequest<B> request, Map<String, List<String>> query, ConversionService conversions) {
            super(request);
            this.query = new SimpleHttpParameters(new LinkedHashMap<>(query), conversions);
        }

        @Override
        public HttpParameters getParameters() {
            return query;
        }
    }
}
