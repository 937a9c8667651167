package io.kehu.gateway.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a user may be changed by a patch. */
@Schema(description = "Changeable fields of a user 用户可修改字段")
record UserFields(
        @NotBlank @Size(max = 200) String displayName,
        @Email @Size(max = 255) String email,
        @NotNull Boolean enabled) {}
