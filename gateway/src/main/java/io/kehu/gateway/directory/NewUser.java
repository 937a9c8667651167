package io.kehu.gateway.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user to be made; the first password comes from {@code reset-password}. */
@Schema(description = "A new user 新用户")
record NewUser(
        @Schema(description = "Immutable, never used again 用户名", examples = "li.lei")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{1,99}")
        String username,

        @NotBlank @Size(max = 200) String displayName,
        @Email @Size(max = 255) String email,

        @Schema(description = "Path of the team 所属部门", examples = "/sales/east") @Size(max = 500)
        String team,

        @Schema(description = "Job roles 角色; giving any takes user:admin") @Size(max = 50)
        Set<@NotBlank String> roles) {}
