package io.kehu.gateway.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a set of realm roles allows 权限, sorted as people read it: levels by module, the widest scope, clear personal data. */
@Schema(description = "What a role or a user may do 权限")
record Permissions(
        @Schema(description = "Widest row scope 数据权限; NONE when left out")
        Scope scope,

        @Schema(description = "Whether phones and e-mails are shown in clear 敏感字段明文")
        boolean personalData,

        @Schema(description = "Whether one of them may be asked for in clear, for a reason that is kept 查看明文")
        boolean reveal,

        @Schema(description = "Levels by module 模块 × 级别", examples = "{\"customer\":[\"read\",\"write\"]}")
        @Size(max = 100)
        Map<@Size(max = 50) String, @NotNull @Size(max = 20) List<@NotNull @Size(max = 50) String>> modules) {

    static final String ADMINISTER_USERS = "user:admin";

    private static final String PERSONAL_DATA = "pii:read";
    private static final String REVEAL = "pii:reveal";

    private static final Set<String> OF_KEYCLOAK = Set.of("default-roles-kehu", "offline_access", "uma_authorization");
    private static final List<String> LEVELS =
            List.of("read", "write", "delete", "import", "export", "approve", "admin");

    Permissions {
        scope = scope == null ? Scope.NONE : scope;
        modules = modules == null ? Map.of() : modules;
    }

    /** The realm roles that allow just this. */
    Set<String> roles() {
        var roles = new TreeSet<String>();
        modules.forEach((module, levels) -> levels.forEach(level -> roles.add(module + ":" + level)));
        if (scope != Scope.NONE) {
            roles.add(scope.role);
        }
        if (personalData) {
            roles.add(PERSONAL_DATA);
        }
        if (reveal) {
            roles.add(REVEAL);
        }
        return roles;
    }

    /** Whether a realm role stands in the matrix of modules and levels. */
    static boolean isOfMatrix(String role) {
        return role.contains(":") && !role.startsWith("scope:") && !role.startsWith("pii:");
    }

    static Permissions of(Collection<String> roles) {
        var modules = new TreeMap<String, List<String>>();
        for (var role : roles) {
            if (isOfMatrix(role)) {
                var colon = role.indexOf(':');
                modules.computeIfAbsent(role.substring(0, colon), _ -> new ArrayList<>())
                        .add(role.substring(colon + 1));
            }
        }
        modules.values().forEach(levels -> levels.sort(Comparator.comparingInt(LEVELS::indexOf)));
        return new Permissions(Scope.widest(roles), roles.contains(PERSONAL_DATA), roles.contains(REVEAL), modules);
    }

    /** Whether a realm role is a job role, not a permission and none of Keycloak's own. */
    static boolean isJobRole(String role) {
        return !role.contains(":") && !OF_KEYCLOAK.contains(role);
    }

    /** Which rows are seen, from the narrowest to the widest. */
    enum Scope {
        NONE("-"),
        OWN("scope:own"),
        TEAM("scope:team"),
        TEAM_TREE("scope:team-tree"),
        ALL("scope:all");

        private final String role;

        Scope(String role) {
            this.role = role;
        }

        static Scope widest(Collection<String> roles) {
            var widest = NONE;
            for (var scope : values()) {
                if (roles.contains(scope.role)) {
                    widest = scope;
                }
            }
            return widest;
        }
    }
}
