package io.kehu.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Real HTTP servers in the place of the services, some of them sick, and a key that signs tokens. */
public class Upstreams implements QuarkusTestResourceLifecycleManager {

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        var config = new HashMap<String, String>();
        config.put("kehu.services.customer-service.url", listen(Upstream.well("customer-service")));
        config.put(
                "kehu.services.opportunity-service.url", listen(Upstream.well("opportunity-service")) + "," + nobody());
        config.put("kehu.services.activity-service.url", listen(Upstream.degraded("activity-service")));
        config.put("kehu.services.service-desk-service.url", listen(Upstream.sick("service-desk-service")));
        config.put("kehu.services.contract-service.url", nobody());
        config.put(
                "kehu.services.reporting-service.url",
                listen(Upstream.well("reporting-service")) + "," + listen(Upstream.well("reporting-service")));
        config.put("kehu.services.gateway.url", "http://127.0.0.1:1"); // told to every service, routed to by none
        config.put("kehu.keycloak.url", nobody());
        config.put("kehu.gateway.response-timeout", "1S");
        config.put("kehu.gateway.transfer-timeout", "10S");
        config.put("kehu.gateway.breaker.pause", "2S");
        config.put("kehu.gateway.limits.clients.narrow.rate", "1");
        config.put("kehu.gateway.limits.clients.narrow.burst", "3");
        config.put("kehu.cors.origins", "https://crm.example.com");
        addKey(config);
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String listen(Upstream upstream) {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setMaxInitialLineLength(16_384))
                .requestHandler(upstream::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** An address at which nothing listens. */
    private static String nobody() {
        try (var socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    private static void addKey(Map<String, String> config) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var encoder = Base64.getMimeEncoder(64, "\n".getBytes());
            config.put(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            config.put(
                    "smallrye.jwt.sign.key",
                    "-----BEGIN PRIVATE KEY-----\n"
                            + encoder.encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
