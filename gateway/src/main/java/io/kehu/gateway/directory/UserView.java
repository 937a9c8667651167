package io.kehu.gateway.directory;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user as the API shows it. */
@Schema(description = "A user 用户")
record UserView(
        @Schema(description = "Immutable, never used again 用户名; the owner of records is this name", examples = "li.lei")
        String username,

        @Schema(description = "Display name 姓名") String displayName,

        @Schema(description = "E-mail 邮箱, masked for whoever lacks pii:read", nullable = true)
        String email,

        @Schema(description = "Whether the user may log in 启用")
        boolean enabled,

        @Schema(description = "Path of the team 所属部门", nullable = true, examples = "/sales/east")
        String team,

        @Schema(description = "Job roles 角色", examples = "[\"sales-rep\"]")
        List<String> roles,

        Instant createdAt)
        implements Tagged {

    @Override
    public String served() {
        return "/v1/users/" + username;
    }
}
