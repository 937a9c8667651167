package io.kehu.platform.assignment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody is away and gets nothing meanwhile. */
@Schema(description = "When somebody is away 缺勤; nothing is assigned to him automatically meanwhile")
public record Absence(
        @Schema(description = "Since when; now when left out")
        Instant from,

        @Schema(description = "Until when; until it is deleted when left out")
        Instant until) {}
