package io.kehu.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** In the place of Keycloak: signs access tokens as it does and tells services its keys, so that they check each token. */
final class Issuer implements AutoCloseable {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final String REALM = "/realms/kehu";
    private static final String KEYS = REALM + "/protocol/openid-connect/certs";

    private final KeyPair keys;
    private final HttpServer server;

    private Issuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static Issuer start() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = new Issuer(generator.generateKeyPair(), server);
        issuer.answer(REALM + "/.well-known/openid-configuration", """
            {"issuer":"%1$s%2$s","jwks_uri":"%1$s%3$s","token_endpoint":"%1$s%2$s/token"}\
            """.formatted(issuer.url(), REALM, KEYS));
        var key = (RSAPublicKey) issuer.keys.getPublic();
        issuer.answer(KEYS, """
            {"keys":[{"kid":"1","kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}]}\
            """.formatted(encoded(key.getModulus()), encoded(key.getPublicExponent())));
        server.start();
        return issuer;
    }

    private void answer(String path, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Where services look for Keycloak. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * @param team  Keycloak group path
     * @param scope {@code own}, {@code team}, {@code team-tree} or {@code all}
     */
    String token(String username, String team, String scope) throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var claims = """
            {"iss":"%6$s","sub":"%1$s","preferred_username":"%1$s","team":"%2$s","aud":["kehu-api"],"typ":"Bearer",\
            "iat":%4$d,"exp":%5$d,"realm_access":{"roles":["customer:read","customer:write","customer:delete",\
            "customer:import","customer:export","contact:read","opportunity:read","opportunity:write","activity:read","pii:read",\
            "report:read",\
            "scope:%3$s"]}}\
            """.formatted(username, team, scope, now, now + LIFE.toSeconds(), url() + REALM);
        var signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}") + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
