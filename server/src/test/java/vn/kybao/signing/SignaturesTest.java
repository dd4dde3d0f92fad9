package vn.kybao.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kybao.testing.Json;

/** S5: a signature counts by a key that was known before, by ES256, over what it was made over; nothing else does. */
class SignaturesTest {
    private static final String TYPE = "kybao-receipt+jws";
    private static final String PAYLOAD = """
            {"submission":"01932f5e-7c1a-7b3e-9d2f-3c5a1b2d4e6f","text":"Biên nhận"}""";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final SigningKey key = SigningKey.generate();
    private final String good = key.sign(TYPE, PAYLOAD);

    private Verified verify(String jws) {
        return Signatures.verify(jws, TYPE, this::known);
    }

    private Optional<ECKey> known(String kid) {
        return Optional.of(key.publicKey()).filter(own -> own.getKeyID().equals(kid));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String part(int index) {
        return good.split("[.]", -1)[index];
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws Exception {
        JWSObject object = new JWSObject(header, new Payload(PAYLOAD));
        object.sign(signer);
        return object.serialize();
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType(TYPE)).keyID(key.kid());
    }

    @Test
    void whatWasSignedIsReadBackWithTheKeyThatSigned() {
        assertThat(verify(good)).isEqualTo(new Verified(null, key.kid(), PAYLOAD));
        assertThat(verify("\n " + good + " \n").flaw()).isNull();
        assertThat(Json.parse(new String(decoded(part(0)), StandardCharsets.UTF_8)))
                .isEqualTo(Json.parse("""
                        {"alg": "ES256", "kid": "%s", "typ": "%s"}""".formatted(key.kid(), TYPE)));
    }

    @Test
    void aKeyIsCalledByItsThumbprint() throws Exception {
        ECKey own = key.publicKey();
        String members = """
                {"crv":"P-256","kty":"EC","x":"%s","y":"%s"}""".formatted(own.getX(), own.getY());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
        assertThat(key.kid()).isEqualTo(encoded(hash));
        String renamed = new ECKey.Builder(ECKey.parse(key.toJson()))
                .keyID("mine")
                .build()
                .toJSONString();
        assertThat(SigningKey.parse(renamed).kid()).isEqualTo(key.kid());
    }

    @Test
    void aChangeOfAnyByteOfAnyPartIsFound() {
        for (int part = 0; part < 3; part++) {
            byte[] bytes = decoded(part(part));
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= 1;
                String[] parts = good.split("[.]", -1);
                parts[part] = encoded(bytes);
                Verified verified = verify(String.join(".", parts));
                assertThat(verified.flaw()).as("part %s, byte %s", part, i).isNotNull();
                assertThat(verified.payload()).isNull();
                bytes[i] ^= 1;
            }
        }
    }

    @Test
    void thePartsOfOneDoNotFitAnother() {
        String other = key.sign(TYPE, PAYLOAD.replace("nhận", "nhan"));
        assertThat(verify(part(0) + "." + other.split("[.]", -1)[1] + "." + part(2))
                        .flaw())
                .isEqualTo(Flaw.BAD_SIGNATURE);
        assertThat(verify(part(0) + "." + part(1) + "." + other.split("[.]", -1)[2])
                        .flaw())
                .isEqualTo(Flaw.BAD_SIGNATURE);
    }

