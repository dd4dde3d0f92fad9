package vn.kybao;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kybao.demo.Demo;
import vn.kybao.platform.Readiness;
import vn.kybao.signing.KeyFile;
import vn.kybao.signing.SigningKey;
import vn.kybao.signing.SigningKeys;

/** The running service: database, application and HTTP server, started and stopped in that order and its reverse. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Database database;
    private final ApplicationContext context;
    private final Duration drain;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Service(Database database, ApplicationContext context, Duration drain) {
        this.database = database;
        this.context = context;
        this.drain = drain;
    }

    static Service start(Map<String, String> environment) {
        boolean demo = Boolean.parseBoolean(environment.getOrDefault("KYBAO_DEMO", "false"));
        if (demo) {
            refuseStrangers(environment.getOrDefault("KYBAO_HOST", "127.0.0.1"));
        }
        Database database = Database.open(environment);
        ApplicationContext context = null;
        try {
            SigningKey key = signingKey(environment, demo || database.embedded() != null);
            context = context(database);
            context.getBean(SigningKeys.class).use(key);
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            LOG.info("serving on {}", server.getURL());
            if (demo) {
                Path folder = Database.dataFolder(environment);
                context.getBean(Demo.class).load(folder, server.getURL().toString());
            }
            context.getBean(Readiness.class).accept();
            return new Service(database, context, drain(environment));
        } catch (RuntimeException e) {
            if (context != null) {
                context.close();
            }
            database.close();
            throw e;
        }
    }

    /** The application without its server, for commands. */
    static ApplicationContext context(Database database) {
        return ApplicationContext.builder()
                .properties(new HashMap<>(database.properties()))
                .banner(false)
                .start();
    }

    private static void refuseStrangers(String host) {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new StartException("Demo mode serves with known data and keys in a file; it binds to a loopback"
                        + " address only, not to " + host + ".");
            }
        } catch (UnknownHostException e) {
            throw new StartException("KYBAO_HOST names no address: " + host);
        }
    }

    /** A key in the data folder does for trying things out; in production someone has to know where it is. */
    private static SigningKey signingKey(Map<String, String> environment, boolean local) {
        String file = environment.getOrDefault("KYBAO_SIGNING_KEY_FILE", "");
        if (!file.isBlank()) {
            return KeyFile.read(Path.of(file));
        }
        if (!local) {
            throw new StartException("Set KYBAO_SIGNING_KEY_FILE to the private key that signs receipts; make one with:"
                    + " java -jar kybao-server.jar new-key <file>");
        }
        return KeyFile.readOrCreate(Database.dataFolder(environment), "signing-key.jwk");
    }

    private static Duration drain(Map<String, String> environment) {
        String seconds = environment.getOrDefault("KYBAO_DRAIN_SECONDS", "0");
        try {
            return Duration.ofSeconds(Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            throw new StartException("KYBAO_DRAIN_SECONDS is not a whole number: " + seconds);
        }
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Says that it is going, gives balancers time to notice, finishes what is running, then stops the database. */
    @Override
    public void close() {
        context.getBean(Readiness.class).drain();
        try {
            Thread.sleep(drain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.getBean(EmbeddedServer.class).stop();
        context.close();
        database.close();
        ended.countDown();
    }
}
