package io.kehu.gateway.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole of a job role as it is to be. */
@Schema(description = "A job role 角色 as it is to be")
record RoleFields(
        @Schema(description = "What the role is for 说明", nullable = true, examples = "Regional lead 大区负责人")
        @Size(max = 255)
        String description,

        @NotNull @Valid Permissions permissions) {}
