package io.kehu.gateway.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team to be made. */
@Schema(description = "A new team 新部门")
record NewTeam(
        @Schema(description = "Path of the team above 上级部门; none for a top one", examples = "/sales") @Size(max = 400)
        String parent,

        @Schema(description = "Last part of the path, immutable 代码", examples = "east")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}")
        String code,

        @Schema(description = "Name that people read 名称") @NotBlank @Size(max = 200)
        String label) {

    String path() {
        return (parent == null ? "" : parent) + "/" + code;
    }
}
