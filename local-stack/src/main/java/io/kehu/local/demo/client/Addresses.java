package io.kehu.local.demo.client;

import java.util.Map;

/** Where the running suite listens; the variables are those of the start script. */
public record Addresses(String gateway, String keycloak) {

    public static Addresses in(Map<String, String> environment) {
        return new Addresses(
                "http://127.0.0.1:" + environment.getOrDefault("KEHU_GATEWAY_PORT", "8080"),
                "http://127.0.0.1:" + environment.getOrDefault("KEHU_KEYCLOAK_PORT", "8180"));
    }

    public String tokens() {
        return keycloak + "/realms/kehu/protocol/openid-connect/token";
    }

    public String administration() {
        return keycloak + "/admin/realms/kehu";
    }
}
