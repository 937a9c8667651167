package io.kehu.gateway.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All job roles that a user is to have. */
@Schema(description = "All job roles of a user 用户的全部角色")
record RoleAssignment(@NotNull @Size(max = 50) Set<@NotBlank String> roles) {}
