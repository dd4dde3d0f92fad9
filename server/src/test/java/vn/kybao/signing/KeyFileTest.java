package vn.kybao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Json;

/** A key file is for its owner only, holds one private key and is never written over. */
class KeyFileTest {
    @TempDir
    private Path folder;

    private Path written(String content) throws IOException {
        Path file = folder.resolve("key.jwk");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private void refuses(String content) throws IOException {
        Path file = written(content);
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(SigningKeyException.class)
                .hasMessage(file + ": no private key on the curve P-256 (a JWK with kty EC, crv P-256, x, y and d)")
                .hasNoCause();
        Files.delete(file);
    }

    @Test
    void aNewKeyIsForItsOwnerOnlyAndReadBack() throws IOException {
        Path file = folder.resolve("new.jwk");
        SigningKey made = KeyFile.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SigningKey read = KeyFile.read(file);
        assertThat(read.kid()).isEqualTo(made.kid());
        assertThat(Signatures.verify(read.sign("x+jws", "{}"), "x+jws", kid -> java.util.Optional.of(made.publicKey()))
                        .payload())
                .isEqualTo("{}");
        assertThat(made).hasToString("SigningKey " + made.kid());
    }

    @Test
    void aKeyThatIsThereIsNotWrittenOver() throws IOException {
        Path file = folder.resolve("new.jwk");
        KeyFile.create(file);
        String before = Files.readString(file);
        assertThatThrownBy(() -> KeyFile.create(file)).hasMessageContaining("never written over");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(KeyFile.readOrCreate(folder, "new.jwk").toJson() + "\n").isEqualTo(before);
        assertThatThrownBy(() -> KeyFile.create(folder.resolve("nowhere/new.jwk")))
                .hasMessageStartingWith("Cannot write a key to ");
    }

    @Test
    void aFirstStartMakesFolderAndKey() {
        SigningKey made = KeyFile.readOrCreate(folder.resolve("a/b"), "signing-key.jwk");
        assertThat(KeyFile.read(folder.resolve("a/b/signing-key.jwk")).kid()).isEqualTo(made.kid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-----w-", "rw--w----", "rwxrwxrwx"})
    void aKeyThatOthersCanReadOrChangeIsRefused(String permissions) throws IOException {
        Path file = folder.resolve("new.jwk");
        KeyFile.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("chmod 600 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "r--r-----"})
    void theOwnerAndTheGroupMayRead(String permissions) throws IOException {
        Path file = folder.resolve("new.jwk");
        SigningKey made = KeyFile.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThat(KeyFile.read(file).kid()).isEqualTo(made.kid());
    }

    @Test
    void whatIsNoPrivateKeyOnTheCurveIsRefusedAndNotShown() throws Exception {
        refuses("");
        refuses("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        refuses("{\"kty\": \"EC\", \"d\": \"secret\"}");
        refuses(new RSAKeyGenerator(2048).generate().toJSONString());
        refuses(new OctetSequenceKeyGenerator(256).generate().toJSONString());
        refuses(new ECKeyGenerator(Curve.P_384).generate().toJSONString());
        refuses(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString());
    }

    @Test
    void aPrivateHalfThatDoesNotBelongToThePublicOneIsRefused() throws Exception {
        ECKey one = new ECKeyGenerator(Curve.P_256).generate();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        ObjectNode mixed = Json.object(one.toJSONString());
        mixed.put("d", other.getD().toString());
        refuses(mixed.toString());
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> KeyFile.read(missing)).hasMessage("There is no signing key at " + missing + ".");
        Path bytes = written("");
        Files.write(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> KeyFile.read(bytes)).hasMessageContaining("is no text");
    }
}
