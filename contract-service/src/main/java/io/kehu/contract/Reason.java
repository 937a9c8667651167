package io.kehu.contract;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a step is taken that needs to be explained. */
@Schema(description = "A reason 原因")
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
