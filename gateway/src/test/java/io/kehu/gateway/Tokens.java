package io.kehu.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Access tokens as the realm issues them, signed with the key that the gateway under test trusts. */
public final class Tokens {

    private Tokens() {}

    public static String good() {
        return claims().sign();
    }

    public static String of(String user, String client) {
        return claims().preferredUserName(user).claim("azp", client).sign();
    }

    /** A token that grants nothing but these realm roles. */
    public static String with(String... roles) {
        return claims().claim("realm_access", Map.of("roles", List.of(roles))).sign();
    }

    static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .subject("5570c579-db2a-4703-8e95-4292b9045660")
                .preferredUserName("rep")
                .audience("kehu-api")
                .claim("realm_access", Map.of("roles", List.of("customer:read", "scope:own")))
                .claim("team", List.of("/sales/east"))
                .expiresIn(Duration.ofMinutes(5));
    }
}
