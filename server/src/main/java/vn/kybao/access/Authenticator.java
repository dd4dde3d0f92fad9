package vn.kybao.access;

import io.micronaut.core.order.Ordered;
import java.util.Optional;

/** One way to recognise a caller by a bearer token; tried in order until one knows the token. */
interface Authenticator extends Ordered {
    Optional<Caller> authenticate(String bearerToken);
}
