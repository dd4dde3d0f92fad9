package vn.kybao.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kybao.api.model.AccessScope;
import vn.kybao.api.model.OrganizationKind;
import vn.kybao.credential.CredentialService;
import vn.kybao.organization.OrganizationService;
import vn.kybao.platform.Readiness;
import vn.kybao.signing.SigningKey;
import vn.kybao.signing.SigningKeys;

/** The application, started as the service starts it; one of them is shared by all tests of the JVM. */
public final class TestServer implements AutoCloseable {
    /** The root organization. */
    public static final String ROOT = "root";

    private static final SigningKey KEY = SigningKey.generate();

    private final ApplicationContext context;
    private final TestClock clock;
    private final int port;

    private TestServer(ApplicationContext context, TestClock clock, int port) {
        this.context = context;
        this.clock = clock;
        this.port = port;
    }

    /** The server that tests share. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** One more instance on the same database, with settings of its own. */
    public static TestServer start(Map<String, Object> settings) {
        return start(TestDatabase.shared(), settings);
    }

    /** One more instance on the same database, which signs with another key. */
    public static TestServer start(SigningKey key) {
        return start(TestDatabase.shared(), Map.of(), key);
    }

    public static TestServer start(TestDatabase database, Map<String, Object> settings) {
        return start(database, settings, KEY);
    }

    private static TestServer start(TestDatabase database, Map<String, Object> settings, SigningKey key) {
        int port = freePort();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "kybao.database.url",
                database.url(),
                "kybao.database.user",
                database.user(),
                "kybao.database.password",
                database.password(),
                "kybao.host",
                "127.0.0.1",
                "kybao.port",
                port,
                "kybao.rate-limit.requests-per-minute",
                100_000_000));
        properties.putAll(settings);
        TestClock clock = new TestClock();
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .banner(false)
                .beanDefinitions(RuntimeBeanDefinition.builder(Clock.class, () -> clock)
                        .singleton(true)
                        .replaces(Clock.class)
                        .build())
                .start();
        context.getBean(SigningKeys.class).use(key);
        context.getBean(EmbeddedServer.class).start();
        context.getBean(OrganizationService.class).createRoot(ROOT, "Gốc", OrganizationKind.MINISTRY);
        context.getBean(Readiness.class).accept();
        return new TestServer(context, clock, port);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public TestClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A new key of an organization. */
    public String key(String organization, String... scopes) {
        return key(
                organization, Arrays.stream(scopes).map(AccessScope::fromValue).toList());
    }

    /** A new key of an organization, with every scope there is. */
    public String keyWithAllScopes(String organization) {
        return key(organization, List.of(AccessScope.values()));
    }

    private String key(String organization, Collection<AccessScope> scopes) {
        return bean(CredentialService.class).issue(organization, "test", scopes);
    }

    @Override
    public void close() {
        context.getBean(EmbeddedServer.class).stop();
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final TestServer SERVER = start(Map.of());
        static final String ADMIN_KEY = SERVER.keyWithAllScopes(ROOT);

        static {
            AtEnd.close(SERVER);
        }
    }

    /** The key of the root organization on the shared server, with every scope. */
    public static String adminKey() {
        return Shared.ADMIN_KEY;
    }
}
