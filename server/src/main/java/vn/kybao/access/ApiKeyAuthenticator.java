package vn.kybao.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

@Singleton
final class ApiKeyAuthenticator implements Authenticator {
    private final LoginRepository credentials;
    private final Clock clock;

    ApiKeyAuthenticator(LoginRepository credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> authenticate(String bearerToken) {
        return ApiKeys.parse(bearerToken)
                .flatMap(key -> credentials
                        .login(key.id(), clock.instant())
                        .filter(login -> ApiKeys.matches(key.secret(), login.secretHash()))
                        .map(login -> new Caller(
                                login.id(),
                                login.organization(),
                                login.path(),
                                Set.of(login.scopes().split(" ")))));
    }
}
