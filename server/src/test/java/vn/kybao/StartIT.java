package vn.kybao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kybao.testing.ServiceProcess;

/** In production the service starts with a key that someone made for it, or says how to make one. */
class StartIT {
    @TempDir
    private Path folder;

    private ServiceProcess start(String keyFile) {
        Map<String, String> environment = new HashMap<>(Map.of("KYBAO_DATABASE_URL", "jdbc:mysql://127.0.0.1:1/none"));
        if (keyFile != null) {
            environment.put("KYBAO_SIGNING_KEY_FILE", keyFile);
        }
        return ServiceProcess.start(folder, environment);
    }

    private void refuses(String keyFile, String sentence) {
        ServiceProcess process = start(keyFile);
        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output()).contains(sentence).doesNotContain("Exception", "\tat ", "secret");
    }

    @Test
    void withoutAKeyItSaysHowToMakeOne() {
        refuses(null, "java -jar kybao-server.jar new-key <file>");
        refuses(" ", "java -jar kybao-server.jar new-key <file>");
    }

    @Test
    void aKeyThatCannotBeUsedIsNamed() throws IOException {
        refuses(folder.resolve("missing").toString(), "There is no signing key at " + folder.resolve("missing"));
        Path wrong = Files.writeString(folder.resolve("wrong.jwk"), "{\"kty\":\"EC\",\"d\":\"secret\"}");
        Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-------"));
        refuses(wrong.toString(), wrong + ": no private key on the curve P-256");
    }

    @Test
    void newKeyMakesOneThatIsTaken() {
        Path file = folder.resolve("signing-key.jwk");
        ServiceProcess made = ServiceProcess.start(folder, Map.of(), "new-key", file.toString());
        assertThat(made.awaitEnd()).isZero();
        assertThat(made.output()).contains(file.toString()).contains("KYBAO_SIGNING_KEY_FILE");
        ServiceProcess again = ServiceProcess.start(folder, Map.of(), "new-key", file.toString());
        assertThat(again.awaitEnd()).isEqualTo(1);
        assertThat(again.output()).contains("never written over");
        ServiceProcess started = start(file.toString());
        assertThat(started.awaitEnd()).isNotZero();
        assertThat(started.output()).doesNotContain("KYBAO_SIGNING_KEY_FILE").doesNotContain("signing key");
    }
}
