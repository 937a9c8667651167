package io.kehu.platform.access;

/** Which rows a caller sees 数据权限, from the narrowest to the widest. */
public enum Scope {
    NONE("-"),
    OWN("scope:own"),
    TEAM("scope:team"),
    TEAM_TREE("scope:team-tree"),
    ALL("scope:all");

    private final String role;

    Scope(String role) {
        this.role = role;
    }

    static Scope widest(java.util.Set<String> roles) {
        var widest = NONE;
        for (var scope : values()) {
            if (roles.contains(scope.role)) {
                widest = scope;
            }
        }
        return widest;
    }
}
