package io.kehu.gateway.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a team may be changed. */
@Schema(description = "Changeable fields of a team 部门可修改字段")
record TeamFields(@NotBlank @Size(max = 200) String label) {}
