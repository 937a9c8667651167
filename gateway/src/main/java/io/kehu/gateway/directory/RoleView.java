package io.kehu.gateway.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job role with its row of the permission matrix. */
@Schema(description = "A job role 角色 with what it allows")
record RoleView(
        String name,
        @Schema(nullable = true) String description,

        @Schema(description = "Users that have it 用户数") long users,

        Permissions permissions)
        implements Tagged {

    @Override
    public String served() {
        return "/v1/roles/" + name;
    }
}
