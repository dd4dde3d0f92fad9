package vn.kybao.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.kybao.testing.Json;

/** Anyone with the public keys, a receipt and perhaps the content can tell whether they belong together. */
class VerifyReceiptCommandTest {
    private static final String CONTENT = """
            {"organization": "viettel-ha-tinh", "values": [{"value": "412000", "note": "Số ước"}], "n": 1.50}""";

    @TempDir
    private Path folder;

    private final ECKey key;
    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private Path keys;
    private Path receipt;

    VerifyReceiptCommandTest() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    }

    @BeforeEach
    void write() throws Exception {
        keys = file("jwks.json", new JWKSet(key).toString(true));
        String canonical = new JsonCanonicalizer(CONTENT).getEncodedString();
        receipt = file(
                "receipt.jws",
                signed(
                                "kybao-receipt+jws",
                                Json.object("{}")
                                                .put("submission", "01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f")
                                                .put("organization", "viettel-ha-tinh")
                                                .put("sequence", 7)
                                                .put(
                                                        "sha256",
                                                        Receipts.sha256(CONTENT.getBytes(StandardCharsets.UTF_8)))
                                                .put(
                                                        "contentSha256",
                                                        Receipts.sha256(canonical.getBytes(StandardCharsets.UTF_8)))
                                        + "")
                        + "\n");
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private String signed(String type, String payload) throws Exception {
        JWSObject object = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                new Payload(payload));
        object.sign(new ECDSASigner(key));
        return object.serialize();
    }

    private int run(Object... arguments) {
        printed.getBuffer().setLength(0);
        complained.getBuffer().setLength(0);
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return new CommandLine(new VerifyReceiptCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(complained))
                .execute(words.toArray(String[]::new));
    }

    private int check(String content) throws Exception {
        return run("--keys", keys, receipt, "--content", file("body.json", content), "--json");
    }

    private JsonNode json() {
        return Json.parse(printed.toString());
    }

    @Test
    void aValidReceiptSaysWhatItSaysInBothLanguages() {
        assertThat(run("--keys", keys, receipt)).isZero();
        assertThat(printed.toString())
                .contains("Biên nhận hợp lệ", "The receipt is valid", key.getKeyID())
                .contains("organization: viettel-ha-tinh", "sequence: 7");
        assertThat(run("--keys", keys, receipt, "--json")).isZero();
        assertThat(json().path("valid").asBoolean()).isTrue();
        assertThat(json().at("/claims/sequence").asInt()).isEqualTo(7);
        assertThat(json().has("content")).isFalse();
    }

    @Test
    void theContentIsComparedByItsBytesAndByWhatItSays() throws Exception {
        assertThat(check(CONTENT)).isZero();
        assertThat(json().at("/content")).isEqualTo(Json.parse("""
                {"sameBytes": true, "sameContent": true}"""));
        String reordered = """
                {"n":1.5,"values":[{"note":"Số ước","value":"412000"}],"organization":"viettel-ha-tinh"}""";
        for (String same : List.of(reordered, Normalizer.normalize(reordered, Normalizer.Form.NFD))) {
            assertThat(check(same)).isZero();
            assertThat(json().at("/content")).isEqualTo(Json.parse("""
                    {"sameBytes": false, "sameContent": true}"""));
        }
        for (String other : List.of(CONTENT.replace("412000", "412001"), "", "{}", "no JSON", CONTENT + CONTENT)) {
            assertThat(check(other)).isEqualTo(1);
            assertThat(json().path("valid").asBoolean()).isFalse();
            assertThat(json().at("/content/sameContent").asBoolean()).isFalse();
        }
        assertThat(run("--keys", keys, receipt, "--content", file("x", "{}"))).isEqualTo(1);
        assertThat(printed.toString()).contains("KHÔNG KHỚP", "this content is not what was filed");
    }

    @Test
    void aReceiptThatIsNoneIsToldInBothLanguages() throws Exception {
        String good = Files.readString(receipt).strip();
        String report = signed("kybao-report+jws", "{}");
        String[] parts = good.split("[.]", -1);
        String forged = parts[0] + "." + signed("x", "{\"sequence\":8}").split("[.]", -1)[1] + "." + parts[2];
        String[][] cases = {
            {"MALFORMED", "no receipt"}, {"WRONG_TYPE", report}, {"BAD_SIGNATURE", forged}, {"MALFORMED", good + good}
        };
        for (String[] one : cases) {
            assertThat(run("--keys", keys, file("bad.jws", one[1]), "--json")).isEqualTo(1);
            assertThat(json().path("reason").asText()).isEqualTo(one[0]);
            assertThat(json().has("claims")).isFalse();
            assertThat(run("--keys", keys, file("bad.jws", one[1]))).isEqualTo(1);
            assertThat(printed.toString()).contains("KHÔNG HỢP LỆ", "NOT VALID");
        }
        Path others = file(
                "others.json",
                new JWKSet(new ECKeyGenerator(Curve.P_256)
                                .keyIDFromThumbprint(true)
                                .generate())
                        .toString(true));
        assertThat(run("--keys", others, receipt, "--json")).isEqualTo(1);
        assertThat(json().path("reason").asText()).isEqualTo("UNKNOWN_KEY");
    }

    @Test
    void whatCannotBeReadIsAUsageError() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run(receipt)).isEqualTo(2);
        assertThat(run("--keys", keys)).isEqualTo(2);
        assertThat(run("--keys", folder.resolve("nowhere"), receipt)).isEqualTo(2);
        assertThat(complained.toString()).contains("Cannot read");
        assertThat(run("--keys", keys, folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(run("--keys", keys, receipt, "--content", folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(run("--keys", file("no.json", "[]"), receipt)).isEqualTo(2);
        assertThat(complained.toString()).contains("no JWK Set");
        assertThat(run("--help")).isZero();
        assertThat(printed.toString()).contains("Exit codes");
    }
}
