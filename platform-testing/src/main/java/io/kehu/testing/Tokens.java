package io.kehu.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as Keycloak makes them, signed with the key that the service under test trusts. */
public final class Tokens {

    /** What services accept tokens for. */
    public static final String AUDIENCE = "kehu-api";

    private Tokens() {}

    /** A token of a user who sees every row. */
    public static String all(String username, String... permissions) {
        return of(username, null, "scope:all", permissions);
    }

    /** A token of a user who sees only own rows. */
    public static String own(String username, String... permissions) {
        return of(username, null, "scope:own", permissions);
    }

    /**
     * @param team  Keycloak group path, or null
     * @param scope {@code scope:own}, {@code scope:team}, {@code scope:team-tree} or {@code scope:all}
     */
    public static String of(String username, String team, String scope, String... permissions) {
        return sign(username, team, scope, AUDIENCE, 300, permissions);
    }

    /** A token that is not for us. */
    public static String ofAnotherAudience(String username, String... permissions) {
        return sign(username, null, "scope:all", "account", 300, permissions);
    }

    public static String expired(String username, String... permissions) {
        return sign(username, null, "scope:all", AUDIENCE, -300, permissions);
    }

    private static String sign(
            String username, String team, String scope, String audience, int seconds, String... permissions) {
        var roles = new java.util.ArrayList<>(List.of(permissions));
        roles.add(scope);
        var now = System.currentTimeMillis() / 1000;
        var token = Jwt.claims()
                .subject(username)
                .preferredUserName(username)
                .audience(audience)
                .issuedAt(Math.min(now, now + seconds - 1))
                .expiresAt(now + seconds)
                .claim("realm_access", Map.of("roles", roles));
        if (team != null) {
            token.claim("team", team);
        }
        return token.sign(key());
    }

    private static PrivateKey key() {
        var encoded = ConfigProvider.getConfig().getValue(RealParts.SIGNING_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
