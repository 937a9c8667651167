package io.kehu.platform.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new owner 负责人. */
@Schema(description = "A new owner 负责人 and team 所属部门")
public record Assignment(
        @Schema(description = "Username", examples = "admin") @NotBlank @Size(max = 100)
        String owner,

        @Schema(description = "Group path, for instance /sales/east; the team of the owner when left out")
        @Size(max = 500)
        String team) {}
