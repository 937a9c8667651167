package io.kehu.gateway.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller, and what the caller may do, so that a front end knows which buttons to show. */
@Schema(description = "The caller 当前用户")
record MeView(
        String username,

        @Schema(description = "Absent while the identity server is away, and for programs", nullable = true)
        String displayName,

        @Schema(nullable = true) String email,

        @Schema(description = "Path of the team 所属部门, as the token says", nullable = true, examples = "/sales/east")
        String team,

        @Schema(description = "Job roles 角色") List<String> roles,

        Permissions permissions) {}