    @Test
    void emptyAndImpossibleSignaturesAreNone() {
        String begin = part(0) + "." + part(1) + ".";
        assertThat(verify(begin).flaw()).isNotNull();
        byte[] order = ORDER.toByteArray();
        byte[] zeroAndOrder = new byte[64];
        System.arraycopy(order, order.length - 32, zeroAndOrder, 32, 32);
        for (byte[] signature : List.of(new byte[64], zeroAndOrder, new byte[63], new byte[65], new byte[1])) {
            assertThat(verify(begin + encoded(signature)).flaw()).isEqualTo(Flaw.BAD_SIGNATURE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "RS256", "PS256", "ES256K", "ES384", "EdDSA", "es256"})
    void theSenderDoesNotNameTheAlgorithm(String algorithm) {
        String header = """
                {"alg":"%s","kid":"%s","typ":"%s"}""".formatted(algorithm, key.kid(), TYPE);
        for (String signature : List.of("", part(2))) {
            assertThat(verify(encoded(header) + "." + part(1) + "." + signature).flaw())
                    .isEqualTo(Flaw.WRONG_ALGORITHM);
        }
    }

    @Test
    void thePublicKeyIsNoSecretForHmac() throws Exception {
        for (byte[] secret : List.of(
                key.publicKey().toJSONString().getBytes(StandardCharsets.UTF_8),
                key.publicKey().toECPublicKey().getEncoded(),
                key.publicKey().getX().decode())) {
            String jws = signed(header(JWSAlgorithm.HS256).build(), new MACSigner(secret));
            assertThat(verify(jws).flaw()).isEqualTo(Flaw.WRONG_ALGORITHM);
        }
    }

    @Test
    void aKeyThatComesAlongIsNotUsedAndNoAddressIsFetched() throws Exception {
        ECKey foreign =
                new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            byte[] keys = new JWKSet(foreign.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
        try {
            for (String kid : List.of(key.kid(), foreign.getKeyID())) {
                for (JWSHeader header : List.of(
                        header(JWSAlgorithm.ES256).keyID(kid).build(),
                        header(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        header(JWSAlgorithm.ES256).keyID(kid).jwkURL(address).build(),
                        header(JWSAlgorithm.ES256)
                                .keyID(kid)
                                .x509CertURL(address)
                                .build())) {
                    assertThat(verify(signed(header, new ECDSASigner(foreign))).flaw())
                            .isEqualTo(kid.equals(key.kid()) ? Flaw.BAD_SIGNATURE : Flaw.UNKNOWN_KEY);
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    @Test
    void whatMustBeUnderstoodAndIsNotIsRefused() throws Exception {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        ECKey own = ECKey.parse(key.toJson());
        assertThat(verify(signed(header, new ECDSASigner(own))).flaw()).isEqualTo(Flaw.BAD_SIGNATURE);
    }

    @Test
    void somethingElseThatTheKeySignedIsNoReceipt() {
        assertThat(verify(key.sign("kybao-report+jws", PAYLOAD)).flaw()).isEqualTo(Flaw.WRONG_TYPE);
        assertThat(verify(key.sign("JWT", PAYLOAD)).flaw()).isEqualTo(Flaw.WRONG_TYPE);
        String untyped = """
                {"alg":"ES256","kid":"%s"}""".formatted(key.kid());
        assertThat(verify(encoded(untyped) + "." + part(1) + "." + part(2)).flaw())
                .isEqualTo(Flaw.WRONG_TYPE);
    }

    @Test
    void anotherKeyIsUnknownWhateverItIsCalled() {
        assertThat(verify(SigningKey.generate().sign(TYPE, PAYLOAD)).flaw()).isEqualTo(Flaw.UNKNOWN_KEY);
        String unnamed = """
                {"alg":"ES256","typ":"%s"}""".formatted(TYPE);
        assertThat(verify(encoded(unnamed) + "." + part(1) + "." + part(2)).flaw())
                .isEqualTo(Flaw.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b",
                "a.b.c",
                "e30.e30.e30",
                "bnVsbA.e30.e30",
                "W10.e30.e30",
                "eyJhIjo.e30.e30",
                "a.b.c.d.e",
                "Biên.nhận.đây",
                "{\"payload\":\"\",\"signatures\":[]}"
            })
    void whatIsNoJwsIsMalformed(String text) {
        assertThat(verify(text).flaw()).isEqualTo(Flaw.MALFORMED);
    }

    @Test
    void aHeaderOfOddMembersIsRefusedAndBreaksNothing() {
        for (String name : List.of("alg", "kid", "typ", "cty", "crit", "jwk", "jku", "x5u", "x5c", "x5t", "b64", "x")) {
            for (String value : List.of("null", "true", "1e999", "\"\"", "[]", "{}", "[null]", "[\"b64\"]", "\"x\"")) {
                String rest =
                        List.of("\"alg\":\"ES256\"", "\"kid\":\"" + key.kid() + "\"", "\"typ\":\"" + TYPE + "\"")
                                .stream()
                                .filter(member -> !member.startsWith("\"" + name))
                                .collect(Collectors.joining(","));
                String header = "{\"" + name + "\":" + value + "," + rest + "}";
                assertThat(verify(encoded(header) + "." + part(1) + "." + part(2))
                                .flaw())
                        .as(header)
                        .isNotNull();
            }
        }
    }

    @Test
    void nothingIsReadOverInsideOrAroundTheParts() {
        for (String text : List.of(
                good + "=",
                good + ".",
                "." + good,
                good.replaceFirst("[.]", ".\n"),
                good.replaceFirst("[.]", "*."),
                good + " " + good)) {
            assertThat(verify(text).flaw()).as(text).isEqualTo(Flaw.MALFORMED);
        }
    }

    @Test
    void aSetOfKeysIsBelievedOnlyWhereAKeyIsCalledWhatItIs() {
        ECKey foreign = SigningKey.generate().publicKey();
        String renamed = new ECKey.Builder(foreign).keyID(key.kid()).build().toJSONString();
        JsonNode own = Json.parse(key.publicKey().toJSONString());
        assertThat(PublicKeys.parse("{\"keys\": [" + renamed + "]}").find(key.kid()))
                .isEmpty();
        assertThat(PublicKeys.parse("{\"keys\": [" + own + "]}").find(key.kid()))
                .isPresent();
        assertThat(PublicKeys.parse("{\"keys\": []}").find(key.kid())).isEmpty();
    }
}
